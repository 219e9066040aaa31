package io.github.tic4j.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The part of a table that one payer published on one date, stored in a folder {@code payer=NAME/date=YYYY-MM-DD} that Hive,
 * Spark and DuckDB read as two more columns.
 *
 * @param payer the payer's short name, any text but the empty one
 * @param date the date of publication or of the run
 */
public record Partition(String payer, LocalDate date) {

    /** Checks that the payer has a name. */
    public Partition {
        if (payer.isBlank()) {
            throw new IllegalArgumentException("Partition needs the name of a payer");
        }
    }

    /** The folders below the table's. Bytes that are not letters, digits, {@code -}, {@code _} or {@code .} are written {@code %XX}. */
    public Path folders() {
        return Path.of("payer=" + escape(payer), "date=" + date);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
            escaped.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return escaped.toString();
    }
}
