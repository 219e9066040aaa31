package io.github.tic4j.cli;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.alert.AlertContext;
import io.github.tic4j.claims.alert.AlertRules;
import io.github.tic4j.claims.layer.ClaimData;
import io.github.tic4j.claims.layer.CsvTables;
import io.github.tic4j.claims.layer.Gold;
import io.github.tic4j.claims.lifecycle.AdjustmentChains;
import io.github.tic4j.claims.lifecycle.ClaimChain;
import io.github.tic4j.claims.lifecycle.MatchedClaim;
import io.github.tic4j.claims.lifecycle.RemittanceMatching;
import io.github.tic4j.claims.measure.ServiceCategory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tic claims measure}: stays, readmissions, cost, use and payment. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = "Measures stays, readmissions, cost, use and payment. Holds all claims in memory.")
final class ClaimsMeasureCommand implements Callable<Integer> {

    @Mixin
    private ClaimsInput input = new ClaimsInput();

    @Option(
            names = "--data-end",
            paramLabel = "YYYY-MM-DD",
            description = "The last day that the data covers; the default is the latest day of service.")
    private @Nullable LocalDate dataEnd;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the measures, and entities and views such as patient_summary, as CSV.")
    private @Nullable Path folder;

    private final Output output;

    ClaimsMeasureCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        ClaimData read = ClaimData.read(input.open());
        List<Claim> records = adjudicated(read.claims());
        List<Claim> inForce = AdjustmentChains.byReference().resolve(records).stream()
                .map(ClaimChain::current)
                .flatMap(Optional::stream)
                .toList();
        ClaimData data = new ClaimData(inForce, read.patients(), read.providers(), read.coverage());
        LocalDate end = dataEnd == null ? lastDay(inForce) : dataEnd;
        PrintStream out = output.out();
        out.printf(
                "%,d records read, %,d claims in force, %,d persons, data until %s%n",
                records.size(), inForce.size(), persons(inForce), end);
        printCategories(inForce);
        out.println();
        ClaimsMeasures measures = new ClaimsMeasures(records, data, end);
        measures.print(out);
        if (folder != null) {
            TableCounts tables = new TableCounts(new CsvTables(folder));
            measures.write(tables);
            AlertContext context =
                    ClaimsPeople.of(input.openAgain()).alertContext().build();
            new Gold(data)
                    .withDataEnd(end)
                    .withAlerts(AlertRules.standard(context))
                    .write(tables);
            tables.print(out);
        }
        input.printRefusals(out);
        return input.refusedRows() > 0 ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    /** The claims with what the remittances of the input, if it has any, say was paid for them. */
    private List<Claim> adjudicated(List<Claim> claims) throws IOException {
        List<Remittance> remittances = input.remittances();
        if (remittances.isEmpty()) {
            return claims;
        }
        RemittanceMatching.Outcome outcome = RemittanceMatching.match(claims, remittances);
        output.out()
                .printf(
                        "%,d remittances, %,d payments without a certain claim%n",
                        remittances.size(), outcome.unmatched().size());
        return outcome.claims().stream().map(MatchedClaim::adjudicated).toList();
    }

    private void printCategories(List<Claim> claims) {
        Map<ServiceCategory, Long> counts = claims.stream()
                .collect(Collectors.groupingBy(ServiceCategory::of, TreeMap::new, Collectors.counting()));
        output.out().println();
        TextTable table = new TextTable("service category", "claims");
        counts.forEach(table::add);
        table.print(output.out());
    }

    private static long persons(List<Claim> claims) {
        return claims.stream()
                .map(Claim::personId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .count();
    }

    private static LocalDate lastDay(List<Claim> claims) {
        return claims.stream()
                .map(Claim::endDate)
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }
}
