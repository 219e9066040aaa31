package io.github.tic4j.collaboratemd.table;

import io.github.tic4j.collaboratemd.table.Drift.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the files of several accounts under one list of columns, by name and never by position: first the columns that
 * the report type expects, then any other in order of appearance. Immutable.
 */
public final class Alignment {

    private final List<String> columns;
    private final List<Drift> drift;
    private final Map<String, int[]> sources;

    private Alignment(List<String> columns, List<Drift> drift, Map<String, int[]> sources) {
        this.columns = columns;
        this.drift = drift;
        this.sources = sources;
    }

    /**
     * Aligns files.
     *
     * @param type what is expected of the report
     * @param headers the columns of each file, by a name of the file that messages may show
     */
    public static Alignment of(ReportType type, Map<String, List<String>> headers) {
        Map<String, List<String>> renamed = new HashMap<>();
        List<Drift> drift = new ArrayList<>();
        headers.forEach((file, header) -> renamed.put(file, rename(type, file, header, drift)));

        Set<String> columns = new LinkedHashSet<>();
        type.columns().forEach(column -> columns.add(column.name()));
        headers.keySet().forEach(file -> columns.addAll(renamed.getOrDefault(file, List.of())));

        Map<String, int[]> sources = new HashMap<>();
        renamed.forEach((file, names) ->
                sources.put(file, columns.stream().mapToInt(names::indexOf).toArray()));
        return new Alignment(List.copyOf(columns), List.copyOf(drift), sources);
    }

    /** The columns that all files are brought to. */
    public List<String> columns() {
        return columns;
    }

    /** Where files depart from what the report type expects; empty for a type without expectations. */
    public List<Drift> drift() {
        return drift;
    }

    /**
     * The cells of a row in the order of {@link #columns()}, null where its file lacks the column.
     *
     * @throws IllegalArgumentException if the file is not among those aligned
     */
    public List<@Nullable String> align(String file, Row row) {
        int[] positions = sources.get(file);
        if (positions == null) {
            throw new IllegalArgumentException("not aligned: " + file);
        }
        List<@Nullable String> cells = row.cells();
        List<@Nullable String> aligned = new ArrayList<>(positions.length);
        for (int position : positions) {
            aligned.add(position < 0 ? null : cells.get(position));
        }
        return aligned;
    }

    private static List<String> rename(ReportType type, String file, List<String> header, List<Drift> drift) {
        Set<String> taken = new HashSet<>(header);
        List<String> names = new ArrayList<>(header.size());
        for (String column : header) {
            String meant = type.aliases().get(column);
            if (meant != null && type.column(column).isEmpty() && taken.add(meant)) {
                drift.add(new Drift(Kind.RENAMED, file, column, meant));
                names.add(meant);
            } else {
                names.add(column);
            }
        }
        if (!type.columns().isEmpty() && !header.isEmpty()) {
            report(type, file, names, drift);
        }
        return names;
    }

    private static void report(ReportType type, String file, List<String> names, List<Drift> drift) {
        Set<String> present = new HashSet<>(names);
        for (ReportType.Column column : type.columns()) {
            if (!present.remove(column.name()) && !column.isOptional()) {
                drift.add(new Drift(Kind.MISSING, file, column.name(), column.name()));
            }
        }
        names.stream().filter(present::contains).forEach(name -> drift.add(new Drift(Kind.UNKNOWN, file, name, name)));
    }
}
