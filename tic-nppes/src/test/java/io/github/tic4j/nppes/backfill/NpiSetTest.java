package io.github.tic4j.nppes.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.NpiFault;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NpiSetTest {

    @Property(tries = 50)
    void holdsWhatATreeSetHoldsInTheSameOrder(
            @ForAll List<@IntRange(min = 100_000_000, max = 299_999_999) Integer> far,
            @ForAll List<@IntRange(min = 100_000_000, max = 100_000_200) Integer> near) {
        NpiSet set = new NpiSet();
        TreeSet<Npi> expected = new TreeSet<>();
        for (List<Integer> each : List.of(far, near)) {
            for (int nineDigits : each) {
                Npi npi = Npi.ofNineDigits(nineDigits);
                assertThat(set.contains(npi)).isEqualTo(expected.contains(npi));
                assertThat(set.add(npi)).isEqualTo(expected.add(npi));
            }
        }

        assertThat(set).containsExactlyElementsOf(expected);
        assertThat(set.size()).isEqualTo(expected.size());
    }

    @Test
    void holdsTheFirstAndTheLastNpi() {
        NpiSet set = new NpiSet();
        set.add(Npi.ofNineDigits(299_999_999));
        set.add(Npi.ofNineDigits(100_000_000));

        assertThat(set).containsExactly(Npi.ofNineDigits(100_000_000), Npi.ofNineDigits(299_999_999));
        Iterator<Npi> none = new NpiSet().iterator();
        assertThat(none.hasNext()).isFalse();
        assertThatThrownBy(none::next)
                .isInstanceOf(java.util.NoSuchElementException.class)
                .hasMessage(null);
    }

    @Test
    void aCollectorSortsOutRepeatedAndWrongValues() {
        NpiCollector collector = new NpiCollector();
        collector.add("1234567893");
        collector.add(1234567893L);
        collector.add(0);
        collector.add("0");
        collector.add((String) null);
        collector.add("x".repeat(100));

        assertThat(collector.npis()).containsExactly(Npi.parse("1234567893"));
        assertThat(collector.read()).isEqualTo(6);
        assertThat(collector.invalidCount()).isEqualTo(4);
        assertThat(collector.invalid())
                .containsEntry("0", NpiFault.WRONG_LENGTH)
                .containsEntry("", NpiFault.ABSENT)
                .containsEntry("x".repeat(40), NpiFault.NOT_DIGITS)
                .hasSize(3);
    }
}
