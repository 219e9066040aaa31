package io.github.tic4j.nppes.registry;

import org.jspecify.annotations.Nullable;

/** The registry gave no usable answer. The sub-type says what can be done about it. */
public abstract sealed class RegistryException extends RuntimeException
        permits RegistryUnavailableException, RegistryRejectedException, RegistryAnswerException {

    private static final long serialVersionUID = 1L;

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
