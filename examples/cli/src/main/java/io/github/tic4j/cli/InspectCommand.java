package io.github.tic4j.cli;

import io.github.tic4j.cli.Inspection.Content;
import io.github.tic4j.cli.Inspection.DocumentSummary;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.mrf.Tally;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tic inspect}: tells what a file is and what is in it. */
@Command(name = "inspect", mixinStandardHelpOptions = true, description = "Tells what a file is and what is in it.")
final class InspectCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|URL",
            description = "The files, gzipped, zipped or plain; s3://BUCKET/PREFIX/ stands for all below it.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object per document.")
    private boolean json;

    @Option(names = "--strict", description = "Stop at the first fault that lenient reading would take.")
    private boolean strict;

    private final Output output;

    InspectCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        ReadOptions options = ReadOptions.builder()
                .strictness(strict ? Strictness.STRICT : Strictness.LENIENT)
                .build();
        boolean rejected = false;
        for (Source source : Inputs.of(files)) {
            rejected |= inspect(source, options);
        }
        return rejected ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    /** Prints what is in a source, and tells whether something of it was rejected. */
    private boolean inspect(Source source, ReadOptions options) throws IOException {
        Inspection inspection = new Inspection();
        try (MrfReader reader = MrfReader.open(source, options)) {
            reader.visit(inspection);
        } finally {
            for (DocumentSummary document : inspection.documents()) {
                if (json) {
                    output.out().println(toJson(document));
                } else {
                    print(document);
                }
            }
        }
        return inspection.documents().stream()
                .anyMatch(document -> document.report().ledger().prices().rejectedTotal() > 0
                        || document.report().ledger().groups().rejectedTotal() > 0);
    }

    private static String toJson(DocumentSummary document) throws IOException {
        FileReport report = document.report();
        Content content = document.content();
        JsonText json = new JsonText();
        json.field("source", report.source());
        json.field("kind", report.kind().name());
        json.field("schema_line", report.schemaLine().name());
        json.field("stated_version", report.header().version());
        json.field("reporting_entity_name", report.header().reportingEntityName());
        json.field("reporting_entity_type", report.header().reportingEntityType());
        json.field("last_updated_on", report.header().lastUpdatedOn());
        plan(json, report.header().plan());
        json.field("containers", report.containers());
        json.field("root_keys", List.copyOf(report.rootKeys().keySet()));
        json.field("bytes", report.bytes());
        json.field("passes", report.passes());
        json.field("deferred_lists", report.deferredLists());
        json.field("spilled_lists", report.spilledLists());
        json.field("items_by_code_type", content.itemsByCodeType.asMap());
        json.field("items_by_arrangement", content.itemsByArrangement.asMap());
        json.field("prices_by_negotiated_type", content.pricesByType.asMap());
        json.field("prices_by_billing_class", content.pricesByClass.asMap());
        json.field("provider_references", content.references);
        json.field("remote_provider_references", content.remoteReferences);
        json.field("provider_groups", report.ledger().groups().seen());
        json.field("npis", report.npis());
        json.field("plans", content.plans);
        json.field("links", content.links);
        json.field("unknown_keys", report.unknownKeys());
        json.field("leniencies", named(report.leniencies()));
        json.field("findings", report.findings());
        json.rawField("ledger", report.ledger().toJson());
        return json.end();
    }

    private static void plan(JsonText json, Plan plan) throws IOException {
        json.field("plan_name", plan.planName());
        json.field("plan_id_type", plan.planIdType());
        json.field("plan_id", plan.planId());
        json.field("plan_market_type", plan.planMarketType());
        json.field("issuer_name", plan.issuerName());
        json.field("plan_sponsor_name", plan.planSponsorName());
    }

    private void print(DocumentSummary document) {
        FileReport report = document.report();
        Content content = document.content();
        PrintStream out = output.out();
        out.println(report.source());
        line(
                "kind",
                report.kind() + ", schema " + report.schemaLine() + " by its fields, states "
                        + or(report.header().version()));
        line(
                "entity",
                or(report.header().reportingEntityName()) + " ("
                        + or(report.header().reportingEntityType()) + ")");
        line("updated", or(report.header().lastUpdatedOn()));
        line("containers", report.containers().isEmpty() ? "none" : String.join(" in ", reversed(report.containers())));
        line("key order", String.join(", ", report.rootKeys().keySet()));
        line(
                "read",
                report.bytes() + " bytes in " + report.passes() + (report.passes() == 1 ? " pass" : " passes") + ", "
                        + report.deferredLists() + " lists deferred, " + report.spilledLists() + " spilled");
        tally("items", report.ledger().items());
        counts("by code type", content.itemsByCodeType.asMap());
        counts("by arrangement", content.itemsByArrangement.asMap());
        tally("prices", report.ledger().prices());
        counts("by type", content.pricesByType.asMap());
        counts("by class", content.pricesByClass.asMap());
        line(
                "providers",
                content.references + " references (" + content.remoteReferences + " remote), "
                        + report.ledger().groups().seen() + " groups, " + report.npis() + " NPIs");
        if (content.plans + content.links > 0) {
            line("index", content.plans + " plans, " + content.links + " links");
        }
        counts("unknown keys", report.unknownKeys());
        counts("leniencies", named(report.leniencies()));
        counts("findings", report.findings());
    }

    private void line(String name, String value) {
        output.out().printf("  %-15s %s%n", name, value);
    }

    private void tally(String name, Tally tally) {
        line(
                name,
                tally.seen() + " seen = " + tally.delivered() + " delivered + " + tally.filtered() + " filtered + "
                        + tally.rejectedTotal() + " rejected"
                        + (tally.rejected().isEmpty() ? "" : " " + tally.rejected()));
    }

    private void counts(String name, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            line("  " + name, counts.toString().replaceAll("[{}]", ""));
        }
    }

    private static Map<String, Long> named(Map<Leniency, Long> leniencies) {
        Map<String, Long> named = new TreeMap<>();
        leniencies.forEach((leniency, count) -> named.put(leniency.name(), count));
        return named;
    }

    private static List<String> reversed(List<String> list) {
        List<String> reversed = new ArrayList<>(list);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static String or(@Nullable String text) {
        return text == null ? "nothing" : text;
    }
}
