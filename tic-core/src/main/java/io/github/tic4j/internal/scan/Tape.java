package io.github.tic4j.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some events of a scan in their order; prices, if there are any, come last. */
public final class Tape {

    private final List<Consumer<ScanEvents>> events = new ArrayList<>();

    @Nullable
    PriceBatch prices;

    void add(Consumer<ScanEvents> event) {
        events.add(event);
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
}
