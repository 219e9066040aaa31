package io.github.tic4j.collaboratemd.pipeline;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tic4j.collaboratemd.pipeline.Run.Task;
import io.github.tic4j.collaboratemd.postgres.LoadResult;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import io.github.tic4j.collaboratemd.table.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The two summaries of a run, one line per report and account, as CSV and as JSON; each also as {@code latest_}. The
 * columns are the original's. Status messages are our own words: the service's may tell of patients.
 */
final class Summary {

    private final Path folder;
    private final Run run;
    private final ArchiveFolder archives;

    Summary(Path folder, Run run, ArchiveFolder archives) {
        this.folder = folder;
        this.run = run;
        this.archives = archives;
    }

    void writeIdentifiers() {
        write(
                "identifier_summary",
                run.plan().stream().map(this::identifierLine).toList());
    }

    void writeFetches(List<TableOutcome> tables) {
        write(
                "fetch_summary",
                run.plan().stream().map(task -> fetchLine(task, tables)).toList());
    }

    private Map<String, String> identifierLine(Task task) {
        Optional<TrackedReport> report = run.find(task);
        Map<String, String> line = head(task);
        line.put("report_id", task.savedReport().reportId());
        line.put("filter_id", task.savedReport().filterId());
        line.put(
                "http_status", report.map(r -> Integer.toString(r.httpStatus())).orElse("0"));
        line.put("api_status", report.map(TrackedReport::apiStatus).orElse("UNKNOWN"));
        line.put("identifier", identifier(report));
        line.put("status_message", report.map(TrackedReport::note).orElse("not asked for"));
        line.put("retries", report.map(Summary::retries).orElse("0"));
        line.put("db_updated", Boolean.toString(!identifier(report).isEmpty()));
        return line;
    }

    private Map<String, String> fetchLine(Task task, List<TableOutcome> tables) {
        Optional<TrackedReport> report = run.find(task);
        Optional<TableOutcome> table = tables.stream()
                .filter(t -> t.instance().equals(task.key().instance())
                        && t.report().equals(task.key().report()))
                .findFirst();
        Optional<LoadResult.Rows> rows = table.flatMap(TableOutcome::result)
                .map(result -> result.accounts().getOrDefault(task.key().account(), new LoadResult.Rows(0, 0)));
        Map<String, String> line = head(task);
        line.put("report_id", identifier(report));
        line.put(
                "http_status", report.map(r -> Integer.toString(r.httpStatus())).orElse("0"));
        line.put("api_status", report.map(TrackedReport::apiStatus).orElse("UNKNOWN"));
        line.put("status_message", report.map(TrackedReport::note).orElse("not asked for"));
        line.put("retries", report.map(Summary::retries).orElse("0"));
        line.put(
                "rows_fetched",
                report.map(TrackedReport::rows).map(String::valueOf).orElse(""));
        line.put(
                "file_written",
                archives.has(task.key()) ? archives.path(task.key()).toString() : "");
        line.put("load_status", loadStatus(report, table));
        line.put("rows_inserted", rows.map(r -> Long.toString(r.inserted())).orElse(""));
        line.put("rows_duplicate", rows.map(r -> Long.toString(r.known())).orElse(""));
        line.put("load_error", table.map(TableOutcome::reason).orElse(""));
        return line;
    }

    private static String loadStatus(Optional<TrackedReport> report, Optional<TableOutcome> table) {
        TaskState state = report.map(TrackedReport::state).orElse(TaskState.FAILED);
        if (state == TaskState.LOADED) {
            return "SUCCESS";
        }
        boolean hasFailed = table.map(t -> t.kind() == TableOutcome.Kind.FAILED).orElse(false);
        return hasFailed ? "FAILED" : state == TaskState.SKIPPED || state.isFailure() ? "SKIPPED" : "PENDING";
    }

    private static Map<String, String> head(Task task) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("instance_key", task.key().instance());
        line.put("customer_account", task.key().account());
        line.put("customer_name", task.account().name());
        line.put("report_name", task.key().report().toUpperCase(Locale.ROOT));
        return line;
    }

    private static String identifier(Optional<TrackedReport> report) {
        return report.map(TrackedReport::identifier).map(Object::toString).orElse("");
    }

    private static String retries(TrackedReport report) {
        return Integer.toString(Math.max(0, report.attempts() - 1));
    }

    private void write(String name, List<Map<String, String>> lines) {
        try {
            ArchiveFolder.createPrivate(folder);
            for (String base : List.of(name + "_" + run.id(), "latest_" + name)) {
                Files.writeString(folder.resolve(base + ".csv"), csv(lines));
                Files.write(folder.resolve(base + ".json"), json(lines));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the summary to " + folder, e);
        }
    }

    private static String csv(List<Map<String, String>> lines) {
        StringBuilder csv = new StringBuilder();
        lines.stream().findFirst().ifPresent(line -> CsvWriter.append(csv, new ArrayList<>(line.keySet())));
        lines.forEach(line -> CsvWriter.append(csv, new ArrayList<>(line.values())));
        return csv.toString();
    }

    private static byte[] json(List<Map<String, String>> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (Map<String, String> line : lines) {
                json.writeStartObject();
                for (Map.Entry<String, String> member : line.entrySet()) {
                    json.writeStringField(member.getKey(), member.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return (out.toString(StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
