package io.github.tic4j.cli;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.PlanEntry;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tic index}: lists the plans and files of a table of contents, as they come. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Lists the plans and files of a table of contents.")
final class IndexCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|URL",
            description = "The tables of contents; s3://BUCKET/PREFIX/ stands for all below it.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--json",
            description = "Print one JSON object per plan or file. Locations then come whole, with their signatures.")
    private boolean json;

    private final Output output;

    IndexCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        int code = ExitCode.FINE;
        for (Source source : Inputs.of(files)) {
            code = Math.max(code, list(source));
        }
        return code;
    }

    private int list(Source source) throws IOException {
        try (MrfReader reader = MrfReader.open(source)) {
            for (Iterator<IndexEntry> entries = reader.indexEntries(); entries.hasNext(); ) {
                output.out().println(json ? toJson(entries.next()) : toLine(entries.next()));
            }
            List<FileReport> reports = reader.reports();
            if (reports.stream().noneMatch(report -> report.kind() == MrfKind.TABLE_OF_CONTENTS)) {
                output.err()
                        .println("tic: this is no table of contents but "
                                + reports.get(0).kind() + ": " + source.name());
                return ExitCode.FINDINGS;
            }
        }
        return ExitCode.FINE;
    }

    private static String toLine(IndexEntry entry) {
        if (entry instanceof FileLink link) {
            return "file\t" + link.structure() + "\t" + link.slot() + "\t" + withoutQuery(link.location()) + "\t"
                    + or(link.description());
        }
        Plan plan = ((PlanEntry) entry).plan();
        return "plan\t" + entry.structure() + "\t" + or(plan.planIdType()) + "\t" + or(plan.planId()) + "\t"
                + or(plan.planName()) + "\t" + or(plan.planMarketType());
    }

    /** A location as it may be shown: signatures stand in the query. */
    private static String withoutQuery(@Nullable String location) {
        if (location == null) {
            return "-";
        }
        int query = location.indexOf('?');
        return query < 0 ? location : location.substring(0, query);
    }

    private static String toJson(IndexEntry entry) throws IOException {
        JsonText json = new JsonText();
        if (entry instanceof FileLink link) {
            json.field("entry", "file");
            json.field("structure", link.structure());
            json.field("slot", link.slot().name());
            json.field("description", link.description());
            json.field("location", link.location());
        } else if (entry instanceof PlanEntry plan) {
            json.field("entry", "plan");
            json.field("structure", plan.structure());
            json.field("plan_name", plan.plan().planName());
            json.field("plan_id_type", plan.plan().planIdType());
            json.field("plan_id", plan.plan().planId());
            json.field("plan_market_type", plan.plan().planMarketType());
            json.field("issuer_name", plan.plan().issuerName());
            json.field("plan_sponsor_name", plan.plan().planSponsorName());
        }
        return json.end();
    }

    private static String or(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
