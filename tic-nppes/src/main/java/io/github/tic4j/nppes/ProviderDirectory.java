package io.github.tic4j.nppes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somewhere to look providers up. Implementations are safe for use by several threads.
 *
 * <p>An empty answer means that the directory does not know the NPI. A directory that cannot answer throws its own unchecked
 * exception instead, so that "unknown" and "unreachable" are never confused.
 */
@FunctionalInterface
public interface ProviderDirectory {

    /** What is known of the NPI; deactivated ones are found too, with that status. */
    Optional<Provider> find(Npi npi);

    /** What is known of several NPIs, in the order asked; those unknown are left out. */
    default Map<Npi, Provider> findAll(Collection<Npi> npis) {
        Map<Npi, Provider> found = new LinkedHashMap<>();
        for (Npi npi : npis) {
            find(npi).ifPresent(provider -> found.put(npi, provider));
        }
        return found;
    }

    /** A directory that asks the given ones in order and takes the first answer. It does not close them. */
    static ProviderDirectory chain(ProviderDirectory... directories) {
        return new ChainedDirectory(List.of(directories));
    }
}
