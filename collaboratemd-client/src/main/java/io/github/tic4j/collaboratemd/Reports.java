package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ZipArchive;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs saved reports and fetches their results. The service lets one report run at a time per credentials: runs of one
 * process queue up for it, and where some other process holds it they are tried again until
 * {@link ReportTiming#runDeadline()}.
 */
public final class Reports {

    private final Api api;
    private final ReportRuns runs;

    Reports(Api api) {
        this.api = api;
        this.runs = new ReportRuns(api);
    }

    /**
     * Starts a report for one customer and answers as soon as the service has accepted it.
     *
     * <p>Fails with {@link RunSlotBusyException} if other reports are running all the time, with
     * {@link OutcomeUnknownException} if it is unknown whether the run was accepted (it is not tried again then), with
     * {@link CustomerUnusableException} for a customer that is to be skipped.
     */
    public ApiCall<RunIdentifier> run(CustomerNumber customer, SavedReport report) {
        return new ApiCall<>(
                ReportRuns.LABEL,
                operation -> runs.holdingSlot(operation, () -> runs.run(customer, report, operation)));
    }

    /**
     * Starts a report for many customers together; its rows must name the customer, or nobody can tell them apart. The
     * customers that the service declines are left out.
     */
    public ApiCall<BulkRun> runBulk(List<CustomerNumber> customers, SavedReport report) {
        List<CustomerNumber> all = List.copyOf(customers);
        return new ApiCall<>(
                ReportRuns.LABEL,
                operation -> runs.holdingSlot(operation, () -> new BulkRunner(runs, report, operation).run(all)));
    }

    /** Asks once for a result. An {@link ReportResult.Empty} may then be uncertain. */
    public ApiCall<ReportResult> fetch(CustomerNumber customer, RunIdentifier run) {
        return fetch(resultOf(customer, run));
    }

    /** Asks once for the result of a bulk run. */
    public ApiCall<ReportResult> fetchBulk(RunIdentifier run) {
        return fetch(resultOf(run));
    }

    /**
     * Asks for a result until it is settled. Data counts whatever the status; success without data counts as empty after
     * {@link ReportTiming#emptyPolls()} answers in a row; after {@link ReportTiming#pollDeadline()} the answer is what was
     * seen last: running, or empty but not certain.
     */
    public ApiCall<ReportResult> await(CustomerNumber customer, RunIdentifier run) {
        return new ApiCall<>("reports.await", operation -> poll(resultOf(customer, run), operation));
    }

    /** As {@link #await(CustomerNumber, RunIdentifier)}, for a bulk run. */
    public ApiCall<ReportResult> awaitBulk(RunIdentifier run) {
        return new ApiCall<>("reports.await", operation -> poll(resultOf(run), operation));
    }

    /** Runs a report and waits for its result, keeping other runs of this process waiting all the while. */
    public ApiCall<ReportResult> runAndAwait(CustomerNumber customer, SavedReport report) {
        return new ApiCall<>(
                ReportRuns.LABEL,
                operation -> runs.holdingSlot(
                        operation,
                        () -> runs.run(customer, report, operation)
                                .thenCompose(run -> poll(resultOf(customer, run), operation))));
    }

    private ApiCall<ReportResult> fetch(Request request) {
        return new ApiCall<>(request.label(), operation -> ask(request, operation));
    }

    private CompletableFuture<ReportResult> ask(Request request, Operation operation) {
        return api.ask(request, operation)
                .thenApply(this::result)
                .exceptionallyCompose(error -> expiredOrFailed(ApiCall.cause(error)));
    }

    private static CompletableFuture<ReportResult> expiredOrFailed(Throwable error) {
        if (error instanceof RequestRejectedException rejected && rejected.httpStatus() == 404) {
            return CompletableFuture.completedFuture(new ReportResult.Failed(ApiStatus.NOT_FOUND, null, false));
        }
        return CompletableFuture.failedFuture(error);
    }

    private ReportResult result(Answer answer) {
        String data = answer.root().text("Data").orElse("");
        if (!data.isEmpty()) {
            return new ReportResult.Ready(
                    ReportArchive.of(ZipArchive.fromBase64(data, api.options().archiveLimits())));
        }
        if (answer.isStillRunning()) {
            return new ReportResult.Running();
        }
        if (answer.status().equals(ApiStatus.REPORT_TIMED_OUT)) {
            return new ReportResult.TimedOut();
        }
        if (answer.isSuccess() && !answer.isCustomerUnusable()) {
            return new ReportResult.Empty(answer.isWithoutRecords());
        }
        return new ReportResult.Failed(answer.status(), answer.messageOrNull(), answer.isCustomerUnusable());
    }

    private CompletableFuture<ReportResult> poll(Request request, Operation operation) {
        Instant deadline =
                api.options().clock().instant().plus(api.options().timing().pollDeadline());
        return poll(request, operation, deadline, 0);
    }

    private CompletableFuture<ReportResult> poll(
            Request request, Operation operation, Instant deadline, int emptyBefore) {
        ReportTiming timing = api.options().timing();
        return ask(request, operation).thenCompose(result -> {
            boolean isUncertain = result instanceof ReportResult.Empty empty && !empty.isCertain();
            if (isUncertain && emptyBefore + 1 >= timing.emptyPolls()) {
                return CompletableFuture.completedFuture(new ReportResult.Empty(true));
            }
            boolean isSettled = !isUncertain && !(result instanceof ReportResult.Running);
            Instant next = api.options().clock().instant().plus(timing.pollInterval());
            if (isSettled || next.isAfter(deadline)) {
                return CompletableFuture.completedFuture(result);
            }
            return operation
                    .begin(api.options().delay().after(timing.pollInterval()))
                    .thenCompose(nothing -> poll(request, operation, deadline, isUncertain ? emptyBefore + 1 : 0));
        });
    }

    private static Request resultOf(CustomerNumber customer, RunIdentifier run) {
        return result(Request.customerPath(customer) + "reports/results/" + run);
    }

    private static Request resultOf(RunIdentifier run) {
        return result("/v1/reports/results/" + run);
    }

    private static Request result(String path) {
        return Request.post("reports.fetch", path).repeatable();
    }
}
