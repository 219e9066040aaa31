package io.github.tic4j.internal.scan;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Some bytes of a document, and what was read of the items that begin in them. Filled by one thread, then used by another. */
final class Stretch {

    /** Where the stretch begins, and where the next one does. */
    final long from;

    final long to;

    /** Whether an item is known to begin where the stretch does. */
    final boolean startKnown;

    /** Where the first item begins and the last one ends, if there are any. */
    long start;

    long end;
    long items;
    final Deque<Tape> tapes = new ArrayDeque<>();
    final Counts counts = new Counts();
    boolean schema2;

    /** Who read it. */
    @Nullable
    StretchScan by;

    private final CountDownLatch read = new CountDownLatch(1);
    private volatile boolean dropped;

    Stretch(long from, long to, boolean startKnown) {
        this.from = from;
        this.to = to;
        this.startKnown = startKnown;
        this.start = from;
    }

    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }

    void done() {
        read.countDown();
    }

    void await() throws InterruptedIOException {
        try {
            read.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for items");
        }
    }
}
