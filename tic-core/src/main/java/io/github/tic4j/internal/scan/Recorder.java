package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Reject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Keeps the events of a scan on tapes, which may be played on another thread and then come back for their batches. */
final class Recorder implements ScanEvents {

    private static final int SPARE_BATCHES = 64;

    private final BlockingQueue<PriceBatch> spare;
    private final Consumer<Tape> full;
    private Tape tape = new Tape();

    /** Records for somebody who takes each tape as it is full. */
    Recorder(BlockingQueue<PriceBatch> spare, Consumer<Tape> full) {
        this.spare = spare;
        this.full = full;
    }

    /** Room for batches that are no longer needed. */
    static BlockingQueue<PriceBatch> spares() {
        return new ArrayBlockingQueue<>(SPARE_BATCHES);
    }

    /** Hands over what was recorded since the last full tape. */
    void flush() {
        if (!tape.isEmpty()) {
            full.accept(tape);
            tape = new Tape();
        }
    }

    @Override
    public void prices(PriceBatch batch) {
        PriceBatch copy = spare.poll();
        if (copy == null) {
            copy = new PriceBatch();
        }
        copy.copy(batch);
        tape.prices = copy;
        flush();
    }

    @Override
    public void item(Item item) {
        tape.add(to -> to.item(item));
    }

    @Override
    public void containedCode(ContainedCode code) {
        tape.add(to -> to.containedCode(code));
    }

    @Override
    public void reject(Reject reject) {
        tape.add(to -> to.reject(reject));
    }

    @Override
    public void finding(Finding finding) {
        tape.add(to -> to.finding(finding));
    }
}
