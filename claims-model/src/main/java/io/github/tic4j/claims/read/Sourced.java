package io.github.tic4j.claims.read;

import java.util.List;

/**
 * A record and the rows it was made of.
 *
 * @param <T> the kind of record
 * @param value the record
 * @param lineage its rows, in the order they stand in their files
 */
public record Sourced<T>(T value, List<Lineage> lineage) {

    /** Copies the list. */
    public Sourced {
        lineage = List.copyOf(lineage);
    }

    static <T> Sourced<T> of(T value, List<SourceRow> rows) {
        return new Sourced<>(value, rows.stream().map(SourceRow::lineage).toList());
    }
}
