package io.github.tic4j.collaboratemd.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowHashTest {

    @Test
    void theHashIsTheSameForEver() {
        assertThat(new RowHash(List.of("a", "b")).of(List.of("1", "x")))
                .isEqualTo("v1:e6def5487360214d5ca81c4e6cf7f5b2");
    }

    @Test
    void orderAndEmptyColumnsDoNotMatter() {
        String hash = new RowHash(List.of("a", "b")).of(List.of("1", "x"));
        assertThat(new RowHash(List.of("b", "a")).of(List.of("x", "1"))).isEqualTo(hash);
        assertThat(new RowHash(List.of("a", "c", "b")).of(Arrays.asList("1", null, "x")))
                .isEqualTo(hash);
    }

    @Test
    void noSeparatorCanBeForged() {
        RowHash hash = new RowHash(List.of("a", "b"));
        assertThat(hash.of(List.of("1|", "2"))).isNotEqualTo(hash.of(List.of("1", "|2")));
        assertThat(hash.of(Arrays.asList("1", null))).isNotEqualTo(hash.of(Arrays.asList(null, "1")));
        assertThat(hash.of(List.of("301", "2"))).isNotEqualTo(hash.of(List.of("301.0", "2")));
    }

    @Property(tries = 200)
    void rowsThatDifferHaveDifferentHashes(@ForAll @Size(3) List<String> one, @ForAll @Size(3) List<String> other) {
        RowHash hash = new RowHash(List.of("a", "b", "c"));
        assertThat(hash.of(one).equals(hash.of(other))).isEqualTo(one.equals(other));
        assertThat(hash.of(one)).isEqualTo(hash.of(new ArrayList<>(one)));
    }
}
