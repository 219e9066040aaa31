package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.internal.CsvCursor;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip that CMS published: a monthly or weekly one with CSV members, or a report of deactivated NPIs. */
final class BulkZip implements Closeable {

    private final Path path;
    private final ZipFile zip;

    private BulkZip(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * Opens a zip.
     *
     * @throws TruncatedContentException if the file is not a complete zip
     */
    static BulkZip open(Path path) throws IOException {
        try {
            return new BulkZip(path, new ZipFile(path.toFile()));
        } catch (ZipException e) {
            throw new TruncatedContentException(
                    "Cannot read the NPPES zip: it is not a zip, or not all of it is there (" + e.getMessage() + ")",
                    Location.of(path.toString(), 0),
                    e);
        }
    }

    /**
     * What the zip is.
     *
     * @throws MalformedContentException if it is no NPPES zip
     */
    Manifest.Input identify() {
        Optional<? extends ZipEntry> providers = member(Table.PROVIDER);
        if (providers.isPresent()) {
            Period period = Period.in(baseName(providers.get()));
            return new Manifest.Input(isFull(period) ? Manifest.Kind.FULL : Manifest.Kind.WEEKLY, fileName(), period);
        }
        if (DeactivationReport.isIn(zip)) {
            return new Manifest.Input(Manifest.Kind.DEACTIVATIONS, fileName(), null);
        }
        throw new MalformedContentException(
                "Cannot read the NPPES zip: it has neither a member npidata_pfile_*.csv nor an .xlsx report of deactivated NPIs",
                Location.of(path.toString(), 0));
    }

    /** The rows of a table with the read-ahead of their bytes, or {@code null} where the zip has no such member. */
    @Nullable
    CsvCursor rows(Table table) throws IOException {
        Optional<? extends ZipEntry> entry = member(table);
        if (entry.isEmpty()) {
            return null;
        }
        String name = fileName() + "!" + entry.get().getName();
        InputStream checked = new CheckedMember(zip.getInputStream(entry.get()), entry.get(), name);
        InputStream ahead = new ReadAheadInputStream(checked, name);
        try {
            return new CsvCursor(ahead, name);
        } catch (IOException | RuntimeException e) {
            ahead.close();
            throw e;
        }
    }

    /** An upper bound for the rows of a table, by its size; 0 where the zip has no such member. */
    int estimatedRows(Table table) {
        // A row of the widest table has some 1,000 bytes of quotes and commas alone; others are estimated too low and
        // grow.
        return (int) Math.min(1 << 26, member(table).map(ZipEntry::getSize).orElse(0L) / 1000);
    }

    /** The report of deactivated NPIs that the zip holds. */
    DeactivationReport deactivations() throws IOException {
        return DeactivationReport.read(zip, fileName());
    }

    String fileName() {
        return path.getFileName().toString();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private boolean isFull(@Nullable Period period) {
        return period == null ? !fileName().toLowerCase(Locale.ROOT).contains("weekly") : period.isFull();
    }

    private Optional<? extends ZipEntry> member(Table table) {
        List<? extends ZipEntry> members = zip.stream()
                .filter(entry -> {
                    String name = baseName(entry).toLowerCase(Locale.ROOT);
                    return name.startsWith(table.prefix()) && name.endsWith(".csv") && !name.contains("fileheader");
                })
                .toList();
        if (members.size() > 1) {
            throw new MalformedContentException(
                    "Cannot read the NPPES zip: more than one member " + table.prefix() + "*.csv",
                    Location.of(path.toString(), 0));
        }
        return members.stream().findFirst();
    }

    private static String baseName(ZipEntry entry) {
        String name = entry.getName();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Compares what was inflated with the checksum that the zip states; {@link ZipFile} itself does not. */
    private static final class CheckedMember extends FilterInputStream {

        private final ZipEntry entry;
        private final String name;
        private final CRC32 checksum = new CRC32();
        private long count;

        CheckedMember(InputStream in, ZipEntry entry, String name) {
            super(in);
            this.entry = entry;
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, from, length);
            } catch (ZipException | EOFException e) {
                throw damaged(String.valueOf(e.getMessage()));
            }
            if (read > 0) {
                checksum.update(bytes, from, read);
                count += read;
            } else if (read < 0 && entry.getCrc() != -1 && entry.getCrc() != checksum.getValue()) {
                throw damaged("the content does not match its checksum");
            }
            return read;
        }

        private MalformedContentException damaged(String how) {
            return new MalformedContentException(
                    "Cannot read the NPPES zip: it is damaged: " + how, Location.of(name, count));
        }
    }
}
