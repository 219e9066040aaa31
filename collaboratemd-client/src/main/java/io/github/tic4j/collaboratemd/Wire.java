package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.table.Cells;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are written in requests and read from answers. */
final class Wire {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    private Wire() {}

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** An element, or null for a value that is not stated. */
    static @Nullable Element text(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : Element.of(name, value);
    }

    static @Nullable Element date(String name, @Nullable LocalDate value) {
        return value == null ? null : Element.of(name, date(value));
    }

    static @Nullable String readText(Element parent, String name) {
        return parent.text(name).orElse(null);
    }

    static @Nullable LocalDate readDate(Element parent, String name) {
        return parent.text(name).flatMap(Cells::date).orElse(null);
    }

    static @Nullable BigDecimal readMoney(Element parent, String name) {
        return parent.text(name).flatMap(Cells::money).orElse(null);
    }
}
