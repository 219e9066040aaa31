package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * All of NPPES in a folder, looked up in memory that belongs to the page cache and not to the heap.
 *
 * <pre>{@code
 * NppesSnapshot.build(folder, List.of(monthlyZip));
 * try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
 *     Provider provider = snapshot.find(Npi.parse("1234567893")).orElseThrow();
 * }
 * }</pre>
 *
 * <p>Building publishes atomically: a reader sees the old state or the new one, and keeps what it opened until it is closed.
 * Several threads may use one snapshot; a {@link ProviderCursor} belongs to one thread.
 */
public final class NppesSnapshot implements ProviderDirectory, Closeable {

    private final Path folder;
    private final Manifest manifest;
    private final Layer[] newestFirst;
    private final Instant asOf;
    private volatile boolean closed;

    NppesSnapshot(Path folder, Manifest manifest, List<Layer> layers) {
        this.folder = folder;
        this.manifest = manifest;
        newestFirst = new Layer[layers.size()];
        for (int i = 0; i < newestFirst.length; i++) {
            newestFirst[i] = layers.get(newestFirst.length - 1 - i);
        }
        LocalDate through = manifest.through();
        asOf = through == null
                ? Instant.EPOCH
                : through.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * Builds a snapshot of one monthly zip and any number of weekly zips and deactivation reports, in place of what the folder
     * held.
     *
     * @throws IllegalArgumentException if there is not exactly one monthly zip
     * @throws io.github.tic4j.source.ContentException if a zip is damaged or a week is missing
     */
    public static SnapshotReport build(Path folder, List<Path> zips) throws IOException {
        return SnapshotStore.build(folder, zips);
    }

    /**
     * Lays weekly zips and deactivation reports over an existing snapshot. Weeks that it has already are passed over.
     *
     * @throws IllegalArgumentException if one is a monthly zip
     * @throws io.github.tic4j.source.ContentException if a zip is damaged or a week is missing
     */
    public static SnapshotReport update(Path folder, List<Path> zips) throws IOException {
        return SnapshotStore.update(folder, zips);
    }

    /** Opens a snapshot and checks every byte of it. */
    public static NppesSnapshot open(Path folder) throws IOException {
        return open(folder, Verification.FULL);
    }

    /**
     * Opens a snapshot.
     *
     * @throws io.github.tic4j.source.MalformedContentException if the folder holds none, or a damaged one, or one of another
     *     version
     */
    public static NppesSnapshot open(Path folder, Verification verification) throws IOException {
        return SnapshotStore.open(folder, verification);
    }

    @Override
    public Optional<Provider> find(Npi npi) {
        ProviderCursor cursor = cursor();
        return cursor.seek(npi.value()) ? Optional.of(cursor.provider()) : Optional.empty();
    }

    /** A cursor for a join. */
    public ProviderCursor cursor() {
        checkOpen();
        return new ProviderCursor(this, newestFirst);
    }

    /** What the snapshot was made from, and how many of what. */
    public SnapshotReport report() {
        return SnapshotReport.of(manifest);
    }

    /** The last day that the bulk files cover, at midnight UTC; 1970 where their names do not say. */
    public Instant asOf() {
        return asOf;
    }

    /** Lets go of the files. The operating system unmaps them when the memory is next collected. */
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "snapshot " + folder;
    }

    Provenance provenance(Layer layer) {
        return new Provenance(Provenance.Origin.SNAPSHOT, layer.input().name(), asOf);
    }

    void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The snapshot is closed: " + folder);
        }
    }
}
