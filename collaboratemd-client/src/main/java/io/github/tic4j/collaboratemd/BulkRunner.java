package io.github.tic4j.collaboratemd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a report for many customers and finds those that the service declines: the one that the message names, or else by
 * halving the batch. One after another; used once.
 */
final class BulkRunner {

    // Keeps the URL of a request below two thousand characters.
    private static final int MAX_BATCH = 100;

    private final ReportRuns runs;
    private final SavedReport report;
    private final Operation operation;
    private final Deque<List<CustomerNumber>> open = new ArrayDeque<>();
    private final List<BulkRun.Part> parts = new ArrayList<>();
    private final Map<CustomerNumber, ApiStatus> excluded = new HashMap<>();

    BulkRunner(ReportRuns runs, SavedReport report, Operation operation) {
        this.runs = runs;
        this.report = report;
        this.operation = operation;
    }

    CompletableFuture<BulkRun> run(List<CustomerNumber> customers) {
        for (int from = 0; from < customers.size(); from += MAX_BATCH) {
            open.add(customers.subList(from, Math.min(from + MAX_BATCH, customers.size())));
        }
        return next();
    }

    private CompletableFuture<BulkRun> next() {
        List<CustomerNumber> batch = open.poll();
        if (batch == null) {
            return CompletableFuture.completedFuture(new BulkRun(parts, excluded));
        }
        return runs.run(batch, report, operation).thenCompose(answer -> {
            settle(batch, answer);
            return next();
        });
    }

    private void settle(List<CustomerNumber> batch, Answer answer) {
        if (answer.isSuccess() && !answer.isCustomerUnusable()) {
            parts.add(new BulkRun.Part(runs.identifier(answer), batch));
            return;
        }
        CustomerNumber named = answer.customer().filter(batch::contains).orElse(batch.get(0));
        if (batch.size() == 1 || answer.customer().filter(batch::contains).isPresent()) {
            excluded.put(named, answer.status());
            List<CustomerNumber> rest =
                    batch.stream().filter(customer -> !customer.equals(named)).toList();
            if (!rest.isEmpty()) {
                open.addFirst(rest);
            }
        } else {
            int half = batch.size() / 2;
            open.addFirst(batch.subList(half, batch.size()));
            open.addFirst(batch.subList(0, half));
        }
    }
}
