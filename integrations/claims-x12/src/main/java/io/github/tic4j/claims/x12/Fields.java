package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.RefusedValue;
import io.github.tic4j.claims.read.Lineage;
import io.github.tic4j.claims.read.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and amounts out of segments. What does not fit is null, told, and kept for the record that it belongs to. */
final class Fields {

    private static final Pattern DECIMAL = Pattern.compile("-?(?:[0-9]{1,18}(?:\\.[0-9]{0,12})?|\\.[0-9]{1,12})");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final String source;
    private final Consumer<Refusal> refusals;
    private final List<RefusedValue> refused = new ArrayList<>();

    Fields(String source, Consumer<Refusal> refusals) {
        this.source = source;
        this.refusals = refusals;
    }

    /** Two days, of which the second may be missing. */
    record Period(@Nullable LocalDate start, @Nullable LocalDate end) {

        static final Period NONE = new Period(null, null);
    }

    List<RefusedValue> refused() {
        return refused;
    }

    @Nullable
    BigDecimal amount(@Nullable X12Segment segment, int index, String field) {
        String text = segment == null ? null : segment.element(index);
        if (segment == null || text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            refuse(segment, index, field, text, "not a decimal number");
            return null;
        }
        return new BigDecimal(text);
    }

    /** The day in an element, of the form {@code 20260131}, with or without a time. */
    @Nullable
    LocalDate date(@Nullable X12Segment segment, int index, String field) {
        String text = segment == null ? null : segment.element(index);
        return segment == null || text == null ? null : day(segment, index, field, text);
    }

    /** The days of a segment whose form (D8, RD8 or DT) stands at an index and whose days stand behind it. */
    Period period(@Nullable X12Segment segment, int form, String field) {
        String text = segment == null ? null : segment.element(form + 1);
        if (segment == null || text == null) {
            return Period.NONE;
        }
        int hyphen = segment.has(form, "RD8") ? text.indexOf('-') : -1;
        if (hyphen >= 0) {
            return new Period(
                    day(segment, form + 1, field, text.substring(0, hyphen)),
                    day(segment, form + 1, field, text.substring(hyphen + 1)));
        }
        LocalDate day = day(segment, form + 1, field, text);
        return new Period(day, day);
    }

    void refuse(X12Segment segment, int index, String field, String raw, String reason) {
        String column = String.format("%s%02d", segment.id(), index);
        refusals.accept(new Refusal(new Lineage(source, segment.number()), column, raw, reason));
        refused.add(new RefusedValue(field, raw, reason));
    }

    /** The day in a text of an element. */
    @Nullable
    LocalDate day(X12Segment segment, int index, String field, String text) {
        try {
            boolean hasTime = text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
            return LocalDate.parse(hasTime ? text.substring(0, 8) : text, DATE);
        } catch (DateTimeParseException e) {
            refuse(segment, index, field, text, "not a day of the calendar");
            return null;
        }
    }
}
