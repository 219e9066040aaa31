package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps another directory's answers in a {@link LookupJournal} and asks it only for what is not there or too old. That nothing
 * is known is an answer too; a failure is not. Closes neither.
 */
public final class CachedDirectory implements ProviderDirectory {

    private final ProviderDirectory directory;
    private final LookupJournal journal;

    /** A cache before a directory. */
    public CachedDirectory(ProviderDirectory directory, LookupJournal journal) {
        this.directory = directory;
        this.journal = journal;
    }

    /**
     * What is known of the NPI.
     *
     * @throws UncheckedIOException if the journal cannot be read or written
     */
    @Override
    public Optional<Provider> find(Npi npi) {
        try {
            JournalLine kept = journal.find(npi);
            if (kept != null) {
                return Optional.ofNullable(kept.provider()).map(CachedDirectory::fromCache);
            }
            Optional<Provider> found = directory.find(npi);
            journal.record(npi, found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #find}; the directory behind is asked for all that is missing in one batch. */
    @Override
    public Map<Npi, Provider> findAll(Collection<Npi> npis) {
        try {
            Map<Npi, Provider> answers = new HashMap<>();
            List<Npi> missing = new ArrayList<>();
            for (Npi npi : npis) {
                JournalLine kept = journal.find(npi);
                if (kept == null) {
                    missing.add(npi);
                } else if (kept.provider() != null) {
                    answers.put(npi, fromCache(kept.provider()));
                }
            }
            Map<Npi, Provider> asked = directory.findAll(missing);
            for (Npi npi : missing) {
                journal.record(npi, Optional.ofNullable(asked.get(npi)));
            }
            answers.putAll(asked);
            Map<Npi, Provider> ordered = new LinkedHashMap<>();
            for (Npi npi : npis) {
                Provider provider = answers.get(npi);
                if (provider != null) {
                    ordered.put(npi, provider);
                }
            }
            return ordered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "cached " + directory;
    }

    private static Provider fromCache(Provider provider) {
        Provenance from = provider.provenance();
        return provider.withProvenance(new Provenance(Provenance.Origin.CACHE, from.name(), from.asOf()));
    }
}
