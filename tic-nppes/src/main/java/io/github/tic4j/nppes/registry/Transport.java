package io.github.tic4j.nppes.registry;

import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.source.ContentException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests: throttled, retried where that may help, stopped by the circuit breaker. */
final class Transport {

    private static final Logger log = LoggerFactory.getLogger(Transport.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MAX_BODY = 1 << 25;

    private final HttpClient http;
    private final RegistryOptions options;
    private final Timing timing;
    private final RandomGenerator random;
    private final Throttle throttle;
    private final CircuitBreaker breaker;
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder refused = new LongAdder();

    Transport(HttpClient http, RegistryOptions options, Timing timing, RandomGenerator random) {
        this.http = http;
        this.options = options;
        this.timing = timing;
        this.random = random;
        throttle = new Throttle(timing, options.requestsPerSecond(), options.concurrency());
        breaker = new CircuitBreaker(timing);
    }

    /** The answer to a request; fails with a {@link RegistryException}. */
    CompletableFuture<RegistryAnswer> get(URI uri) {
        return attempt(new Call(uri, timing.nanos() + options.deadline().toNanos()), 1);
    }

    RegistryStatistics statistics() {
        return new RegistryStatistics(requests.sum(), retries.sum(), refused.sum());
    }

    private CompletableFuture<RegistryAnswer> attempt(Call call, int number) {
        if (breaker.isOpen()) {
            return refused();
        }
        return throttle.enter()
                .thenCompose(entered -> guarded(call).whenComplete((answer, failure) -> throttle.leave()))
                .exceptionallyCompose(failure -> afterFailure(call, number, unwrapped(failure)));
    }

    private CompletableFuture<RegistryAnswer> guarded(Call call) {
        if (!breaker.allows()) {
            return refused();
        }
        requests.increment();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request(call.uri), LimitedBody.handler(MAX_BODY));
        return exchange.copy()
                .orTimeout(options.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(this::read)
                .whenComplete((answer, failure) -> {
                    Throwable cause = failure == null ? null : unwrapped(failure);
                    if (cause instanceof TimeoutException) {
                        exchange.cancel(true);
                    }
                    // Any answer in the registry's own language, be it a refusal, shows that it is up.
                    if (cause == null || cause instanceof RegistryException) {
                        breaker.succeeded();
                    } else {
                        breaker.failed();
                    }
                });
    }

    private CompletableFuture<RegistryAnswer> refused() {
        refused.increment();
        return CompletableFuture.failedFuture(new RegistryUnavailableException(
                "The registry failed several times in a row, so nothing is sent to it for a while", null));
    }

    private CompletableFuture<RegistryAnswer> afterFailure(Call call, int number, Throwable failure) {
        if (failure instanceof RegistryException) {
            return CompletableFuture.failedFuture(failure);
        }
        Duration asked = failure instanceof TransientException e ? e.retryAfter : Duration.ZERO;
        Duration pause = longer(asked, backoff(number));
        String reason = failure instanceof TimeoutException
                ? "no answer within " + options.timeout()
                : String.valueOf(failure.getMessage() == null ? failure : failure.getMessage());
        if (number == options.attempts() || timing.nanos() + pause.toNanos() - call.deadline > 0) {
            return CompletableFuture.failedFuture(new RegistryUnavailableException(
                    "No answer from the registry after " + number + " of " + options.attempts() + " attempts: "
                            + reason,
                    failure));
        }
        log.debug("Attempt {} failed, the next in {}: {}", number, pause, reason);
        throttle.hold(asked);
        retries.increment();
        return timing.pause(pause).thenCompose(paused -> attempt(call, number + 1));
    }

    private RegistryAnswer read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String body = new String(response.body(), StandardCharsets.UTF_8).strip();
        if (status == 429 || status == 408 || status >= 500) {
            throw new TransientException("HTTP status " + status, retryAfter(response));
        }
        if (status != 200) {
            throw new RegistryRejectedException("The registry refuses the query with HTTP status " + status);
        }
        if (body.startsWith("<")) {
            throw new TransientException("a web page instead of data, as during maintenance", retryAfter(response));
        }
        try {
            String host = response.uri().getHost();
            return RegistryAnswer.parse(body, new Provenance(Provenance.Origin.REGISTRY, host, timing.now()));
        } catch (ContentException e) {
            throw new TransientException("an answer that is not JSON: " + e.problem(), Duration.ZERO);
        }
    }

    private HttpRequest request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(options.timeout())
                .header("Accept", "application/json")
                .header("User-Agent", options.userAgent())
                .build();
    }

    /** Full jitter: anything up to twice as much as the time before. */
    private Duration backoff(int number) {
        long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(number - 1, 16));
        return Duration.ofMillis(random.nextLong(most + 1));
    }

    /** What the header of that name asks for: seconds or a date; nothing where it is absent or unreadable. */
    private Duration retryAfter(HttpResponse<?> response) {
        String value = response.headers().firstValue("Retry-After").orElse("").strip();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return longer(Duration.ZERO, Duration.between(timing.now(), date.toInstant()));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** The failure itself, out of the wrappers of futures. */
    static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof CancellationException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private record Call(URI uri, long deadline) {}

    /** A failure that may pass. */
    private static final class TransientException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Duration retryAfter;

        TransientException(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }
    }
}
