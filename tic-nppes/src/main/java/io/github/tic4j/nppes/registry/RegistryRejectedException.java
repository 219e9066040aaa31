package io.github.tic4j.nppes.registry;

import java.util.List;
import java.util.stream.Collectors;

/** The registry refuses the query. Asking the same again gives the same answer. */
public final class RegistryRejectedException extends RegistryException {

    private static final long serialVersionUID = 1L;

    private final transient List<RegistryError> errors;

    RegistryRejectedException(List<RegistryError> errors) {
        super(
                errors.stream()
                        .map(RegistryError::toString)
                        .collect(Collectors.joining("; ", "The registry refuses the query: ", "")),
                null);
        this.errors = List.copyOf(errors);
    }

    RegistryRejectedException(String message) {
        super(message, null);
        errors = List.of();
    }

    /** What the registry says is wrong; empty where it refused by HTTP status, and after deserialisation. */
    @SuppressWarnings("NullAway") // A transient field is null after deserialisation, whatever its type says.
    public List<RegistryError> errors() {
        return errors == null ? List.of() : errors;
    }
}
