package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.read.ZipReader;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.Sources;
import io.github.tic4j.source.TruncatedContentException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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
        Optional<? extends ZipEntry> providers = providers();
        if (providers.isPresent()) {
            String member = providers.get().getName();
            Period period = Period.in(member.substring(member.lastIndexOf('/') + 1));
            return new Manifest.Input(isFull(period) ? Manifest.Kind.FULL : Manifest.Kind.WEEKLY, fileName(), period);
        }
        if (DeactivationReport.isIn(zip)) {
            return new Manifest.Input(Manifest.Kind.DEACTIVATIONS, fileName(), null);
        }
        throw new MalformedContentException(
                "Cannot read the NPPES zip: it has neither a member npidata_pfile_*.csv nor an .xlsx report of deactivated NPIs",
                Location.of(path.toString(), 0));
    }

    /** The members from front to back, with their content. */
    ZipReader members() throws IOException {
        return ZipReader.open(Sources.of(path));
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

    private Optional<? extends ZipEntry> providers() {
        return zip.stream()
                .filter(entry -> Table.of(entry.getName()) == Table.PROVIDER)
                .findFirst();
    }
}
