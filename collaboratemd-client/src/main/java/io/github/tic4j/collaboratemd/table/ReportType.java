package io.github.tic4j.collaboratemd.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a report by its name: how its rows are loaded, the columns that tables and views expect, and the
 * other labels under which saved reports deliver them. Thirteen types are built in; any other name is a report without
 * expectations.
 *
 * @param name the name, which is also the name of its table
 * @param mode how rows are loaded
 * @param columns the expected columns in their order; they always exist in the table
 * @param aliases the column meant, by other name
 */
public record ReportType(String name, LoadMode mode, List<Column> columns, Map<String, String> aliases) {

    private static final Map<String, ReportType> BUILT_IN = ReportCatalogue.read("report-types-1.txt");

    /** Copies the lists and brings the name into the form of a table's name. */
    public ReportType {
        name = ColumnNames.table(name);
        columns = List.copyOf(columns);
        aliases = Map.copyOf(aliases);
    }

    /**
     * A column that a report type expects.
     *
     * @param name its name in the table
     * @param kind what its cells should hold
     * @param isOptional whether saved reports often lack it, so that its absence is not worth a word
     */
    public record Column(String name, CellKind kind, boolean isOptional) {}

    /** The built-in types, in alphabetical order. */
    public static List<ReportType> builtIn() {
        return List.copyOf(BUILT_IN.values());
    }

    /**
     * The built-in type of this name; else a {@link LoadMode#SNAPSHOT} type without expectations, since a report of
     * unknown meaning must not pile up its days.
     */
    public static ReportType named(String name) {
        String table = ColumnNames.table(name);
        return BUILT_IN.getOrDefault(table, new ReportType(table, LoadMode.SNAPSHOT, List.of(), Map.of()));
    }

    /** The same type with another load mode. */
    public ReportType withMode(LoadMode other) {
        return new ReportType(name, other, columns, aliases);
    }

    /** The expected column of this name, if there is one. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
}
