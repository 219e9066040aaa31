package io.github.tic4j.cli;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.alert.Alert;
import io.github.tic4j.claims.alert.AlertContext;
import io.github.tic4j.claims.alert.AlertEngine;
import io.github.tic4j.claims.alert.AlertRule;
import io.github.tic4j.claims.alert.AlertRules;
import io.github.tic4j.claims.alert.ExclusionList;
import io.github.tic4j.claims.layer.AlertTable;
import io.github.tic4j.claims.layer.CsvTables;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tic claims alerts}: points out claims that deserve a second look. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Points out claims that deserve a second look. Holds all claims in memory.")
final class ClaimsAlertsCommand implements Callable<Integer> {

    @Mixin
    private ClaimsInput input = new ClaimsInput();

    @Option(
            names = "--leie",
            paramLabel = "FILE",
            description = "The list of excluded providers (LEIE), as CSV; without it nobody is taken to be excluded.")
    private @Nullable Path exclusions;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write alerts.csv, with the evidence.")
    private @Nullable Path folder;

    private final Output output;

    ClaimsAlertsCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        ClaimSource source = input.open();
        AlertContext context =
                ClaimsPeople.of(source).alertContext().exclusions(exclusions()).build();
        List<AlertRule<?>> rules = AlertRules.standard(context);
        AlertEngine engine = new AlertEngine(rules);
        long read = 0;
        try (Stream<Sourced<Claim>> claims = source.claims()) {
            for (Iterator<Sourced<Claim>> each = claims.iterator(); each.hasNext(); read++) {
                engine.add(each.next().value());
            }
        }
        engine.settle();
        List<Alert> alerts = engine.standing();
        output.out().printf("%,d claims read, %,d alerts%n", read, alerts.size());
        print(rules, alerts);
        input.printRefusals(output.out());
        if (folder != null) {
            AlertTable.write(alerts, new CsvTables(folder));
            output.out().println("\nThe alerts and their evidence are in " + folder.resolve("alerts.csv"));
        }
        return alerts.isEmpty() && input.refusedRows() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private ExclusionList exclusions() throws IOException {
        if (exclusions == null) {
            return ExclusionList.EMPTY;
        }
        try (InputStream in = Files.newInputStream(exclusions)) {
            return ExclusionList.readLeie(in, refusal -> output.err().println("tic: " + exclusions + ": " + refusal));
        }
    }

    private void print(List<AlertRule<?>> rules, List<Alert> alerts) {
        Map<Severity, Map<String, Long>> counts = alerts.stream()
                .collect(Collectors.groupingBy(
                        alert -> alert.observation().severity(),
                        TreeMap::new,
                        Collectors.groupingBy(Alert::ruleId, TreeMap::new, Collectors.counting())));
        Map<String, String> titles = rules.stream().collect(Collectors.toMap(AlertRule::id, AlertRule::title));
        TextTable table = new TextTable("severity", "rule", "alerts", "what it looks for");
        counts.forEach((severity, ofRule) ->
                ofRule.forEach((rule, count) -> table.add(severity, rule, count, titles.get(rule))));
        if (table.size() > 0) {
            output.out().println();
            table.print(output.out());
        }
    }
}
