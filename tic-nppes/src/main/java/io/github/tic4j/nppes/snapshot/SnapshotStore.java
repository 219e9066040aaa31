package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds, updates and opens the snapshot in a folder. */
final class SnapshotStore {

    private static final Logger log = LoggerFactory.getLogger(SnapshotStore.class);
    private static final int ATTEMPTS = 3;

    private final SnapshotFolder folder;
    private final List<Manifest.Layer> layers;

    private SnapshotStore(SnapshotFolder folder, List<Manifest.Layer> layers) {
        this.folder = folder;
        this.layers = new ArrayList<>(layers);
    }

    static SnapshotReport build(Path path, List<Path> zips) throws IOException {
        List<Identified> inputs = identify(zips);
        long monthly = inputs.stream()
                .filter(input -> input.input.kind() == Manifest.Kind.FULL)
                .count();
        if (monthly != 1) {
            throw new IllegalArgumentException("A snapshot is built from exactly one monthly zip, not " + monthly
                    + " (and any number of weekly ones and deactivation reports)");
        }
        try (SnapshotFolder folder = SnapshotFolder.lock(path)) {
            return new SnapshotStore(folder, List.of()).lay(inputs);
        }
    }

    static SnapshotReport update(Path path, List<Path> zips) throws IOException {
        List<Identified> inputs = identify(zips);
        for (Identified input : inputs) {
            if (input.input.kind() == Manifest.Kind.FULL) {
                throw new IllegalArgumentException(
                        "An update takes weekly zips and deactivation reports; build a new snapshot of the monthly "
                                + input.path);
            }
        }
        // Before the lock, which would create the folder of a mistyped path.
        manifest(path);
        try (SnapshotFolder folder = SnapshotFolder.lock(path)) {
            return new SnapshotStore(folder, manifest(path).layers()).lay(inputs);
        }
    }

    static NppesSnapshot open(Path path, Verification verification) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Manifest manifest = manifest(path);
            try {
                return open(path, manifest, verification);
            } catch (MalformedContentException e) {
                // A build that finished since then has removed the files of the manifest that was read.
                if (attempt == ATTEMPTS || manifest.equals(manifest(path))) {
                    throw e;
                }
            }
        }
    }

    private static NppesSnapshot open(Path path, Manifest manifest, Verification verification) throws IOException {
        List<Layer> open = new ArrayList<>();
        for (Manifest.Layer layer : manifest.layers()) {
            open.add(Layer.open(path, layer, verification));
        }
        return new NppesSnapshot(path, manifest, open);
    }

    private static Manifest manifest(Path path) throws IOException {
        Path file = path.resolve(Manifest.NAME);
        try {
            return Manifest.parse(Files.readString(file, StandardCharsets.UTF_8), file);
        } catch (NoSuchFileException e) {
            throw Manifest.refused("the folder has no " + Manifest.NAME, path.toString());
        }
    }

    /** The zips in the order in which they are to be laid: the monthly one, the weeks by date, the reports. */
    private static List<Identified> identify(List<Path> zips) throws IOException {
        List<Identified> inputs = new ArrayList<>();
        for (Path path : zips) {
            try (BulkZip zip = BulkZip.open(path)) {
                inputs.add(new Identified(path, zip.identify()));
            }
        }
        inputs.sort(Comparator.comparing((Identified each) -> each.input.kind())
                .thenComparing(each -> each.input.period() == null
                        ? LocalDate.MAX
                        : each.input.period().from()));
        return inputs;
    }

    private SnapshotReport lay(List<Identified> inputs) throws IOException {
        int published = layers.size();
        try {
            for (Identified each : inputs) {
                if (isPresent(each.input)) {
                    log.info("{} is part of the snapshot already", each.path);
                } else {
                    lay(each);
                }
            }
        } catch (IOException | RuntimeException e) {
            layers.subList(published, layers.size()).forEach(folder::discard);
            throw e;
        }
        Manifest manifest = new Manifest(layers);
        folder.publish(manifest);
        return SnapshotReport.of(manifest);
    }

    private void lay(Identified each) throws IOException {
        checkContinuity(each);
        try (BulkZip zip = BulkZip.open(each.path)) {
            Manifest.Layer layer = folder.write(directory -> each.input.kind() == Manifest.Kind.DEACTIVATIONS
                    ? DeactivationLayer.build(zip, each.input, directory, view())
                    : LayerBuilder.build(zip, each.input, directory));
            log.info("{}: {}", each.path, layer.counts());
            if (layer.count("providers") == 0) {
                // A report that says nothing new would cost every lookup a probe.
                folder.discard(layer);
            } else {
                layers.add(layer);
            }
        }
    }

    /** Whether a week is one that the snapshot has already, by its last day. */
    private boolean isPresent(Manifest.Input input) {
        LocalDate through = new Manifest(layers).through();
        return input.kind() == Manifest.Kind.WEEKLY
                && input.period() != null
                && through != null
                && !input.period().through().isAfter(through);
    }

    private void checkContinuity(Identified each) {
        LocalDate through = new Manifest(layers).through();
        Period period = each.input.period();
        if (each.input.kind() == Manifest.Kind.WEEKLY
                && through != null
                && period != null
                && !period.continues(through)) {
            throw new MalformedContentException(
                    "Cannot lay the weekly file over the snapshot: it covers " + period + ", the snapshot ends "
                            + through
                            + ", and what lies between is missing; add the missing weeks or build from a newer monthly file",
                    Location.of(each.path.toString(), 0));
        }
    }

    /** What the layers written so far say. */
    private NppesSnapshot view() throws IOException {
        return open(folder.path(), new Manifest(layers), Verification.QUICK);
    }

    private record Identified(Path path, Manifest.Input input) {}
}
