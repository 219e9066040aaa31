package io.github.tic4j.cli;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.ProviderJson;
import io.github.tic4j.nppes.registry.RegistryClient;
import io.github.tic4j.nppes.registry.RegistryOptions;
import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tic nppes}: provider data from CMS's files and registry. */
@Command(
        name = "nppes",
        mixinStandardHelpOptions = true,
        description = "Builds a snapshot of all providers and looks them up.",
        subcommands = BackfillCommand.class)
final class NppesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private final Output output;

    NppesCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing a command: build, update, find or backfill");
    }

    @Command(name = "build", mixinStandardHelpOptions = true, description = "Builds a snapshot from the monthly zip.")
    int build(
            @Parameters(arity = "1..*", paramLabel = "ZIP", description = "The monthly zip, then weekly ones.")
                    List<Path> zips,
            @Option(names = "--out", required = true, paramLabel = "DIR") Path folder)
            throws IOException {
        output.out().println(NppesSnapshot.build(folder, zips));
        return ExitCode.FINE;
    }

    @Command(name = "update", mixinStandardHelpOptions = true, description = "Lays weekly zips over a snapshot.")
    int update(
            @Parameters(arity = "1..*", paramLabel = "ZIP", description = "Weekly zips, oldest first.") List<Path> zips,
            @Option(names = "--snapshot", required = true, paramLabel = "DIR") Path folder)
            throws IOException {
        output.out().println(NppesSnapshot.update(folder, zips));
        return ExitCode.FINE;
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "Looks providers up, in a snapshot, then in the registry; one JSON object a line.")
    int find(
            @Parameters(arity = "1..*", paramLabel = "NPI") List<String> npis,
            @Option(names = "--snapshot", paramLabel = "DIR") @Nullable Path folder,
            @Option(
                            names = "--api",
                            paramLabel = "URL",
                            description = "The registry; asked if no snapshot is given, or if this is.")
                    @Nullable
                    URI api)
            throws IOException {
        List<Npi> wanted = new ArrayList<>();
        npis.forEach(npi -> wanted.add(Npi.parse(npi)));
        if (folder == null) {
            return print(wanted, registry(api));
        }
        try (NppesSnapshot snapshot = NppesSnapshot.open(folder)) {
            return print(wanted, api == null ? snapshot : ProviderDirectory.chain(snapshot, registry(api)));
        }
    }

    private static ProviderDirectory registry(@Nullable URI api) {
        RegistryOptions.Builder options = RegistryOptions.builder();
        if (api != null) {
            options.baseUri(api);
        }
        return RegistryClient.create(options.build());
    }

    private int print(List<Npi> npis, ProviderDirectory directory) {
        int code = ExitCode.FINE;
        for (Npi npi : npis) {
            Optional<Provider> found = directory.find(npi);
            if (found.isPresent()) {
                output.out().println(ProviderJson.write(found.get()));
            } else {
                output.err().println("tic: no provider has the NPI " + npi);
                code = ExitCode.FINDINGS;
            }
        }
        return code;
    }
}
