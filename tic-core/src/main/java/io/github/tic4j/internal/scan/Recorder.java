package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Reject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands events on, or keeps them on tapes, which another thread may play. A tape is full when it has a batch of prices, or
 * when what is on it weighs too much.
 */
public final class Recorder implements ScanEvents {

    private static final int SPARE_BATCHES = 64;
    private static final int HEAVY = 1 << 15;

    private final BlockingQueue<PriceBatch> spare;
    private final ScanEvents direct;
    private @Nullable Consumer<Tape> full;
    private Tape tape = new Tape();
    private int weight;

    /**
     * Hands events on, for now.
     *
     * @param spare where batches come back to when their tape has been played
     * @param direct who hears of them
     */
    public Recorder(BlockingQueue<PriceBatch> spare, ScanEvents direct) {
        this.spare = spare;
        this.direct = direct;
    }

    /** Keeps events from now on, for somebody who takes each full tape. */
    public void keepFor(Consumer<Tape> taker) {
        full = taker;
    }

    /** Room for batches that are no longer needed. */
    public static BlockingQueue<PriceBatch> spares() {
        return new ArrayBlockingQueue<>(SPARE_BATCHES);
    }

    /** Hands over what was recorded since the last full tape. */
    public void flush() {
        if (full != null && !tape.isEmpty()) {
            full.accept(tape);
            tape = new Tape();
            weight = 0;
        }
    }

    private void add(Consumer<ScanEvents> event, int eventWeight) {
        if (full == null) {
            event.accept(direct);
            return;
        }
        tape.add(event);
        weight += eventWeight;
        if (weight > HEAVY) {
            flush();
        }
    }

    @Override
    public void prices(PriceBatch batch) {
        if (full == null) {
            direct.prices(batch);
            return;
        }
        PriceBatch copy = spare.poll();
        if (copy == null) {
            copy = new PriceBatch();
        }
        copy.copy(batch);
        tape.endWith(copy);
        flush();
    }

    @Override
    public void documentStart(String source) {
        add(to -> to.documentStart(source), 1);
    }

    @Override
    public void documentEnd(FileReport report) {
        add(to -> to.documentEnd(report), 1);
    }

    @Override
    public void reference(ProviderReference reference) {
        int npis = 1;
        for (ProviderGroup group : reference.groups()) {
            npis += 1 + group.npis().size();
        }
        add(to -> to.reference(reference), npis);
    }

    @Override
    public void item(Item item) {
        add(to -> to.item(item), 1);
    }

    @Override
    public void containedCode(ContainedCode code) {
        add(to -> to.containedCode(code), 1);
    }

    @Override
    public void allowedAmount(AllowedAmount amount) {
        add(to -> to.allowedAmount(amount), 1 + amount.npis().size());
    }

    @Override
    public void indexEntry(IndexEntry entry) {
        add(to -> to.indexEntry(entry), 1);
    }

    @Override
    public void drugPrice(DrugPrice price) {
        add(to -> to.drugPrice(price), 1);
    }

    @Override
    public void reject(Reject reject) {
        add(to -> to.reject(reject), 1);
    }

    @Override
    public void finding(Finding finding) {
        add(to -> to.finding(finding), 1);
    }
}
