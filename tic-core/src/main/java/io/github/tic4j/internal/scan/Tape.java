package io.github.tic4j.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some events in their order. There is at most one batch of prices, and it comes last. */
public final class Tape {

    private final List<Consumer<ScanEvents>> events = new ArrayList<>();
    private @Nullable PriceBatch prices;

    void add(Consumer<ScanEvents> event) {
        events.add(event);
    }

    void endWith(PriceBatch batch) {
        prices = batch;
    }

    boolean isEmpty() {
        return events.isEmpty() && prices == null;
    }

    /** Tells the events to somebody else. */
    public void play(ScanEvents to) {
        events.forEach(event -> event.accept(to));
        if (prices != null) {
            to.prices(prices);
        }
    }

    /** Gives the batch away, when nobody looks at it any more. */
    public void recycle(Queue<PriceBatch> spare) {
        if (prices != null) {
            spare.offer(prices);
            prices = null;
        }
    }
}
