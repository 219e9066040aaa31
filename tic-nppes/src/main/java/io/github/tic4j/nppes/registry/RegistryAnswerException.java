package io.github.tic4j.nppes.registry;

import org.jspecify.annotations.Nullable;

/** The registry answers in a form that this library does not understand. Asking again does not help; a newer version may. */
public final class RegistryAnswerException extends RegistryException {

    private static final long serialVersionUID = 1L;

    RegistryAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
