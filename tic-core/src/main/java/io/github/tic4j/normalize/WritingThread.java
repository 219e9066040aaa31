package io.github.tic4j.normalize;

import io.github.tic4j.table.TableSet;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes tables behind the thread that fills them, a few lots behind at most. What fails here is thrown there. */
final class WritingThread implements Closeable {

    private static final int MOST_WAITING = 4;
    private static final long LOOK_MILLIS = 100;

    private final TableSet tables;
    private final BlockingQueue<List<Write>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Write> end = new ArrayList<>();
    private final Thread thread;
    private volatile boolean cancelled;
    private volatile boolean ended;
    private volatile @Nullable IOException failure;
    private volatile @Nullable RuntimeException fault;

    /** Something to write. */
    interface Write {
        void to(TableSet tables) throws IOException;
    }

    /** Starts the thread. From now on it alone may touch the tables, until it is finished or closed. */
    WritingThread(TableSet tables, String name) {
        this.tables = tables;
        this.thread = new Thread(this::run, "tic4j-write " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (List<Write> lot = waiting.take(); lot != end; lot = waiting.take()) {
                for (Write write : lot) {
                    if (!cancelled && failure == null && fault == null) {
                        perform(write);
                    }
                }
            }
            ended = true;
        } catch (InterruptedException nobodyElseKnowsThisThread) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Write write) {
        try {
            write.to(tables);
        } catch (IOException failed) {
            failure = failed;
        } catch (RuntimeException wrong) {
            fault = wrong;
        }
    }

    /** Gives a lot to the thread, when it has room for one. */
    void write(List<Write> lot) throws IOException {
        rethrow();
        put(lot);
    }

    /** Waits until everything is written. */
    void finish() throws IOException {
        put(end);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
        rethrow();
        if (!ended) {
            throw died();
        }
    }

    private void put(List<Write> lot) throws IOException {
        try {
            // An error, such as no memory, ends the thread without emptying the queue.
            while (!waiting.offer(lot, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!thread.isAlive()) {
                    throw died();
                }
            }
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static IllegalStateException died() {
        return new IllegalStateException("The thread that writes tables died");
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while waiting for tables to be written");
    }

    private void rethrow() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
        RuntimeException wrong = fault;
        if (wrong != null) {
            throw wrong;
        }
    }

    /** Lets the thread leave out what waits, and waits for its end. Idempotent. */
    @Override
    public void close() {
        cancelled = true;
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            waiting.clear();
            waiting.offer(end);
            try {
                thread.join(LOOK_MILLIS);
            } catch (InterruptedException interrupted) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
