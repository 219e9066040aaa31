package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A family of delimited files, known by their columns, and how records are made of their rows. */
interface Layout {

    List<Recipe<Claim>> claims();

    List<Recipe<Patient>> patients();

    default List<Recipe<Provider>> providers() {
        return List.of();
    }

    default List<Recipe<CoverageSpan>> coverage() {
        return List.of();
    }

    default Stream<Recipe<?>> recipes() {
        return Stream.<List<? extends Recipe<?>>>of(claims(), patients(), providers(), coverage())
                .flatMap(List::stream);
    }

    /** Which files a kind of record is made of, which rows belong together, and what they become. */
    record Recipe<T>(FileTest file, @Nullable Function<SourceRow, @Nullable String> key, RowMapper<T> mapper) {

        /** Each row is a record. */
        static <T> Recipe<T> perRow(FileTest file, RowMapper<T> mapper) {
            return new Recipe<>(file, null, mapper);
        }

        /** The rows with the same value in a column are a record. */
        static <T> Recipe<T> perKey(FileTest file, String column, RowMapper<T> mapper) {
            return new Recipe<>(file, row -> row.value(column), mapper);
        }
    }

    /** Knows a file by its columns. */
    @FunctionalInterface
    interface FileTest {
        boolean accepts(SourceRow.Header header);

        /** A file that has all of these columns. */
        static FileTest with(String... columns) {
            return header -> Stream.of(columns).allMatch(header::has);
        }

        default FileTest without(String... columns) {
            return header -> accepts(header) && Stream.of(columns).noneMatch(header::has);
        }

        default FileTest or(FileTest other) {
            return header -> accepts(header) || other.accepts(header);
        }
    }

    /** Makes records of rows that belong together. */
    @FunctionalInterface
    interface RowMapper<T> {
        List<Sourced<T>> map(List<SourceRow> rows, Consumer<Refusal> refusals);
    }
}
