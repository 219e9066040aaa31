package io.github.tic4j.read;

import io.github.tic4j.internal.scan.GroupUse;
import io.github.tic4j.internal.scan.PriceBatch;
import io.github.tic4j.internal.scan.Recorder;
import io.github.tic4j.internal.scan.ScanEvents;
import io.github.tic4j.internal.scan.Tape;
import io.github.tic4j.mrf.FileReport;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Works a pump. Where the source turns out to be long, a thread of its own does that, some batches ahead of whoever asks;
 * a slow listener stops it. The listener is told everything by the thread that asks, and a failure is thrown there, behind
 * everything that came before it.
 */
final class PumpAhead implements Closeable {

    private static final int PARTS = 4;

    private final DocumentPump pump;
    private final boolean threadAllowed;
    private final int alone;
    private final BlockingQueue<PriceBatch> spare = Recorder.spares();
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(PARTS);
    private ScanEvents listener = new ScanEvents() {};
    private Recorder recorder = new Recorder(spare, listener);
    private @Nullable Thread thread;
    private Part current = new Part(null, null, null);
    private int steps;
    private boolean closed;

    /** What the thread has read, and how far it was then. Without a tape it is the last, which may say what failed. */
    private record Part(
            @Nullable Tape tape,
            @Nullable FileReport running,
            @Nullable Exception failure) {}

    PumpAhead(DocumentPump pump, ReadOptions options, Ahead ahead) {
        this.pump = pump;
        this.threadAllowed = options.threads() > 1;
        this.alone = ahead.alone();
    }

    /** Says what to do with groups and who listens; to be called once, before the first step. */
    void start(GroupUse groups, ScanEvents to) {
        listener = to;
        recorder = new Recorder(spare, to);
        pump.start(groups, recorder);
    }

    /** Reads on; false at the end of the source. */
    boolean step() throws IOException {
        if (closed) {
            return false;
        }
        if (thread == null) {
            if (!threadAllowed || steps++ < alone || pump.isSplit()) {
                return pump.step();
            }
            startThread();
        } else if (current.tape == null) {
            return false;
        } else {
            current.tape.recycle(spare);
        }
        current = take();
        if (current.tape != null) {
            current.tape.play(listener);
            return true;
        }
        if (current.failure instanceof IOException failed) {
            throw failed;
        }
        if (current.failure instanceof RuntimeException failed) {
            throw failed;
        }
        return false;
    }

    private Part take() throws IOException {
        try {
            return parts.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for what is read ahead");
        }
    }

    /** What was learnt so far about the document that is being read, or {@code null} if there is none. */
    @Nullable
    FileReport running() {
        return thread == null ? pump.running() : current.running;
    }

    private void startThread() {
        current = new Part(null, pump.running(), null);
        Thread ahead = new Thread(this::readAhead, "tic4j-scan " + pump.name());
        ahead.setDaemon(true);
        ahead.start();
        thread = ahead;
    }

    /** Stops the thread, waits until it no longer reads, and closes the pump. */
    @Override
    public void close() throws IOException {
        closed = true;
        try (pump) {
            Thread ahead = thread;
            if (ahead != null) {
                ahead.interrupt();
                ahead.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- on the thread

    private void readAhead() {
        Exception failure = new IllegalStateException("The thread that reads " + pump.name() + " ended early");
        try {
            recorder.keepFor(tape -> put(new Part(tape, pump.running(), null)));
            failure = readToEnd();
            recorder.flush();
        } finally {
            put(new Part(null, pump.running(), failure));
        }
    }

    private @Nullable Exception readToEnd() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = pump.step();
            }
            return null;
        } catch (IOException | RuntimeException failed) {
            return failed;
        }
    }

    /** Waits for room; an interrupt means that nobody wants the part any more. */
    private void put(Part part) {
        try {
            parts.put(part);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
