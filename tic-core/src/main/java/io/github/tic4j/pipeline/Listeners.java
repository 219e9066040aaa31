package io.github.tic4j.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, one call at a time. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final List<RunListener> listeners;

    Listeners(List<RunListener> listeners) {
        this.listeners = new ArrayList<>(listeners);
    }

    synchronized void tell(Consumer<RunListener> event) {
        for (Iterator<RunListener> all = listeners.iterator(); all.hasNext(); ) {
            RunListener listener = all.next();
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                all.remove();
                LOG.warn(
                        "Listener {} failed and is not told any more",
                        listener.getClass().getName(),
                        e);
            }
        }
    }
}
