package io.github.tic4j.collaboratemd.table;

import io.github.tic4j.collaboratemd.table.ZipArchive.Entry;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The archive in which a report arrives: usually one CSV file, at times several parts with one header. Text is UTF-8, or
 * else windows-1252; {@link File#charset()} tells. Immutable and thread-safe; nothing needs closing but the tables that
 * it opens.
 */
public final class ReportArchive {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final ZipArchive zip;
    private final List<Entry> entries;

    private ReportArchive(ZipArchive zip) {
        this.zip = zip;
        this.entries = zip.entries().stream().filter(ReportArchive::isCsv).toList();
    }

    /**
     * One CSV file of a report.
     *
     * @param name its path inside the archive
     * @param size its inflated size in bytes
     * @param charset how its text is read
     */
    public record File(String name, long size, Charset charset) {}

    /**
     * A report in a verified archive.
     *
     * @throws ReportContentException if the archive holds no CSV file
     */
    public static ReportArchive of(ZipArchive zip) {
        ReportArchive archive = new ReportArchive(zip);
        if (archive.entries.isEmpty()) {
            throw new ReportContentException(
                    "no CSV file among the " + zip.entries().size() + " files of the archive");
        }
        return archive;
    }

    /** The CSV files, in the order of the archive. */
    public List<File> files() {
        return entries.stream()
                .map(entry -> new File(entry.name(), entry.size(), charset(entry)))
                .toList();
    }

    /** The names of files that are no CSV; they are not read. */
    public List<String> otherFiles() {
        return zip.entries().stream()
                .filter(entry -> !isCsv(entry))
                .map(Entry::name)
                .toList();
    }

    /**
     * A new table over all CSV files, one after another; columns that stand in another order in a later file are put in
     * the order of the first. The caller closes it.
     *
     * @throws ReportContentException if two files differ in their columns
     */
    public ReportTable open() {
        List<String> columns = List.of();
        for (Entry entry : entries) {
            try (CsvFile file = csv(entry)) {
                if (columns.isEmpty()) {
                    columns = file.columns();
                } else if (!file.columns().isEmpty() && !new HashSet<>(columns).equals(new HashSet<>(file.columns()))) {
                    throw new ReportContentException("its CSV files differ in their columns");
                }
            }
        }
        return new ReportTable(columns, entries.stream().map(this::csv).iterator());
    }

    /** The archive as it was downloaded. */
    public ZipArchive zip() {
        return zip;
    }

    /** The number of files; never content. */
    @Override
    public String toString() {
        return "ReportArchive[" + entries.size() + " CSV files]";
    }

    private CsvFile csv(Entry entry) {
        Reader in = text(zip, entry);
        return new CsvFile(entry.name(), in, CsvReader.commaSeparated(in, entry.name()));
    }

    /** The text of a file; bytes that are no text are an error and never replaced. */
    static Reader text(ZipArchive zip, Entry entry) {
        return new InputStreamReader(
                zip.open(entry),
                charset(entry)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean isCsv(Entry entry) {
        return entry.name().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static Charset charset(Entry entry) {
        return entry.isUtf8() ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }
}
