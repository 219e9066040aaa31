package io.github.tic4j.cli;

import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.MrfTruth;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic demo}: makes a file and does with it what the library can do. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        subcommands = CollaborateMdDemo.class,
        description = "Generates a payer's file, reads it, and writes its prices as rows.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to; the default is a folder under the system's temporary one.")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tic4j-demo");

    private final Output output;

    DemoCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("acme_in-network-rates.json.gz");
        MrfTruth truth = generate(file);
        say("1. Generated %s: %,d bytes gzipped, %,d bytes of JSON, %,d prices."
                .formatted(file, Files.size(file), truth.bytes(), truth.all().prices()));

        say("\n2. What is in it (tic inspect %s):\n".formatted(file));
        int inspected = Tic.run(output, "inspect", file.toString());

        Path rows = folder.resolve("prices.csv");
        Path ledger = folder.resolve("ledger.json");
        say("\n3. Every price as a row (tic rates %s --format csv --out %s --ledger %s):"
                .formatted(file, rows, ledger));
        int written = Tic.run(
                output,
                "rates",
                file.toString(),
                "--format",
                "csv",
                "--out",
                rows.toString(),
                "--ledger",
                ledger.toString());
        say("   " + Files.readString(ledger).strip());
        say("\nThe rows are in " + rows);
        return Math.max(inspected, written);
    }

    private static MrfTruth generate(Path file) throws IOException {
        MrfSpec spec = MrfSpec.builder()
                .items(300)
                .providerReferences(300)
                .ratesPerItem(40)
                .order(MrfSpec.Order.REFERENCES_LAST)
                .build();
        try (OutputStream out =
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16)) {
            return MrfGenerator.write(spec, out);
        }
    }

    private void say(String line) {
        output.out().println(line);
    }
}
