package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.CollaborateMdException;
import io.github.tic4j.collaboratemd.CredentialsRejectedException;
import io.github.tic4j.collaboratemd.CustomerUnusableException;
import io.github.tic4j.collaboratemd.Delay;
import io.github.tic4j.collaboratemd.OutcomeUnknownException;
import io.github.tic4j.collaboratemd.RequestRejectedException;
import io.github.tic4j.collaboratemd.RunIdentifier;
import io.github.tic4j.collaboratemd.RunSlotBusyException;
import io.github.tic4j.collaboratemd.pipeline.Run.Task;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the reports of one instance one after another, as the service demands, and records each. Reports that this run has
 * already got are passed over.
 */
final class Generator {

    private static final int MAX_ATTEMPTS = 5;
    private static final Duration DUPLICATE_DELAY = Duration.ofSeconds(60);

    private final Run run;
    private final Delay delay;

    Generator(Run run, Delay delay) {
        this.run = run;
        this.delay = delay;
    }

    void generate(InstanceConfig instance) {
        List<Task> open = run.plan(instance).stream()
                .filter(task ->
                        run.find(task).map(report -> report.state().isFailure()).orElse(true))
                .toList();
        @Nullable CredentialsRejectedException rejected = null;
        for (Task task : open) {
            if (rejected == null) {
                rejected = generate(task);
            } else {
                // Further calls could lock the user out.
                fail(task, rejected, 0);
            }
        }
    }

    private @Nullable CredentialsRejectedException generate(Task task) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            try {
                RunIdentifier identifier = run.client(task.instance())
                        .reports()
                        .run(task.account().number(), task.savedReport())
                        .execute();
                if (run.record(report(task, TaskState.ACCEPTED, identifier, "SUCCESS", 200, attempt, ""))) {
                    return null;
                }
                Waiting.await(delay.after(DUPLICATE_DELAY));
            } catch (CollaborateMdException e) {
                fail(task, e, attempt);
                return e instanceof CredentialsRejectedException rejected ? rejected : null;
            }
        }
        String note = "the service keeps answering with the identifier of another report";
        run.record(report(task, TaskState.FAILED, null, "DUPLICATE", 200, MAX_ATTEMPTS, note));
        return null;
    }

    private void fail(Task task, CollaborateMdException failure, int attempts) {
        TaskState state = failure instanceof CustomerUnusableException
                ? TaskState.SKIPPED
                : failure instanceof OutcomeUnknownException ? TaskState.UNCERTAIN : TaskState.FAILED;
        String note = String.valueOf(failure.getMessage());
        run.record(report(task, state, null, apiStatus(failure), failure.httpStatus(), attempts, note));
    }

    static String apiStatus(CollaborateMdException failure) {
        if (failure instanceof RequestRejectedException rejected
                && rejected.status().isPresent()) {
            return rejected.status().get().toString();
        }
        if (failure instanceof RunSlotBusyException) {
            return "MAX_RETRIES";
        }
        if (failure instanceof CustomerUnusableException) {
            return "CUSTOMER_UNUSABLE";
        }
        return failure.httpStatus() == 0 || failure.httpStatus() == 200 ? "EXCEPTION" : "HTTP_" + failure.httpStatus();
    }

    private TrackedReport report(
            Task task,
            TaskState state,
            @Nullable RunIdentifier identifier,
            String apiStatus,
            int httpStatus,
            int attempts,
            String note) {
        Instant now = run.clock().instant();
        return new TrackedReport(
                run.id(),
                task.key(),
                task.savedReport(),
                state,
                identifier,
                apiStatus,
                httpStatus,
                attempts,
                null,
                note,
                now,
                state == TaskState.ACCEPTED ? null : now);
    }
}
