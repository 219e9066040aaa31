package io.github.tic4j.cli;

import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.backfill.LookupJournal;
import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What folders hold of NPPES: a snapshot, the answers that a backfill kept, or both. */
final class KnownProviders implements Closeable {

    /** The file in which a backfill keeps its answers. */
    static final String JOURNAL = "nppes_cache.jsonl";

    private final List<Closeable> open = new ArrayList<>();
    private final List<ProviderDirectory> directories = new ArrayList<>();

    private KnownProviders() {}

    /**
     * Opens folders, of which the first that knows an NPI answers.
     *
     * @throws io.github.tic4j.source.MalformedContentException if one has neither a snapshot nor a journal
     */
    static KnownProviders open(@Nullable List<Path> folders) throws IOException {
        KnownProviders providers = new KnownProviders();
        try {
            for (Path folder : folders == null ? List.<Path>of() : folders) {
                providers.add(folder);
            }
            return providers;
        } catch (IOException | RuntimeException e) {
            providers.close();
            throw e;
        }
    }

    /** All of them; one that knows nobody if there are none. */
    ProviderDirectory directory() {
        return directories.isEmpty()
                ? npi -> Optional.empty()
                : ProviderDirectory.chain(directories.toArray(ProviderDirectory[]::new));
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }

    private void add(Path folder) throws IOException {
        Path journal = folder.resolve(JOURNAL);
        boolean hasJournal = Files.exists(journal);
        if (!hasJournal || Files.exists(folder.resolve("manifest.json"))) {
            NppesSnapshot snapshot = NppesSnapshot.open(folder);
            open.add(snapshot);
            directories.add(snapshot);
        }
        if (hasJournal) {
            LookupJournal answers = LookupJournal.open(journal);
            open.add(answers);
            directories.add(answers.answers());
        }
    }
}
