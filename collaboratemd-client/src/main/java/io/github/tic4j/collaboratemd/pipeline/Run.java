package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.CollaborateMdClient;
import io.github.tic4j.collaboratemd.SavedReport;
import io.github.tic4j.collaboratemd.postgres.ReportKey;
import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import io.github.tic4j.collaboratemd.postgres.TrackingTable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One run of the pipeline: what is planned, and how far each report is. Thread-safe. */
final class Run {

    private final String id;
    private final PipelineConfig config;
    private final TrackingTable tracking;
    private final InstantSource clock;
    private final Map<String, CollaborateMdClient> clients;
    private final Map<ReportKey, TrackedReport> reports;

    Run(
            String id,
            PipelineConfig config,
            TrackingTable tracking,
            InstantSource clock,
            Map<String, CollaborateMdClient> clients) {
        this.id = id;
        this.config = config;
        this.tracking = tracking;
        this.clock = clock;
        this.clients = Map.copyOf(clients);
        this.reports = new ConcurrentHashMap<>(tracking.reports(id));
    }

    /** One report that the configuration asks for. */
    record Task(InstanceConfig instance, Account account, ReportConfig report) {

        ReportKey key() {
            return new ReportKey(
                    instance.key(), account.number().value(), report.type().name());
        }

        SavedReport savedReport() {
            return report.savedReport(account.number());
        }
    }

    String id() {
        return id;
    }

    InstantSource clock() {
        return clock;
    }

    CollaborateMdClient client(InstanceConfig instance) {
        return Optional.ofNullable(clients.get(instance.key())).orElseThrow();
    }

    /** Everything that the configuration asks for: instance by instance, report by report. */
    List<Task> plan() {
        List<Task> tasks = new ArrayList<>();
        config.instances().forEach(instance -> tasks.addAll(plan(instance)));
        return tasks;
    }

    List<Task> plan(InstanceConfig instance) {
        List<Task> tasks = new ArrayList<>();
        for (ReportConfig report : instance.reports()) {
            for (Account account : instance.accounts()) {
                tasks.add(new Task(instance, account, report));
            }
        }
        return tasks;
    }

    Optional<TrackedReport> find(Task task) {
        return Optional.ofNullable(reports.get(task.key()));
    }

    /** Records a new attempt; false if its identifier is another run's. */
    boolean record(TrackedReport report) {
        if (!tracking.record(report)) {
            return false;
        }
        reports.put(report.key(), report);
        return true;
    }

    void progress(TrackedReport report) {
        tracking.progress(report);
        reports.put(report.key(), report);
    }

    /** The planned reports as they stand. */
    List<TrackedReport> reports() {
        return plan().stream().flatMap(task -> find(task).stream()).toList();
    }
}
