package io.github.tic4j.internal.inflate;

import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The content of a gzip file in the form that bgzip writes: members of at most 64 KiB, each with its compressed size in its
 * header, so that several can be decoded at once. Runs of members are handed to threads and their content put together in
 * order. From the first member on that does not say its size, the rest is read as by {@link GzipStream}, whose checks,
 * errors and order of errors this stream shares.
 */
final class BlockGzipStream extends BulkStream {

    private static final int HEADER_SIZE = 18;
    private static final int MEMBERS_PER_RUN = 16;
    private static final int CONTENT_PER_RUN = MEMBERS_PER_RUN << 16;

    private final ByteInput input;
    private final InflaterChoice choice;
    private final int threads;
    private final ExecutorService workers;
    private final Deque<Future<Run>> ahead = new ArrayDeque<>();
    private InputStream current = InputStream.nullInputStream();
    private int members;
    private boolean inRest;
    private @Nullable IOException failure;

    /** Starts at a position where {@link #startsAt} holds. */
    BlockGzipStream(ByteInput input, InflaterChoice choice, int threads) {
        this.input = input;
        this.choice = choice;
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "tic4j-inflate " + input.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether a member begins at the position of the input that says its compressed size. */
    static boolean startsAt(ByteInput input) throws IOException {
        return input.require(HEADER_SIZE)
                && input.peekLittleEndian(0, 4) == 0x04088b1fL
                && input.peekLittleEndian(10, 2) == 6
                && input.peek(12) == 'B'
                && input.peek(13) == 'C'
                && input.peekLittleEndian(14, 2) == 2;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = current.read(target, offset, length);
        while (count < 0 && !inRest) {
            current = next();
            count = current.read(target, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        input.close();
    }

    private InputStream next() throws IOException {
        try {
            while (ahead.size() <= threads && failure == null && startsAt(input)) {
                submitRun();
            }
        } catch (IOException e) {
            failure = e;
        }
        Future<Run> next = ahead.poll();
        if (next != null) {
            return await(next);
        }
        if (failure != null) {
            throw failure;
        }
        inRest = true;
        workers.shutdown();
        return new GzipStream(input, choice, members);
    }

    private void submitRun() throws IOException {
        long start = input.offset();
        int membersBefore = members;
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        boolean isCut = false;
        try {
            while (members - membersBefore < MEMBERS_PER_RUN && startsAt(input)) {
                int size = (int) input.peekLittleEndian(16, 2) + 1;
                byte[] member = input.readNBytes(size);
                run.writeBytes(member);
                isCut = member.length < size;
                members++;
            }
        } finally {
            // Where the source fails, what came before is delivered before the failure is raised.
            if (run.size() > 0) {
                InputStream bytes = new ByteArrayInputStream(run.toByteArray());
                ByteInput compressed = new ByteInput(bytes, input.name(), start);
                Run task = new Run(compressed, new GzipStream(compressed, choice, membersBefore), isCut);
                ahead.add(workers.submit(task::decoded));
            }
        }
    }

    private static Run await(Future<Run> run) throws IOException {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for decoded blocks");
        } catch (ExecutionException e) {
            throw new IOException("Decoding of gzip blocks failed", e.getCause());
        }
    }

    /** Some members, decoded ahead as far as they keep to their greatest size; what is more is decoded when it is read. */
    private static final class Run extends BulkStream {

        private final ByteInput compressed;
        private final GzipStream members;
        private final boolean isCut;
        private final byte[] content = new byte[CONTENT_PER_RUN];
        private int end;
        private int position;

        Run(ByteInput compressed, GzipStream members, boolean isCut) {
            this.compressed = compressed;
            this.members = members;
            this.isCut = isCut;
        }

        Run decoded() throws IOException {
            try {
                int count = 0;
                while (count >= 0 && end < content.length) {
                    end += count;
                    count = members.read(content, end, content.length - end);
                }
            } catch (ContentException e) {
                // The stream raises it again when the reader has come so far.
            }
            return this;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position == end) {
                return readMore(target, offset, length);
            }
            int count = Math.min(length, end - position);
            System.arraycopy(content, position, target, offset, count);
            position += count;
            return count;
        }

        private int readMore(byte[] target, int offset, int length) throws IOException {
            try {
                return members.read(target, offset, length);
            } catch (TruncatedContentException e) {
                if (isCut) {
                    throw e;
                }
                throw compressed.malformed("gzip block is larger than it says");
            }
        }
    }
}
