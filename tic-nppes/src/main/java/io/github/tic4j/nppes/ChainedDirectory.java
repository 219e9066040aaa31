package io.github.tic4j.nppes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one directory after the other, each only for what the ones before did not know. */
record ChainedDirectory(List<ProviderDirectory> directories) implements ProviderDirectory {

    ChainedDirectory {
        if (directories.isEmpty()) {
            throw new IllegalArgumentException("A chain needs at least one directory");
        }
    }

    @Override
    public Optional<Provider> find(Npi npi) {
        for (ProviderDirectory directory : directories) {
            Optional<Provider> found = directory.find(npi);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public Map<Npi, Provider> findAll(Collection<Npi> npis) {
        Map<Npi, Provider> found = new LinkedHashMap<>();
        Collection<Npi> missing = npis;
        for (ProviderDirectory directory : directories) {
            found.putAll(directory.findAll(missing));
            missing = missing.stream().filter(npi -> !found.containsKey(npi)).toList();
            if (missing.isEmpty()) {
                break;
            }
        }
        Map<Npi, Provider> ordered = new LinkedHashMap<>();
        npis.stream().filter(found::containsKey).forEach(npi -> ordered.put(npi, found.get(npi)));
        return ordered;
    }

    @Override
    public String toString() {
        return String.join(" > ", directories.stream().map(Object::toString).toList());
    }
}
