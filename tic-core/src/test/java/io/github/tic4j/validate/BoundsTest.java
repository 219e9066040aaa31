package io.github.tic4j.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.internal.validate.DistinctHashes;
import io.github.tic4j.internal.validate.LongTable;
import io.github.tic4j.internal.validate.RecentHashes;
import io.github.tic4j.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What happens where memory is bounded. */
class BoundsTest {

    private static QualityReport validate(String text, QualityRules rules) throws IOException {
        return Validator.validate(
                Sources.of("test.json", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), rules);
    }

    private static String file(int references, IntStream rates) {
        String defined = IntStream.range(0, references)
                .mapToObj(id -> "{\"provider_group_id\":" + id
                        + ",\"provider_groups\":[{\"npi\":[0],\"tin\":{\"type\":\"ein\",\"value\":\"98-7654321\","
                        + "\"business_name\":\"Finders Inc.\"}}]}")
                .collect(Collectors.joining(","));
        String prices =
                rates.mapToObj(rate -> "{\"negotiated_rate\":" + rate + "}").collect(Collectors.joining(","));
        return "{\"reporting_entity_name\":\"Finders Inc.\",\"provider_references\":[" + defined
                + "],\"in_network\":[{\"billing_code\":\"99213\",\"negotiated_rates\":[{\"provider_references\":[0],"
                + "\"negotiated_prices\":[" + prices + "]}]}]}";
    }

    private static long count(QualityReport report, String rule) {
        return report.findings().stream()
                .filter(found -> found.rule().equals(rule))
                .mapToLong(RuleFindings::count)
                .sum();
    }

    @Test
    void idsBeyondTheBoundAreNotFollowedAndTheReportSaysSo() throws IOException {
        QualityRules rules = QualityRules.builder().maxTracked(10).build();
        QualityReport report = validate(file(30, IntStream.of(1)), rules);
        assertThat(count(report, "unused-reference")).isEqualTo(9);
        assertThat(report.notes())
                .singleElement()
                .asString()
                .startsWith("test.json: only the first 10 group ids were followed");
    }

    @Test
    void duplicatesFurtherApartThanTheBoundMayGoUnnoticedAndTheReportSaysSo() throws IOException {
        QualityRules rules = QualityRules.builder().maxTracked(10).build();
        IntStream near = IntStream.of(1, 1);
        IntStream far = IntStream.concat(IntStream.range(2, 40), IntStream.of(1, 2));
        QualityReport report = validate(file(1, IntStream.concat(near, far)), rules);
        assertThat(count(report, "duplicate-price")).isEqualTo(1);
        assertThat(report.notes()).singleElement().asString().contains("among the last 10 or more");
    }

    @Test
    void rulesOfTheHostSeeEveryGroupAndTheFile() throws IOException {
        QualityReport report = validate(file(30, IntStream.of(1)), QualityRules.defaults());
        assertThat(count(report, "test-on-class-path")).isEqualTo(31);
    }

    @Property(tries = 50)
    void recentHashesRemembersWhatIsRecent(
            @ForAll @Size(max = 200) long[] hashes, @ForAll @IntRange(min = 1, max = 300) int capacity) {
        RecentHashes recent = new RecentHashes(capacity);
        DistinctHashes distinct = new DistinctHashes(capacity);
        Set<Long> all = new HashSet<>();
        for (long hash : hashes) {
            boolean isNew = all.add(hash == 0 ? 1 : hash);
            boolean added = recent.add(hash);
            assertThat(added || !isNew).isTrue();
            if (!recent.isForgetful()) {
                assertThat(added).isEqualTo(isNew);
            }
            distinct.add(hash);
        }
        recent.clear();
        distinct.clear();
        assertThat(hashes.length == 0 || recent.add(hashes[0])).isTrue();
        assertThat(hashes.length == 0 || distinct.add(hashes[0])).isTrue();
    }

    @Property(tries = 50)
    void longTableIsAMap(@ForAll @Size(max = 3000) short[] any) {
        long[] keys =
                IntStream.range(0, any.length).mapToLong(i -> any[i] + 40_000L).toArray();
        LongTable table = new LongTable();
        Map<Long, Long> map = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            table.put(keys[i], i + 1L);
            map.put(keys[i], i + 1L);
        }
        Map<Long, Long> shown = new HashMap<>();
        table.forEach(shown::put);
        assertThat(shown).isEqualTo(map);
        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        assertThat(table.get(5)).isZero();
    }
}
