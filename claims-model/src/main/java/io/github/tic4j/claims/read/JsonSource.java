package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.read.InputFiles.InputFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads JSON claims; persons, providers and coverage come out of the claims that carry them, each once. */
final class JsonSource implements ClaimSource {

    private final List<InputFile> files;
    private final Consumer<Refusal> refusals;

    JsonSource(List<InputFile> candidates, Consumer<Refusal> refusals) {
        this.files = candidates.stream().filter(file -> isJson(file.name())).toList();
        this.refusals = refusals;
    }

    /** Whether the input has no JSON file. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    @Override
    public Stream<Sourced<Claim>> claims() {
        return rows(refusals).map(row -> Sourced.of(JsonClaims.claim(row, refusals), List.of(row)));
    }

    @Override
    public Stream<Sourced<Patient>> patients() {
        return distinct("patient", JsonClaims::patient);
    }

    @Override
    public Stream<Sourced<Provider>> providers() {
        return distinct("provider", JsonClaims::provider);
    }

    @Override
    public Stream<Sourced<CoverageSpan>> coverage() {
        return distinct("insurance", JsonClaims::coverage);
    }

    @Override
    public Stream<RawRecord> raw() {
        return rows(refusal -> {}).map(row -> new RawRecord(row.lineage(), row.raw()));
    }

    /** What the claims that have this member say, each once. */
    private <T> Stream<Sourced<T>> distinct(String member, BiFunction<SourceRow, Consumer<Refusal>, T> mapper) {
        Set<T> seen = new HashSet<>();
        return rows(refusal -> {})
                .filter(row -> row.columns().stream().anyMatch(column -> column.startsWith(member)))
                .map(row -> Sourced.of(mapper.apply(row, refusals), List.of(row)))
                .filter(record -> seen.add(record.value()));
    }

    private Stream<SourceRow> rows(Consumer<Refusal> told) {
        return new JsonRows(files, told).stream();
    }

    private static boolean isJson(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return bare.endsWith(".json") || bare.endsWith(".jsonl") || bare.endsWith(".ndjson");
    }
}
