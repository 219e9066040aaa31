package io.github.tic4j.internal.scan;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Has the items of an array read on several threads, ahead of the section that goes through the array in order.
 *
 * <p>The document is cut into stretches. A thread takes one, guesses where its first item begins, by the bytes that stood
 * between items before, and reads until an item begins in the next stretch. What it read is used only if the section,
 * which knows everything before, comes to an item at just that byte; it then goes on behind the last item of the stretch.
 * So a wrong guess, a fault, or an item that is too long for a stretch costs time and changes nothing: the section reads
 * there by itself, and a fault shows in its turn.
 *
 * <p>A few stretches are kept at most, those included that were read and wait for their turn.
 */
final class ItemsAhead implements Closeable {

    /** How many stretches may wait while each thread reads one. */
    private static final int READY = 2;

    /** Between how many items a separator is looked for: the first ones may be odd. */
    private static final int TRIES = 16;

    private static final Stretch STOP = new Stretch(0, 0, false);

    private final Split split;
    private final Scan scan;
    private final RateChoice choice;
    private final BlockingQueue<PriceBatch> spare = Recorder.spares();
    private final BlockingQueue<Stretch> waiting = new LinkedBlockingQueue<>();
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Separator separator;
    private int tries;
    private long size;
    private long next;
    private @Nullable Stretch taken;
    private @Nullable Tape played;

    ItemsAhead(Split split, Scan scan, RateChoice choice) {
        this.split = split;
        this.scan = scan;
        this.choice = choice;
    }

    /**
     * Takes the stretch that begins at an item, if there is one.
     *
     * @param end where the item before ended
     * @param item where the item begins
     * @return how many items were taken; 0 if the item has to be read
     */
    long take(long end, long item) throws IOException {
        if (separator == null && !start(end, item)) {
            return 0;
        }
        order();
        for (Stretch first = stretches.peek(); first != null && first.from <= item; first = stretches.peek()) {
            if (first.to <= item) {
                first.drop();
            }
            boolean usable = isRead(first) && isUsable(first);
            if (usable && first.start > item) {
                return 0;
            }
            stretches.remove();
            if (usable && first.start == item) {
                order();
                first.counts.moveTo(scan.counts);
                scan.schema2 |= first.schema2;
                taken = first;
                return first.items;
            }
            if (first.by != null) {
                first.by.spoil();
            }
        }
        return 0;
    }

    /** Hands over some of what was taken, for as long as there is something. */
    boolean play(ScanEvents to) {
        if (played != null) {
            played.recycle(spare);
        }
        played = Objects.requireNonNull(taken).tapes.poll();
        if (played == null) {
            return false;
        }
        played.play(to);
        return true;
    }

    /** Goes on behind what was taken. */
    void goBehind(ByteScanner scanner) {
        long end = Objects.requireNonNull(taken).end;
        taken = null;
        scanner.restart(BytesFrom.position(split.document(), end), end);
    }

    @Override
    public void close() {
        stretches.forEach(Stretch::drop);
        waiting.clear();
        threads.forEach(thread -> waiting.add(STOP));
        threads.forEach(ItemsAhead::waitForEnd);
        threads.clear();
    }

    private static void waitForEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- stretches

    /** Learns what stands between items and lets the threads begin; false if there is nothing to split. */
    private boolean start(long end, long item) throws IOException {
        if (tries++ >= TRIES) {
            return false;
        }
        size = split.document().size();
        separator = size - item < 2L * split.stretch() ? null : Separator.between(split.document(), end, item);
        if (separator == null) {
            return false;
        }
        next = item;
        order(true);
        for (int i = 1; i <= split.workers(); i++) {
            Thread thread = new Thread(this::readStretches, "tic4j-items-" + i + " " + scan.context.source);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return true;
    }

    private void order() {
        while (stretches.size() < split.workers() + READY && next < size) {
            order(false);
        }
    }

    private void order(boolean startKnown) {
        Stretch stretch = new Stretch(next, Math.min(size, next + split.stretch()), startKnown);
        next = stretch.to;
        stretches.add(stretch);
        waiting.add(stretch);
    }

    /** Waits until a stretch has been read; one that nobody has begun is not waited for. */
    private boolean isRead(Stretch stretch) throws IOException {
        if (waiting.remove(stretch)) {
            return false;
        }
        stretch.await();
        return true;
    }

    private boolean isUsable(Stretch stretch) {
        StretchScan by = stretch.by;
        return by != null && !by.isSpoilt() && stretch.items > 0 && isCountedByName(stretch.counts.unknownKeys);
    }

    /** Whether there are so few unknown keys that all are told apart: with too many it depends on their order. */
    private boolean isCountedByName(Map<String, Long> unknownKeys) {
        Set<String> all = new HashSet<>(scan.counts.unknownKeys.keySet());
        all.addAll(unknownKeys.keySet());
        return unknownKeys.isEmpty() || all.size() <= scan.plan.limits().maxUnknownKeys();
    }

    // ---- on the threads

    private void readStretches() {
        StretchScan reading = null;
        try {
            for (Stretch stretch = waiting.take(); stretch != STOP; stretch = waiting.take()) {
                reading = reading == null || reading.isSpoilt() ? newScan() : reading;
                reading = read(stretch, reading);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            // A temporary file cannot be deleted. The section reads on by itself and will meet that too.
            reading = null;
        }
    }

    /** Reads a stretch; the scan to go on with. */
    private StretchScan read(Stretch stretch, StretchScan reading) throws IOException {
        try {
            if (reading.read(stretch, stretch.to)) {
                return reading;
            }
            reading.close();
            StretchScan again = newScan();
            if (stretch.end == stretch.start || again.read(stretch, stretch.end)) {
                return again;
            }
            again.close();
            return newScan();
        } finally {
            stretch.done();
        }
    }

    private StretchScan newScan() {
        return new StretchScan(split.document(), Objects.requireNonNull(separator), scan, choice, spare);
    }
}
