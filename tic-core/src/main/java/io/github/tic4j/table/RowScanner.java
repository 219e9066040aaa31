package io.github.tic4j.table;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads rows from text, one after the other. */
abstract class RowScanner {

    private final TableSchema schema;
    private final String name;

    /**
     * A scanner of a file.
     *
     * @param name the file, for messages
     */
    RowScanner(TableSchema schema, String name) {
        this.schema = schema;
        this.name = name;
    }

    /** The next row, or null after the last. */
    abstract @Nullable Row next() throws IOException;

    /** Sets a column to what a text of one value says; lists are left to the formats. */
    final void set(Row row, int column, String text, long line) {
        ColumnType type = schema.columns().get(column).type();
        try {
            row.set(
                    column,
                    switch (type) {
                        case TEXT -> text;
                        case LONG -> Long.valueOf(text);
                        case DECIMAL -> new BigDecimal(text);
                        case BOOL -> bool(text);
                        case DATE -> LocalDate.parse(text);
                        case TIMESTAMP -> Instant.parse(text);
                        case TEXT_LIST, LONG_LIST -> throw new IllegalArgumentException("not a list");
                    });
        } catch (IllegalArgumentException | DateTimeException e) {
            throw malformed(
                    "expected " + type + " in column "
                            + schema.columns().get(column).name() + ", was \"" + text + "\"",
                    line,
                    e);
        }
    }

    /** Says what is wrong in a line, counted from 1. */
    final MalformedContentException malformed(@Nullable String problem, long line, @Nullable Throwable cause) {
        return new MalformedContentException(
                "Cannot read table " + schema.name() + ": " + problem + " in line " + line,
                Location.of(name, 0),
                cause);
    }

    /** The column of a name, or -1 if it is not wanted. */
    final int find(String column) {
        for (int i = 0; i < schema.columns().size(); i++) {
            if (schema.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }
}
