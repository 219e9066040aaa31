package io.github.tic4j.claims.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A code table in memory; a code may have been in force several times. Immutable. */
public final class DatedCodeTable implements CodeTable {

    private final Map<String, List<Span>> spans;

    private DatedCodeTable(Builder builder) {
        Map<String, List<Span>> copy = new HashMap<>();
        builder.spans.forEach((value, found) -> copy.put(value, List.copyOf(found)));
        this.spans = copy;
    }

    /** A builder of an empty table. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads lines of code, first and last day, separated by commas: {@code M545,2015-10-01,2021-09-30}. Days may be left out. Blank
     * lines and lines that begin with {@code #} are skipped.
     *
     * @throws IllegalArgumentException if a day cannot be read; the message names the line
     * @throws IOException if the text cannot be read
     */
    public static DatedCodeTable read(BufferedReader lines) throws IOException {
        Builder table = builder();
        int number = 0;
        String line = lines.readLine();
        while (line != null) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                table.addLine(number, line.split(",", -1));
            }
            line = lines.readLine();
        }
        return table.build();
    }

    @Override
    public Verdict find(String value, LocalDate date) {
        List<Span> found = spans.get(value);
        if (found == null) {
            return Verdict.ABSENT;
        }
        return found.stream().anyMatch(span -> span.contains(date)) ? Verdict.ACTIVE : Verdict.NOT_ON_DATE;
    }

    /** Collects codes. Not thread-safe. */
    public static final class Builder {

        private final Map<String, List<Span>> spans = new HashMap<>();

        private Builder() {}

        /**
         * Adds a time in which a code was in force.
         *
         * @param value the code in its normal form
         * @param first the first day, or null if it was always in force
         * @param last the last day, or null while it is in force
         */
        public Builder add(String value, @Nullable LocalDate first, @Nullable LocalDate last) {
            Span span = new Span(
                    Objects.requireNonNullElse(first, LocalDate.MIN), Objects.requireNonNullElse(last, LocalDate.MAX));
            spans.computeIfAbsent(value, key -> new ArrayList<>(1)).add(span);
            return this;
        }

        /** The table. */
        public DatedCodeTable build() {
            return new DatedCodeTable(this);
        }

        private void addLine(int number, String[] cells) {
            try {
                add(cells[0].strip(), date(cells, 1), date(cells, 2));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "Cannot read line " + number + " of a code table: " + e.getMessage(), e);
            }
        }

        private static @Nullable LocalDate date(String[] cells, int index) {
            return cells.length <= index || cells[index].isBlank() ? null : LocalDate.parse(cells[index].strip());
        }
    }

    private record Span(LocalDate first, LocalDate last) {

        boolean contains(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }
}
