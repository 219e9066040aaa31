package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.read.InputFiles.InputFile;
import io.github.tic4j.claims.read.Layout.Recipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a {@link Layout}. */
final class DelimitedSource implements ClaimSource {

    private final Layout layout;
    private final Consumer<Refusal> refusals;
    private final Map<InputFile, SourceRow.Header> files = new LinkedHashMap<>();

    DelimitedSource(List<InputFile> candidates, Layout layout, Consumer<Refusal> refusals) throws IOException {
        this.layout = layout;
        this.refusals = refusals;
        for (InputFile file : candidates) {
            if (!isText(file.name())) {
                skip(file, "it is not a text file of this layout");
                continue;
            }
            try (CsvReader reader = new CsvReader(file.open(), file.name(), refusal -> {})) {
                if (layout.recipes().anyMatch(recipe -> recipe.file().accepts(reader.header()))) {
                    files.put(file, reader.header());
                } else {
                    skip(file, "its columns are not of this layout");
                }
            }
        }
    }

    /** Whether no file of the input is of the layout. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    @Override
    public Stream<Sourced<Claim>> claims() {
        return new Records<>(layout.claims()).stream();
    }

    @Override
    public Stream<Sourced<Patient>> patients() {
        Set<Patient> seen = new HashSet<>();
        return new Records<>(layout.patients()).stream().filter(patient -> seen.add(patient.value()));
    }

    @Override
    public Stream<Sourced<Provider>> providers() {
        return new Records<>(layout.providers()).stream();
    }

    @Override
    public Stream<Sourced<CoverageSpan>> coverage() {
        return new Records<>(layout.coverage()).stream();
    }

    @Override
    public Stream<RawRecord> raw() {
        return new RawRecords().stream();
    }

    private void skip(InputFile file, String reason) {
        refusals.accept(new Refusal(new Lineage(file.name(), 1), "", "", "the file is skipped: " + reason));
    }

    private static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return Stream.of(".csv", ".txt", ".psv", ".tsv", ".rif").anyMatch(bare::endsWith);
    }

    /** The rows of several files, one file open at a time. */
    private static final class Rows extends Batches<SourceRow> {

        private final Iterator<InputFile> rest;
        private final Consumer<Refusal> refusals;
        private @Nullable CsvReader current;

        Rows(List<InputFile> files, Consumer<Refusal> refusals) {
            this.rest = files.iterator();
            this.refusals = refusals;
        }

        @Override
        @Nullable
        Iterator<SourceRow> nextBatch() throws IOException {
            close();
            if (!rest.hasNext()) {
                return null;
            }
            InputFile file = rest.next();
            CsvReader reader = new CsvReader(file.open(), file.name(), refusals);
            current = reader;
            return reader;
        }

        @Override
        public void close() throws IOException {
            CsvReader open = current;
            current = null;
            if (open != null) {
                open.close();
            }
        }
    }

    /** The records of several recipes, one after the other. */
    private final class Records<T> extends Batches<Sourced<T>> {

        private final Iterator<Recipe<T>> rest;
        private @Nullable Recipe<T> recipe;
        private @Nullable Rows rows;
        private @Nullable RowGroups groups;

        Records(List<Recipe<T>> recipes) {
            this.rest = recipes.iterator();
        }

        @Override
        @Nullable
        Iterator<Sourced<T>> nextBatch() throws IOException {
            RowGroups open = groups;
            Recipe<T> making = recipe;
            if (making != null && open != null && open.hasNext()) {
                return making.mapper().map(open.next(), refusals).iterator();
            }
            close();
            if (!rest.hasNext()) {
                return null;
            }
            Recipe<T> following = rest.next();
            recipe = following;
            Rows input = new Rows(filesOf(following), refusals);
            rows = input;
            groups = new RowGroups(input, following.key(), RowGroups.ROWS_IN_MEMORY);
            return List.<Sourced<T>>of().iterator();
        }

        @Override
        public void close() throws IOException {
            if (groups != null) {
                groups.close();
            }
            if (rows != null) {
                rows.close();
            }
        }

        private List<InputFile> filesOf(Recipe<T> recipe) {
            return files.entrySet().stream()
                    .filter(file -> recipe.file().accepts(file.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Every row, those that the reader refuses included, in the order of the files. */
    private final class RawRecords extends Batches<RawRecord> {

        private final List<RawRecord> refused = new ArrayList<>();
        private final Rows rows = new Rows(
                List.copyOf(files.keySet()), refusal -> refused.add(new RawRecord(refusal.lineage(), refusal.raw())));

        @Override
        @Nullable
        Iterator<RawRecord> nextBatch() {
            boolean more = rows.hasNext();
            List<RawRecord> batch = new ArrayList<>(refused);
            refused.clear();
            if (more) {
                SourceRow row = rows.next();
                batch.add(new RawRecord(row.lineage(), row.raw()));
            }
            return more || !batch.isEmpty() ? batch.iterator() : null;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
