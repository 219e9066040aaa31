package io.github.tic4j.s3;

import io.github.tic4j.table.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * The writing of one object of unknown length. What goes into {@link #body()} is sent in parts; nothing is visible until
 * {@link #complete()}, and nothing ever is if that is not reached: closing an upload that is not complete aborts it. So
 * an exception, a crash or a forgotten call leaves no truncated object.
 *
 * <pre>{@code
 * try (S3Upload upload = store.upload(location, S3WriteOptions.defaults())) {
 *     table.writeTo(upload.body());
 *     upload.complete();
 * }
 * }</pre>
 *
 * <p>Memory holds at most {@link S3WriteOptions#parallelism()} + 1 parts of 5 MiB each; larger parts, which
 * objects beyond 17 GiB or a larger part size bring, wait in temporary files. For use by one thread at a time.
 */
public final class S3Upload implements Closeable {

    private static final int LARGEST_HEAP_PART = 5 << 20;

    private enum State {
        OPEN,
        FAILED,
        COMPLETE,
        CLOSED
    }

    private final UploadRequests requests;
    private final S3WriteOptions options;
    private final Executor senders;
    private final Semaphore slots;
    private final S3Checksum.Running checksum;
    private final Queue<byte[]> spareBlocks = new ConcurrentLinkedQueue<>();
    private final Queue<CompletedPart> sent = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Body body = new Body();
    private @Nullable Part filling;
    private @Nullable String uploadId;
    private int parts;
    private long size;
    private State state = State.OPEN;
    private volatile boolean cancelled;

    S3Upload(UploadRequests requests, S3WriteOptions options, Executor senders) {
        this.requests = requests;
        this.options = options;
        this.senders = senders;
        this.slots = new Semaphore(options.parallelism());
        this.checksum = options.checksum().startWhole();
    }

    /**
     * Where the content goes; the same stream at each call. Closing it ends the content and does not complete the
     * object, so it can be wrapped in a compressor or writer that closes what it wraps. Once a write has failed the
     * upload cannot be completed any more.
     */
    public OutputStream body() {
        return body;
    }

    /**
     * A table that is written to {@link #body()}, published as a whole: its commit completes this upload too, and its
     * close aborts it otherwise.
     */
    public TableWriter publishing(TableWriter writer) {
        return new PublishedTable(writer, this);
    }

    /**
     * Ends the content, waits for all parts, and makes the object visible.
     *
     * @throws java.nio.file.FileAlreadyExistsException if an object is there and the options say to refuse that
     * @throws IOException if a part, or the completion, failed; closing aborts the upload then
     * @throws IllegalStateException if the upload is complete, has failed to complete, or is closed
     */
    public S3Receipt complete() throws IOException {
        if (state != State.OPEN) {
            throw new IllegalStateException("This upload cannot be completed, it is "
                    + state.name().toLowerCase(Locale.ROOT) + ": " + requests.target());
        }
        body.close();
        state = State.FAILED;
        rethrow();
        S3Receipt receipt = uploadId == null ? putWhole() : finish(uploadId);
        state = State.COMPLETE;
        return receipt;
    }

    /**
     * Aborts the upload unless it is complete. Waits for parts on their way, since a part that arrives after the abort
     * would be kept.
     *
     * @throws IOException if the store refuses to abort: the parts, though invisible, remain until they are cleaned up
     */
    @Override
    public void close() throws IOException {
        if (state == State.COMPLETE || state == State.CLOSED) {
            state = State.CLOSED;
            return;
        }
        state = State.CLOSED;
        cancelled = true;
        // The SDK sends nothing on a thread whose interrupt flag is set.
        boolean interrupted = Thread.interrupted();
        try {
            if (filling != null) {
                filling.close();
            }
            slots.acquireUninterruptibly(options.parallelism());
            if (uploadId != null) {
                requests.abort(uploadId);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private S3Receipt putWhole() throws IOException {
        try (Part whole = filling == null ? nextPart() : filling) {
            filling = null;
            return requests.put(whole);
        }
    }

    private S3Receipt finish(String id) throws IOException {
        if (filling != null) {
            send(filling);
        }
        acquire(options.parallelism());
        slots.release(options.parallelism());
        rethrow();
        List<CompletedPart> inOrder = sent.stream()
                .sorted(Comparator.comparing(CompletedPart::partNumber))
                .toList();
        if (inOrder.size() != parts) {
            throw new IOException("Only " + inOrder.size() + " of " + parts + " parts were sent: " + requests.target());
        }
        return requests.finish(id, inOrder, size, checksum.base64());
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        rethrow();
        int done = 0;
        while (done < length) {
            if (filling != null && filling.isFull()) {
                send(filling);
            }
            Part part = filling == null ? nextPart() : filling;
            done += part.fill(bytes, offset + done, length - done);
        }
        checksum.update(bytes, offset, length);
        size += length;
    }

    private Part nextPart() throws IOException {
        int number = ++parts;
        if (number > PartSizes.MOST_PARTS) {
            throw new IOException("An object has at most " + PartSizes.MOST_PARTS + " parts: " + requests.target());
        }
        long limit = PartSizes.of(number, options.partSize());
        Part part = limit <= LARGEST_HEAP_PART
                ? new HeapPart(number, limit, options.checksum(), spareBlocks)
                : new FilePart(number, limit, options.checksum());
        filling = part;
        return part;
    }

    private void send(Part part) throws IOException {
        String id = uploadId;
        if (id == null) {
            id = requests.begin();
            uploadId = id;
        }
        acquire(1);
        filling = null;
        String target = id;
        boolean accepted = false;
        try {
            senders.execute(() -> transmit(target, part));
            accepted = true;
        } finally {
            if (!accepted) {
                slots.release();
                part.close();
            }
        }
    }

    private void transmit(String id, Part part) {
        try (part) {
            sent.add(requests.send(id, part, () -> cancelled));
        } catch (IOException | RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            slots.release();
        }
    }

    private void acquire(int permits) throws IOException {
        try {
            slots.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while sending " + requests.target());
        }
    }

    private void rethrow() throws IOException {
        Exception first = failure.get();
        if (first != null) {
            throw new IOException("The upload has failed: " + first.getMessage(), first);
        }
    }

    private final class Body extends OutputStream {

        private boolean ended;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (ended || state != State.OPEN) {
                throw new IOException("The content of " + requests.target() + " has been ended");
            }
            try {
                S3Upload.this.write(bytes, offset, length);
            } catch (IOException | RuntimeException e) {
                failure.compareAndSet(null, e);
                throw e;
            }
        }

        @Override
        public void close() {
            ended = true;
        }
    }
}
