package io.github.tic4j.pipeline;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts how far a run is. Safe for use by several threads. */
final class ProgressMeter {

    private final LongSupplier nanoClock;
    private final long start;
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong filesDone = new AtomicLong();
    private final AtomicLong sizesKnown = new AtomicLong();
    private final AtomicLong knownBytes = new AtomicLong();
    private final LongAdder bytesDone = new LongAdder();
    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder records = new LongAdder();

    ProgressMeter(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    /** There is one more file to read. */
    FileMeter file(OptionalLong size) {
        files.incrementAndGet();
        size.ifPresent(this::size);
        return new FileMeter(size);
    }

    /** A size has become known. */
    private void size(long bytes) {
        sizesKnown.incrementAndGet();
        knownBytes.addAndGet(bytes);
    }

    /** The reading of one file. */
    final class FileMeter {

        private final OptionalLong size;
        private final LongAdder read = new LongAdder();

        FileMeter(OptionalLong size) {
            this.size = size;
        }

        void read(long bytes) {
            read.add(bytes);
            bytesRead.add(bytes);
            bytesDone.add(bytes);
        }

        /** A new attempt begins at the first byte. */
        void restart() {
            bytesDone.add(-read.sumThenReset());
        }

        /** The file is done with, whatever became of it and however much was read of it. */
        void done() {
            long all = size.orElse(read.sum());
            bytesDone.add(all - read.sum());
            if (size.isEmpty()) {
                size(all);
            }
            filesDone.incrementAndGet();
        }
    }

    void records(long count) {
        records.add(count);
    }

    Progress progress() {
        long known = sizesKnown.get();
        // Files of unknown size count as the mean of the others.
        OptionalLong total = known == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) ((double) knownBytes.get() / known * files.get()));
        return new Progress(
                files.get(),
                filesDone.get(),
                total,
                bytesDone.sum(),
                bytesRead.sum(),
                records.sum(),
                Duration.ofNanos(nanoClock.getAsLong() - start));
    }
}
