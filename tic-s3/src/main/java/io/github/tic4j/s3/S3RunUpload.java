package io.github.tic4j.s3;

import io.github.tic4j.table.Partition;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Uploads the folder of a finished local run. What the store has already, by the content's hash, is not sent again: an
 * interrupted upload goes on where it was, and a later one sends what is new. Files that say what is valid
 * ({@code manifest*} and {@code _SUCCESS}) go last; hidden files, and files that are still being written ({@code .tmp},
 * {@code .part}), not at all. Nothing is deleted.
 *
 * <p>Immutable and safe for use by several threads. The store stays open.
 */
public final class S3RunUpload {

    private static final String HASH = "tic4j-sha256";

    private final S3Store store;
    private final S3Layout layout;
    private final S3WriteOptions options;

    /**
     * An upload below a layout's prefix.
     *
     * @param options how each object is written; the parallelism also says how many small files go at a time
     */
    public S3RunUpload(S3Store store, S3Layout layout, S3WriteOptions options) {
        this.store = store;
        this.layout = layout;
        this.options = options;
    }

    /**
     * What an upload did.
     *
     * @param uploaded the objects that were written
     * @param unchanged the objects that were there already
     * @param bytes how many bytes were sent
     */
    public record Report(List<S3Location> uploaded, List<S3Location> unchanged, long bytes) {
        /** Copies the lists. */
        public Report {
            uploaded = List.copyOf(uploaded);
            unchanged = List.copyOf(unchanged);
        }

        /** One line for people. */
        @Override
        public String toString() {
            return uploaded.size() + " uploaded (" + bytes + " bytes), " + unchanged.size() + " unchanged";
        }
    }

    /** Uploads each file under its own path, which is right for a run that is partitioned already. */
    public Report mirror(Path folder) throws IOException {
        return upload(files(folder, (path, modified) -> layout.mirror(path)));
    }

    /**
     * Uploads each file where the layout wants it: {@code TABLE/FILE} into the partition, statistics and fact table with
     * the time of their last change in their names, anything else under its own path.
     */
    public Report partition(Path folder, Partition partition) throws IOException {
        return upload(files(folder, (path, modified) -> layout.place(path, modified, partition)));
    }

    private static List<LocalFile> files(Path folder, BiFunction<String, Instant, S3Location> naming)
            throws IOException {
        List<LocalFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (isFinished(name)) {
                    S3Location target =
                            naming.apply(name, Files.getLastModifiedTime(path).toInstant());
                    files.add(new LocalFile(path, Files.size(path), target));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static boolean isFinished(String name) {
        return Stream.of(name.split("/")).noneMatch(segment -> segment.startsWith("."))
                && !name.endsWith(".tmp")
                && !name.endsWith(".part");
    }

    private Report upload(List<LocalFile> files) throws IOException {
        List<Sent> all = new ArrayList<>(
                sendSideBySide(files.stream().filter(file -> isSmall(file) && !file.saysWhatIsValid())));
        for (LocalFile file : files) {
            if (!isSmall(file) && !file.saysWhatIsValid()) {
                all.add(send(file));
            }
        }
        for (LocalFile file : files) {
            if (file.saysWhatIsValid()) {
                all.add(send(file));
            }
        }
        return new Report(
                all.stream().filter(Sent::isNew).map(Sent::target).toList(),
                all.stream().filter(sent -> !sent.isNew()).map(Sent::target).toList(),
                all.stream().filter(Sent::isNew).mapToLong(Sent::size).sum());
    }

    /** Whether it goes in one request, so that several at a time take no more memory than one that goes in parts. */
    private boolean isSmall(LocalFile file) {
        return file.size() <= options.partSize();
    }

    private Queue<Sent> sendSideBySide(Stream<LocalFile> files) throws IOException {
        Queue<LocalFile> waiting = files.collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
        Queue<Sent> done = new ConcurrentLinkedQueue<>();
        List<FutureTask<Boolean>> workers = Stream.generate(() -> new FutureTask<>(() -> sendAll(waiting, done)))
                .limit(options.parallelism())
                .toList();
        workers.forEach(store.transfers()::execute);
        IOException failure = null;
        for (FutureTask<Boolean> worker : workers) {
            try {
                Transfers.await(worker);
            } catch (IOException e) {
                // The other workers end with the file that they are at.
                waiting.clear();
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    private boolean sendAll(Queue<LocalFile> waiting, Queue<Sent> done) throws IOException {
        for (LocalFile file = waiting.poll(); file != null; file = waiting.poll()) {
            done.add(send(file));
        }
        return true;
    }

    private Sent send(LocalFile file) throws IOException {
        MessageDigest local = sha256();
        Files.copy(file.path(), new DigestOutputStream(OutputStream.nullOutputStream(), local));
        String hash = HexFormat.of().formatHex(local.digest());
        boolean present = store.head(file.target())
                .filter(head -> hash.equals(head.metadata().get(HASH)))
                .isPresent();
        if (present) {
            return new Sent(file.target(), file.size(), false);
        }
        S3WriteOptions own = options.toBuilder().metadata(HASH, hash).build();
        try (S3Upload upload = store.upload(file.target(), own)) {
            MessageDigest streamed = sha256();
            Files.copy(file.path(), new DigestOutputStream(upload.body(), streamed));
            if (!hash.equals(HexFormat.of().formatHex(streamed.digest()))) {
                throw new IOException(
                        file.path() + " changed while it was uploaded; upload the run again once it has ended");
            }
            return new Sent(file.target(), upload.complete().size(), true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Sent(S3Location target, long size, boolean isNew) {}

    private record LocalFile(Path path, long size, S3Location target) {

        boolean saysWhatIsValid() {
            String name = String.valueOf(path.getFileName());
            return name.startsWith("manifest") || name.equals("_SUCCESS");
        }
    }
}
