package io.github.tic4j.claims.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    private static final OptionalLong HIDDEN = OptionalLong.empty();

    @Test
    void smallCountsAndTheNextSmallestAreHidden() {
        SmallCells.Shown<String> shown = SmallCells.cms().show(counts(100, 3, 40, 0));

        assertThat(shown.counts())
                .isEqualTo(Map.of("0", OptionalLong.of(100), "1", HIDDEN, "2", HIDDEN, "3", OptionalLong.of(0)));
        assertThat(shown.total()).hasValue(143);
    }

    @Test
    void severalSmallCountsWithASmallSumNeedAnotherToo() {
        assertThat(SmallCells.cms().show(counts(2, 3, 50, 60)).counts().values())
                .containsExactly(HIDDEN, HIDDEN, HIDDEN, OptionalLong.of(60));
        assertThat(SmallCells.cms().show(counts(5, 6, 50)).counts().values())
                .containsExactly(HIDDEN, HIDDEN, OptionalLong.of(50));
    }

    @Test
    void aSmallTotalIsHidden() {
        SmallCells.Shown<String> shown = SmallCells.cms().show(counts(4, 0));

        assertThat(shown.total()).isEmpty();
        assertThat(shown.counts().values()).containsExactly(HIDDEN, OptionalLong.of(0));
    }

    @Test
    void theThresholdIsExact() {
        assertThat(SmallCells.cms().show(10)).isEmpty();
        assertThat(SmallCells.cms().show(11)).hasValue(11);
        assertThat(SmallCells.cms().show(0)).hasValue(0);
        assertThat(SmallCells.below(5).show(5)).hasValue(5);
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> SmallCells.below(1)).hasMessage("threshold must be at least 2, was 1");
        assertThatThrownBy(() -> SmallCells.cms().show(Map.of("a", -1L)))
                .hasMessage("a count must not be negative, was -1");
    }

    @Property(tries = 500)
    void nothingSmallCanBeWorkedOut(
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 40) Long> values,
            @ForAll @IntRange(min = 2, max = 15) int threshold) {
        Map<String, Long> counts = new LinkedHashMap<>();
        values.forEach(value -> counts.put("" + counts.size(), value));
        SmallCells.Shown<String> shown = SmallCells.below(threshold).show(counts);

        shown.counts().forEach((key, value) -> {
            value.ifPresent(count -> assertThat(count).isEqualTo(counts.get(key)));
            assertThat(value.isPresent() && value.getAsLong() > 0 && value.getAsLong() < threshold)
                    .isFalse();
        });
        List<Long> hidden = counts.entrySet().stream()
                .filter(c -> shown.counts().get(c.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .toList();
        long sum = hidden.stream().mapToLong(Long::longValue).sum();
        if (!hidden.isEmpty() && shown.total().isPresent()) {
            assertThat(hidden).hasSizeGreaterThan(1);
            assertThat(sum).isGreaterThanOrEqualTo(threshold);
        }
    }

    private static Map<String, Long> counts(long... values) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (long value : values) {
            counts.put("" + counts.size(), value);
        }
        return counts;
    }
}
