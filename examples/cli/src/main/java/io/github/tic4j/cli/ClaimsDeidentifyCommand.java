package io.github.tic4j.cli;

import io.github.tic4j.claims.deid.Deidentifier;
import io.github.tic4j.claims.deid.TokenKey;
import io.github.tic4j.claims.deid.Verifier;
import io.github.tic4j.claims.layer.ClaimTables;
import io.github.tic4j.claims.layer.CsvTables;
import io.github.tic4j.claims.layer.VerifiedTables;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Sourced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tic claims deidentify}: writes claims without their persons, or nothing. */
@Command(
        name = "deidentify",
        mixinStandardHelpOptions = true,
        description = "Writes claims without their persons, or nothing if a person shows through.")
final class ClaimsDeidentifyCommand implements Callable<Integer> {

    /** What stays of dates and places. */
    enum Profile {
        /** Safe Harbor: years, and three digits of a ZIP code. */
        SAFE_HARBOR,
        /** A limited data set: dates shifted by days. */
        LIMITED,
        /** A limited data set: dates shifted by whole weeks. */
        LIMITED_WEEKS
    }

    @Mixin
    private ClaimsInput input = new ClaimsInput();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "safe_harbor (the default); limited or limited_weeks, which shift dates, keep city and ZIP code, "
                            + "and are not Safe Harbor.")
    private Profile profile = Profile.SAFE_HARBOR;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "A file of at least 32 random bytes, which ids are turned into tokens with. Keep it apart.")
    private Path key = Path.of("");

    @Option(
            names = "--key-id",
            paramLabel = "ID",
            description = "What stands in front of each token, so that keys can change; default ${DEFAULT-VALUE}.")
    private String keyId = "k1";

    @Option(names = "--keep-npis", description = "Leave valid NPIs as they are: they name providers, not patients.")
    private boolean keepNpis;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "The day at which ages count: today, which is the default, or the last day of service.")
    private @Nullable LocalDate asOf;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write the tables, as CSV.")
    private Path folder = Path.of("");

    private final Output output;

    ClaimsDeidentifyCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        Deidentifier deidentifier = deidentifier();
        Verifier verifier = Verifier.of(deidentifier);
        ClaimSource first = input.openAgain();
        each(first.patients(), verifier::remember);
        each(first.claims(), verifier::remember);
        each(first.coverage(), verifier::remember);
        TableCounts written = new TableCounts(new CsvTables(folder));
        try (ClaimTables tables = ClaimTables.open(new VerifiedTables(written, verifier))) {
            ClaimSource source = input.open();
            each(source.patients(), patient -> tables.write(deidentifier.apply(patient)));
            each(source.providers(), provider -> tables.write(deidentifier.apply(provider)));
            each(source.coverage(), span -> tables.write(deidentifier.apply(span)));
            each(source.claims(), claim -> tables.write(deidentifier.apply(claim)));
            tables.commit();
        }
        output.out().println("Written to " + folder + " as " + deidentifier);
        written.print(output.out());
        input.printRefusals(output.out());
        return input.refusedRows() > 0 ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private Deidentifier deidentifier() throws IOException {
        TokenKey token = TokenKey.of(keyId, Files.readAllBytes(key));
        Deidentifier chosen = switch (profile) {
            case SAFE_HARBOR -> Deidentifier.safeHarbor(token, asOf == null ? LocalDate.now(Clock.systemUTC()) : asOf);
            case LIMITED -> Deidentifier.limitedDataset(token);
            case LIMITED_WEEKS -> Deidentifier.limitedDatasetInWeeks(token);
        };
        return keepNpis ? chosen.keepingNpis() : chosen;
    }

    /** What is done with a record, and may fail in writing. */
    private interface Step<T> {
        void accept(T value) throws IOException;
    }

    private static <T> void each(Stream<Sourced<T>> records, Step<T> step) throws IOException {
        try (records) {
            for (Iterator<Sourced<T>> each = records.iterator(); each.hasNext(); ) {
                step.accept(each.next().value());
            }
        }
    }
}
