package io.github.tic4j.nppes.registry;

import org.jspecify.annotations.Nullable;

/** The registry does not answer, is overloaded or under maintenance, in spite of all retries. Ask again later. */
public final class RegistryUnavailableException extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
