package io.github.tic4j.collaboratemd.table;

import io.github.tic4j.collaboratemd.table.ZipArchive.Entry;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A nightly snapshot: tab-separated {@code .DAT} files, one per table, each with a header. Immutable and thread-safe.
 */
public final class SnapshotArchive {

    private static final String SUFFIX = ".DAT";

    private final ZipArchive zip;

    private SnapshotArchive(ZipArchive zip) {
        this.zip = zip;
    }

    /** The snapshot in a verified archive. */
    public static SnapshotArchive of(ZipArchive zip) {
        return new SnapshotArchive(zip);
    }

    /** The names of the tables in upper case, such as {@code B_CHARGE}. */
    public List<String> tables() {
        return zip.entries().stream()
                .map(SnapshotArchive::table)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * A table, read as it is asked for; its columns are named as {@link ColumnNames#of(List)} does. The caller closes it.
     *
     * @throws IllegalArgumentException if the snapshot has no such table
     */
    public ReportTable open(String table) {
        Entry entry = zip.entries().stream()
                .filter(candidate -> table(candidate).equalsIgnoreCase(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + table + " in the snapshot"));
        Reader in = ReportArchive.text(zip, entry);
        CsvFile file = new CsvFile(entry.name(), in, CsvReader.tabSeparated(in, entry.name()));
        return new ReportTable(file.columns(), Stream.of(file).iterator());
    }

    /** The archive as it was downloaded, with all that is no table. */
    public ZipArchive zip() {
        return zip;
    }

    private static String table(Entry entry) {
        String name = entry.name().substring(entry.name().lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
    }
}
