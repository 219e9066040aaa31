package io.github.tic4j.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The shape of a table. Hosts may define tables of their own; the SDK's are in {@link Tables}.
 *
 * <p>A column {@code x_text} is the <em>companion</em> of the column {@code x}: it holds the source's own text where
 * {@code x} cannot carry it, and is null otherwise.
 *
 * @param name the table's name, also the name of its folder
 * @param version raised with every change of the columns; stored in the files of formats that have a place for it
 * @param doc what one row stands for
 * @param columns the columns in their order
 * @param key the columns that tell one row from another, in the order by which consolidated files are sorted
 */
public record TableSchema(String name, int version, String doc, List<Column> columns, List<String> key) {

    /** The ending of a companion's name. */
    public static final String COMPANION_SUFFIX = "_text";

    /** Copies the lists and checks that names are distinct and that the key's columns exist. */
    public TableSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Table " + name + " has two columns " + column.name());
            }
        }
        for (String part : key) {
            if (!names.contains(part)) {
                throw new IllegalArgumentException("Table " + name + " has no column " + part + " for its key");
            }
        }
    }

    /**
     * The position of a column.
     *
     * @throws IllegalArgumentException if there is no such column; the message lists those there are
     */
    public int indexOf(String column) {
        int index = find(column);
        if (index < 0) {
            List<String> names = columns.stream().map(Column::name).toList();
            throw new IllegalArgumentException("Table " + name + " has no column " + column + "; it has " + names);
        }
        return index;
    }

    /** The same table with some of its columns, in the order named, and as much of the key as they hold. */
    public TableSchema select(String... names) {
        List<Column> selected =
                Arrays.stream(names).map(column -> columns.get(indexOf(column))).toList();
        List<String> kept = key.stream().filter(Arrays.asList(names)::contains).toList();
        return new TableSchema(name, version, doc, selected, kept);
    }

    /** The position of the companion of a column, or -1 if it has none. */
    int companionOf(int column) {
        Column typed = columns.get(column);
        int companion = find(typed.name() + COMPANION_SUFFIX);
        return companion >= 0 && columns.get(companion).type() == ColumnType.TEXT ? companion : -1;
    }

    private int find(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
