package io.github.tic4j.table;

/**
 * One column of a table.
 *
 * @param name lower case words joined by underscores, the same in every format
 * @param type what it holds
 * @param nullable whether a row may leave it out
 * @param doc what it means, in one or two sentences
 */
public record Column(String name, ColumnType type, boolean nullable, String doc) {

    /** Checks the name and that there is a description. */
    public Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Column name must be lower case words joined by underscores: " + name);
        }
        if (doc.isBlank()) {
            throw new IllegalArgumentException("Column " + name + " needs a description");
        }
    }

    /** A column that every row fills. */
    public static Column required(String name, ColumnType type, String doc) {
        return new Column(name, type, false, doc);
    }

    /** A column that a row may leave out. */
    public static Column optional(String name, ColumnType type, String doc) {
        return new Column(name, type, true, doc);
    }
}
