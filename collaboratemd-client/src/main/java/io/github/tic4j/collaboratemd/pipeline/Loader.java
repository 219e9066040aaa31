package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.pipeline.Run.Task;
import io.github.tic4j.collaboratemd.pipeline.TableOutcome.Kind;
import io.github.tic4j.collaboratemd.postgres.DatabaseException;
import io.github.tic4j.collaboratemd.postgres.LoadResult;
import io.github.tic4j.collaboratemd.postgres.ReportDatabase;
import io.github.tic4j.collaboratemd.postgres.ReportKey;
import io.github.tic4j.collaboratemd.postgres.TableLoad;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ReportContentException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides for each report of each instance whether it is complete, and only then loads it. */
final class Loader {

    private final Run run;
    private final ReportDatabase database;
    private final ArchiveFolder archives;
    private final MissingAccounts policy;

    Loader(Run run, ReportDatabase database, ArchiveFolder archives, MissingAccounts policy) {
        this.run = run;
        this.database = database;
        this.archives = archives;
        this.policy = policy;
    }

    TableOutcome load(InstanceConfig instance, ReportConfig report) {
        Map<Standing, List<Task>> accounts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            accounts.put(standing, new ArrayList<>());
        }
        for (Task task : run.plan(instance)) {
            if (task.report().equals(report)) {
                accounts.computeIfPresent(standing(task), (standing, tasks) -> {
                    tasks.add(task);
                    return tasks;
                });
            }
        }
        return new Table(instance, report, accounts).load();
    }

    /** What an account brings to the load of a report. */
    private enum Standing {
        READY,
        EMPTY,
        LOADED,
        SKIPPED,
        MISSING
    }

    private Standing standing(Task task) {
        TaskState state = run.find(task).map(report -> report.state()).orElse(TaskState.FAILED);
        return switch (state) {
            case FETCHED -> archives.has(task.key()) ? Standing.READY : Standing.MISSING;
            case EMPTY -> Standing.EMPTY;
            case LOADED -> Standing.LOADED;
            case SKIPPED -> Standing.SKIPPED;
            default -> Standing.MISSING;
        };
    }

    private final class Table {

        private final InstanceConfig instance;
        private final ReportConfig report;
        private final Map<Standing, List<Task>> accounts;

        Table(InstanceConfig instance, ReportConfig report, Map<Standing, List<Task>> accounts) {
            this.instance = instance;
            this.report = report;
            this.accounts = accounts;
        }

        TableOutcome load() {
            boolean isWithheld = policy == MissingAccounts.REFUSE
                    && !accounts(Standing.MISSING).isEmpty();
            if (isWithheld) {
                return outcome(Kind.REFUSED, null, "the reports of some accounts did not come");
            }
            if (tasks(Standing.READY).isEmpty() && tasks(Standing.EMPTY).isEmpty()) {
                return accounts(Standing.MISSING).isEmpty()
                        ? outcome(Kind.UNCHANGED, null, "there is nothing new to load")
                        : outcome(Kind.REFUSED, null, "no report came");
            }
            try {
                LoadResult result =
                        database.load(new TableLoad(report.type(), instance.key(), delivered(), retained()));
                settle();
                return outcome(Kind.LOADED, result, "");
            } catch (DatabaseException | ReportContentException e) {
                return outcome(Kind.FAILED, null, String.valueOf(e.getMessage()));
            }
        }

        private Map<String, Supplier<ReportArchive>> delivered() {
            Map<String, Supplier<ReportArchive>> delivered = new LinkedHashMap<>();
            for (Task task : tasks(Standing.READY)) {
                ReportKey key = task.key();
                delivered.put(key.account(), () -> archives.read(key));
            }
            return delivered;
        }

        private Set<String> retained() {
            Set<String> retained = new HashSet<>(accounts(Standing.SKIPPED));
            retained.addAll(accounts(Standing.MISSING));
            retained.addAll(accounts(Standing.LOADED));
            return retained;
        }

        private void settle() {
            for (Standing standing : List.of(Standing.READY, Standing.EMPTY)) {
                for (Task task : tasks(standing)) {
                    run.find(task)
                            .ifPresent(tracked -> run.progress(
                                    tracked.with(TaskState.LOADED, tracked.apiStatus(), "", tracked.completedAt())));
                    archives.delete(task.key());
                }
            }
        }

        private TableOutcome outcome(Kind kind, @Nullable LoadResult result, String reason) {
            return new TableOutcome(
                    instance.key(),
                    report.type().name(),
                    kind,
                    result,
                    accounts(Standing.MISSING),
                    accounts(Standing.SKIPPED),
                    reason);
        }

        private List<Task> tasks(Standing standing) {
            return accounts.getOrDefault(standing, List.of());
        }

        private List<String> accounts(Standing standing) {
            return tasks(standing).stream()
                    .map(task -> task.account().number().value())
                    .toList();
        }
    }
}
