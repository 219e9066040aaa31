package io.github.tic4j.claims.read;

import io.github.tic4j.claims.RefusedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the rows that make one record. Where the rows disagree about a value, most rows win, and the first in
 * alphabetical order where as many say one as the other; the disagreement is told like a refusal.
 */
final class Fields {

    private final List<SourceRow> rows;
    private final String prefix;
    private final Consumer<Refusal> refusals;
    private final List<RefusedValue> refused;

    private Fields(List<SourceRow> rows, String prefix, Consumer<Refusal> refusals, List<RefusedValue> refused) {
        this.rows = rows;
        this.prefix = prefix;
        this.refusals = refusals;
        this.refused = refused;
    }

    static Fields of(List<SourceRow> rows, Consumer<Refusal> refusals) {
        return new Fields(rows, "", refusals, new ArrayList<>());
    }

    /** One row of these, as the line at this index of the record; what it refuses is kept with the record. */
    Fields line(SourceRow row, int index) {
        return new Fields(List.of(row), "lines[" + index + "].", refusals, refused);
    }

    /** What was refused so far, in the words of the model. */
    List<RefusedValue> refused() {
        return refused;
    }

    boolean has(String column) {
        return rows.get(0).header().has(column);
    }

    /** The value, or null where it is blank in every row. */
    @Nullable
    String text(String column) {
        String only = rows.get(0).value(column);
        if (rows.size() == 1) {
            return only;
        }
        Map<String, Integer> votes = new TreeMap<>();
        for (SourceRow row : rows) {
            String value = row.value(column);
            if (value != null) {
                votes.merge(value, 1, Integer::sum);
            }
        }
        return votes.size() < 2 ? votes.keySet().stream().findFirst().orElse(null) : elect(column, votes);
    }

    /** The value of the first of the columns that has one. */
    @Nullable
    String first(String... columns) {
        for (String column : columns) {
            String value = text(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Nullable
    LocalDate date(String field, String column) {
        return read(field, column, text(column), Values::date);
    }

    @Nullable
    BigDecimal amount(String field, String column) {
        return read(field, column, text(column), Values::amount);
    }

    @Nullable
    Integer count(String field, String column) {
        return read(field, column, text(column), Values::count);
    }

    /** The earliest day that any row has. */
    @Nullable
    LocalDate earliest(String field, String column) {
        return extreme(field, column, -1);
    }

    /** The latest day that any row has. */
    @Nullable
    LocalDate latest(String field, String column) {
        return extreme(field, column, 1);
    }

    /** Tells that a value was not taken over. */
    void refuse(String field, String column, String raw, String reason) {
        refusals.accept(new Refusal(rows.get(0).lineage(), column, raw, reason));
        refused.add(new RefusedValue(prefix + field, raw, reason));
    }

    private @Nullable LocalDate extreme(String field, String column, int direction) {
        LocalDate found = null;
        for (SourceRow row : rows) {
            LocalDate date = read(field, column, row.value(column), Values::date);
            if (date != null && (found == null || date.compareTo(found) * direction > 0)) {
                found = date;
            }
        }
        return found;
    }

    private <T> @Nullable T read(String field, String column, @Nullable String text, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            refuse(field, column, text, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private String elect(String column, Map<String, Integer> votes) {
        String winner = "";
        int most = 0;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                winner = vote.getKey();
                most = vote.getValue();
            }
        }
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (!vote.getKey().equals(winner)) {
                String reason = "the rows disagree: " + vote.getValue() + " of " + rows.size() + " have this value";
                refuse(column, column, vote.getKey(), reason);
            }
        }
        return winner;
    }
}
