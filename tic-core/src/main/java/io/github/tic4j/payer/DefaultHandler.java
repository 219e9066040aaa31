package io.github.tic4j.payer;

import io.github.tic4j.spi.PayerHandler;
import java.util.Set;

/** For payers that nobody has written a handler for. */
final class DefaultHandler implements PayerHandler {

    @Override
    public String name() {
        return "default";
    }

    @Override
    public Set<String> payers() {
        return Set.of();
    }
}
