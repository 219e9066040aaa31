package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.registry.RegistryClient;
import io.github.tic4j.nppes.registry.RegistryOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A backfill in a process of its own, to be killed. */
final class BackfillChild {

    static final int WORKERS = 4;

    private BackfillChild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        run(URI.create(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), new BackfillSink() {
            @Override
            public void provider(Provider provider) {}

            @Override
            public void failed(FailedNpi failure) {}
        });
    }

    static BackfillReport run(URI registry, Path journalPath, int count, BackfillSink sink)
            throws IOException, InterruptedException {
        NpiCollector npis = new NpiCollector();
        for (int i = 0; i < count; i++) {
            npis.add(Npi.ofNineDigits(100_000_000 + i).value());
        }
        RegistryClient client = RegistryClient.create(RegistryOptions.builder()
                .baseUri(registry)
                .requestsPerSecond(200)
                .build());
        try (LookupJournal journal = LookupJournal.open(journalPath)) {
            return new Backfill(
                            new CachedDirectory(client, journal),
                            BackfillOptions.defaults().withWorkers(WORKERS))
                    .run(npis, sink);
        }
    }
}
