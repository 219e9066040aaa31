package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.JsonObject;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.validate.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a message when a run has failed more than it may: {@code {"text": "..."}} by POST, as Slack and its like take it.
 * A message that cannot be sent is a line in the log and changes nothing else.
 */
public final class WebhookAlert implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAlert.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SHOWN = 5;

    private final URI webhook;
    private final long errors;

    /**
     * An alert.
     *
     * @param webhook where to; it is a secret and is never shown
     * @param errors more failures than this raise it, as do rules whose lower threshold is missed
     */
    public WebhookAlert(URI webhook, long errors) {
        this.webhook = webhook;
        this.errors = errors;
    }

    @Override
    public void finished(RunReport report) {
        List<String> reasons = reasons(report);
        if (!reasons.isEmpty()) {
            send("ETL Pipeline Alert: run " + report.runId() + ", " + String.join("; ", reasons));
        }
    }

    private List<String> reasons(RunReport report) {
        List<String> reasons = new ArrayList<>();
        List<Exception> failures = report.failures();
        if (failures.size() > errors) {
            reasons.add(failures.size() + " failures, " + report.count(Outcome.NOT_TRIED) + " files not tried");
            failures.stream().limit(SHOWN).map(Exception::getMessage).forEach(reasons::add);
        }
        report.quality()
                .filter(quality -> !quality.files().isEmpty())
                .filter(quality -> quality.verdict().compareTo(Verdict.FAIL) >= 0)
                .ifPresent(quality -> reasons.add("the quality of the data is " + quality.verdict()));
        return reasons;
    }

    private void send(String text) {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonObject.print(Map.of("text", text))))
                .build();
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("The alert was not taken: the webhook answered {}", status);
            }
        } catch (IOException e) {
            LOG.warn("The alert could not be sent: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
