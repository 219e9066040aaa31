package io.github.tic4j.payer;

import io.github.tic4j.spi.PayerHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handler of a payer: the one registered for its name, else the one that {@link ServiceLoader} finds, else the
 * built-in one, else the default that is right for a clean publisher. Immutable and safe for use by several threads.
 */
public final class PayerHandlers {

    private static final PayerHandler DEFAULT = BuiltInHandler.of("default");
    private static final Map<String, PayerHandler> BUILT_IN = builtIn();
    private static final PayerHandlers DEFAULTS = builder().build();

    private final Map<String, PayerHandler> registered;
    private final Found found = new Found();

    private PayerHandlers(Builder builder) {
        this.registered = Map.copyOf(builder.registered);
    }

    /** No handler registered. */
    public static PayerHandlers defaults() {
        return DEFAULTS;
    }

    /** A builder that starts with no handler registered. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A payer with its handler.
     *
     * @throws IllegalStateException if handlers on the class path cannot be loaded, or two are for this payer; the message
     *     names them
     */
    public Payer payer(String name) {
        String key = key(name);
        PayerHandler handler = registered.get(key);
        if (handler == null) {
            handler = found.handler(key);
        }
        return new Payer(name, handler == null ? BUILT_IN.getOrDefault(key, DEFAULT) : handler);
    }

    private static Map<String, PayerHandler> builtIn() {
        Map<String, PayerHandler> byPayer = new HashMap<>();
        for (PayerHandler handler : BuiltInHandlers.ALL) {
            for (String payer : handler.payers()) {
                PayerHandler other = byPayer.put(key(payer), handler);
                if (other != null) {
                    throw new IllegalStateException("Two built-in handlers for " + payer);
                }
            }
        }
        return byPayer;
    }

    private static String key(String payer) {
        return payer.strip().toLowerCase(Locale.ROOT);
    }

    /** The handlers on the class path, looked for when first needed. */
    private static final class Found {

        private @Nullable Map<String, List<PayerHandler>> byPayer;

        synchronized @Nullable PayerHandler handler(String key) {
            if (byPayer == null) {
                byPayer = load();
            }
            List<PayerHandler> candidates = byPayer.getOrDefault(key, List.of());
            if (candidates.size() > 1) {
                throw new IllegalStateException("Two handlers are for payer " + key + ", "
                        + candidates.get(0).name() + " and " + candidates.get(1).name()
                        + "; register one of them explicitly");
            }
            return candidates.isEmpty() ? null : candidates.get(0);
        }

        private static Map<String, List<PayerHandler>> load() {
            Map<String, List<PayerHandler>> byPayer = new HashMap<>();
            try {
                for (PayerHandler handler : ServiceLoader.load(PayerHandler.class)) {
                    handler.payers().stream()
                            .map(PayerHandlers::key)
                            .distinct()
                            .forEach(key -> byPayer.merge(
                                    key,
                                    List.of(handler),
                                    (some, more) -> Stream.of(some, more)
                                            .flatMap(List::stream)
                                            .toList()));
                }
            } catch (ServiceConfigurationError e) {
                throw new IllegalStateException("A payer handler cannot be loaded: " + e.getMessage(), e);
            }
            return byPayer;
        }
    }

    /** Collects handlers. */
    public static final class Builder {

        private final Map<String, PayerHandler> registered = new TreeMap<>();

        private Builder() {}

        /**
         * Uses a handler for its payers, whatever is on the class path.
         *
         * @throws IllegalArgumentException if another handler is registered for one of its payers
         */
        public Builder register(PayerHandler handler) {
            for (String payer : handler.payers()) {
                PayerHandler other = registered.putIfAbsent(key(payer), handler);
                if (other != null && other != handler) {
                    throw new IllegalArgumentException("Two handlers are registered for payer " + payer + ", "
                            + other.name() + " and " + handler.name());
                }
            }
            return this;
        }

        /** The handlers. */
        public PayerHandlers build() {
            return new PayerHandlers(this);
        }
    }
}
