package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.NpiFault;
import io.github.tic4j.nppes.internal.CsvCursor;
import io.github.tic4j.read.ZipReader;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a layer of a monthly or weekly zip, in one pass. */
final class LayerBuilder {

    private static final Logger log = LoggerFactory.getLogger(LayerBuilder.class);

    private final BulkZip zip;
    private final Path directory;
    private final Set<Table> read = EnumSet.noneOf(Table.class);
    private long latestUpdate;

    private LayerBuilder(BulkZip zip, Path directory) {
        this.zip = zip;
        this.directory = directory;
    }

    /**
     * Builds the layer in an empty folder.
     *
     * @throws MalformedContentException if more rows are rejected than taken
     */
    static Manifest.Layer build(BulkZip zip, Manifest.Input input, Path directory) throws IOException {
        return new LayerBuilder(zip, directory).build(input);
    }

    private Manifest.Layer build(Manifest.Input input) throws IOException {
        try (LayerWriter writer = new LayerWriter(directory);
                ZipReader members = zip.members()) {
            for (ZipReader.Member member = members.next(); member != null; member = members.next()) {
                Table table = Table.of(member.name());
                if (table != null) {
                    read(table, member, writer);
                }
            }
            if (!read.contains(Table.PROVIDER)) {
                throw malformed("the zip's members are not those that its directory lists", zip.fileName(), 0);
            }
            List<Manifest.File> files = writer.finish();
            return new Manifest.Layer(directory.getFileName().toString(), dated(input), writer.counts(), files);
        }
    }

    /** A full file whose name does not say its period has that of its rows. */
    private Manifest.Input dated(Manifest.Input input) {
        if (input.kind() != Manifest.Kind.FULL || input.period() != null || latestUpdate == 0) {
            return input;
        }
        return new Manifest.Input(input.kind(), input.name(), Period.full(LocalDate.ofEpochDay(latestUpdate)));
    }

    private void read(Table table, ZipReader.Member member, LayerWriter writer) throws IOException {
        String source = zip.fileName() + "!" + member.name();
        if (!read.add(table)) {
            throw malformed("more than one member " + table.prefix() + "*.csv", source, 0);
        }
        try (CsvCursor rows = new CsvCursor(member.content(), source)) {
            if (!rows.next()) {
                throw malformed("it is empty", source, 0);
            }
            Columns columns = new Columns(table, rows.texts(), source);
            if (!columns.unknown().isEmpty()) {
                log.debug("{}: columns left out: {}", source, columns.unknown());
            }
            long taken = readRows(table, rows, columns, writer);
            long rejected = rejected(table, writer.counts());
            if (rejected > taken) {
                throw malformed(
                        rejected + " rows rejected and only " + taken + " taken: " + writer.counts(),
                        source,
                        rows.offset());
            }
        }
    }

    private long readRows(Table table, CsvCursor rows, Columns columns, LayerWriter writer) throws IOException {
        RowEncoder encoder = new RowEncoder(columns, writer.words());
        long taken = 0;
        while (rows.next()) {
            if (rows.columns() != columns.count()) {
                writer.count(rejectionsOf(table) + "COLUMNS", 1);
                continue;
            }
            NpiFault fault = encoder.encode(rows);
            if (fault != null) {
                writer.count(rejectionsOf(table) + fault, 1);
                continue;
            }
            if (table == Table.PROVIDER) {
                writer.addProvider(encoder.npi(), encoder.hot(), encoder.record());
            } else {
                writer.addChild(encoder.npi(), encoder.record());
            }
            taken++;
        }
        writer.count("rows." + table, taken);
        writer.count("unreadable_dates", encoder.unreadableDates());
        latestUpdate = Math.max(latestUpdate, encoder.latestUpdate());
        return taken;
    }

    private static long rejected(Table table, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(rejectionsOf(table)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String rejectionsOf(Table table) {
        return "rejected." + table + ".";
    }

    private static MalformedContentException malformed(String how, String source, long offset) {
        return new MalformedContentException("Cannot read the NPPES table: " + how, Location.of(source, offset));
    }
}
