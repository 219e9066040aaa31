package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.CollaborateMdException.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Starts reports: holds the run slot, and tries again while the service says that another report is running. */
final class ReportRuns {

    static final String LABEL = "reports.run";

    private final Api api;

    ReportRuns(Api api) {
        this.api = api;
    }

    /** Does the work while holding this process's run slot of the credentials. */
    <T> CompletableFuture<T> holdingSlot(Operation operation, Supplier<CompletableFuture<T>> work) {
        RunSlot slot =
                RunSlot.of(api.options().origin(), api.options().credentials().get());
        return operation.begin(slot.acquire()).thenCompose(turn -> {
            CompletableFuture<T> done;
            try {
                done = work.get();
            } catch (RuntimeException e) {
                done = CompletableFuture.failedFuture(e);
            }
            return done.whenComplete((value, error) -> slot.release());
        });
    }

    CompletableFuture<RunIdentifier> run(CustomerNumber customer, SavedReport report, Operation operation) {
        Request request = Request.post(LABEL, Request.customerPath(customer) + path(report));
        return whenFree(request, operation).thenApply(this::identifier);
    }

    /** Runs for many customers; the answer may decline. */
    CompletableFuture<Answer> run(List<CustomerNumber> customers, SavedReport report, Operation operation) {
        Request request = Request.post(LABEL, "/v1/" + path(report));
        for (CustomerNumber customer : customers) {
            request = request.with("customer", customer.value());
        }
        return whenFree(request, operation);
    }

    /** The identifier of an accepted run. */
    RunIdentifier identifier(Answer answer) {
        if (!answer.isSuccess() || answer.isCustomerUnusable()) {
            throw answer.toException(LABEL);
        }
        try {
            return new RunIdentifier(answer.root().text("Identifier").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new OutcomeUnknownException(new Failure(LABEL, "success without an identifier", 200, 1, null));
        }
    }

    /** The first answer that does not say that some report is running; the identifier in such an answer is another run's. */
    private CompletableFuture<Answer> whenFree(Request request, Operation operation) {
        Instant deadline =
                api.options().clock().instant().plus(api.options().timing().runDeadline());
        return whenFree(request, operation, deadline, 1);
    }

    private CompletableFuture<Answer> whenFree(Request request, Operation operation, Instant deadline, int attempt) {
        return api.ask(withCacheBuster(request), operation).thenCompose(answer -> {
            if (!answer.isStillRunning()) {
                return CompletableFuture.completedFuture(answer);
            }
            Duration wait = api.options().timing().runRetryDelay();
            if (api.options().clock().instant().plus(wait).isAfter(deadline)) {
                Failure failure = new Failure(LABEL, "status " + answer.status(), 200, attempt, null);
                return CompletableFuture.failedFuture(new RunSlotBusyException(failure));
            }
            return operation
                    .begin(api.options().delay().after(wait))
                    .thenCompose(nothing -> whenFree(request, operation, deadline, attempt + 1));
        });
    }

    private Request withCacheBuster(Request request) {
        Instant now = api.options().clock().instant();
        return switch (api.options().cacheBuster()) {
            case NONE -> request;
            case QUERY_TS -> request.with("ts", Long.toString(now.getEpochSecond()));
            case BODY_NONCE ->
                request.withXml(Element.of(
                        "Run",
                        Element.of(
                                "Nonce",
                                now.getEpochSecond() + "."
                                        + String.format(Locale.ROOT, "%06d", now.getNano() / 1000))));
        };
    }

    private static String path(SavedReport report) {
        return "reports/" + report.reportId() + "/filter/" + report.filterId() + "/run";
    }
}
