package io.github.tic4j.cli;

import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.alert.AlertContext;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.rule.PersonHistory;
import io.github.tic4j.claims.rule.ReferenceData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The persons, providers and coverage of an input, which rules about its claims ask for. Held in memory.
 *
 * @param patients the descriptions of each person, by id
 * @param providers the providers, by NPI; those without a valid one are left out
 * @param coverage the coverage of each person, by id
 */
record ClaimsPeople(
        Map<String, List<Patient>> patients,
        Map<String, Provider> providers,
        Map<String, List<CoverageSpan>> coverage) {

    static ClaimsPeople of(ClaimSource source) {
        Map<String, Provider> providers = new HashMap<>();
        try (Stream<Sourced<Provider>> records = source.providers()) {
            records.map(Sourced::value).forEach(provider -> {
                Npi npi = provider.npi();
                if (npi != null && npi.isValid()) {
                    providers.put(npi.value(), provider);
                }
            });
        }
        return new ClaimsPeople(
                grouped(source.patients(), Patient::id), providers, grouped(source.coverage(), CoverageSpan::personId));
    }

    private static <T> Map<String, List<T>> grouped(Stream<Sourced<T>> records, Function<T, String> key) {
        Map<String, List<T>> groups = new HashMap<>();
        try (records) {
            records.map(Sourced::value)
                    .forEach(record -> groups.computeIfAbsent(key.apply(record), any -> new ArrayList<>(1))
                            .add(record));
        }
        return groups;
    }

    /** What validation may ask for; a kind of record that the input lacks is not asked for. */
    ReferenceData reference() {
        ReferenceData.Builder reference = ReferenceData.builder();
        if (!patients.isEmpty()) {
            reference.patients(this::patient);
        }
        if (!providers.isEmpty()) {
            reference.providers(npi -> Optional.ofNullable(providers.get(npi)));
        }
        if (!coverage.isEmpty()) {
            reference.coverage(id -> coverage.getOrDefault(id, List.of()));
        }
        return reference.build();
    }

    /** What alert rules may ask for. */
    AlertContext.Builder alertContext() {
        return AlertContext.builder().patients(this::patient).providers(npi -> Optional.ofNullable(providers.get(npi)));
    }

    /** Everything that is known of each person, in the order of ids. */
    List<PersonHistory> histories() {
        TreeSet<String> ids = new TreeSet<>(patients.keySet());
        ids.addAll(coverage.keySet());
        return ids.stream()
                .map(id -> new PersonHistory(
                        id, patients.getOrDefault(id, List.of()), coverage.getOrDefault(id, List.of())))
                .toList();
    }

    /** Of several descriptions of one person the last read counts. */
    private Optional<Patient> patient(String id) {
        @Nullable List<Patient> records = patients.get(id);
        return records == null ? Optional.empty() : Optional.of(records.get(records.size() - 1));
    }

    @Override
    public String toString() {
        return "ClaimsPeople[" + patients.size() + " patients, " + providers.size() + " providers]";
    }
}
