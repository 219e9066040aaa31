package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.deid.IdentifierFoundException;
import io.github.tic4j.claims.deid.Verifier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sink that lets a {@link Verifier} look at every value first. A find is an {@link IdentifierFoundException}; from
 * then on no table of this sink can be committed, not even one that was clean.
 */
public final class VerifiedTables implements TableSink {

    private final TableSink sink;
    private final Verifier verifier;
    private boolean failed;

    /** Passes on to a sink what the verifier lets through. */
    public VerifiedTables(TableSink sink, Verifier verifier) {
        this.sink = sink;
        this.verifier = verifier;
    }

    @Override
    public TableWriter open(Table table) throws IOException {
        TableWriter writer = sink.open(table);
        return new TableWriter() {
            @Override
            public void write(List<? extends @Nullable Object> row) throws IOException {
                table.check(row);
                for (int i = 0; i < row.size(); i++) {
                    check(table.name() + "." + table.columns().get(i).name(), row.get(i));
                }
                writer.write(row);
            }

            @Override
            public void commit() throws IOException {
                if (failed) {
                    throw new IllegalStateException(
                            "Cannot commit " + table.name() + ": an identifier was found in this export");
                }
                writer.commit();
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    @Override
    public String toString() {
        return "verified " + sink;
    }

    private void check(String place, @Nullable Object value) {
        try {
            if (value instanceof String text) {
                verifier.check(place, text);
            } else if (value instanceof LocalDate date) {
                verifier.check(place, date);
            } else if (value instanceof Number number) {
                verifier.check(place, number);
            }
        } catch (IdentifierFoundException e) {
            failed = true;
            throw e;
        }
    }
}
