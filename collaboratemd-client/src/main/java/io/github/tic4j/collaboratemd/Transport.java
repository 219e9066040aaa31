package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.AttemptFailure.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests: each attempt and each call under a deadline, with repetition by kind of failure. */
final class Transport {

    private static final Logger LOG = LoggerFactory.getLogger(CollaborateMdClient.class);

    private final ClientOptions options;
    private final HttpClient http;

    Transport(ClientOptions options) {
        this.options = options;
        this.http = options.httpClient();
    }

    /**
     * Sends a request until it succeeds or may not be repeated.
     *
     * @param reader turns the answer into what the caller wants; an {@link AttemptFailure} of its counts as a failure of
     *     the attempt
     */
    <T> CompletableFuture<T> send(Request request, String accept, Function<Response, T> reader, Operation operation) {
        return new Sending<>(request, accept, reader, operation).attempt(1);
    }

    private final class Sending<T> {

        private final Request request;
        private final String accept;
        private final Function<Response, T> reader;
        private final Operation operation;
        private final Instant deadline = options.clock().instant().plus(options.callTimeout());
        private Credentials credentials = options.credentials().get();

        Sending(Request request, String accept, Function<Response, T> reader, Operation operation) {
            this.request = request;
            this.accept = accept;
            this.reader = reader;
            this.operation = operation;
        }

        CompletableFuture<T> attempt(int number) {
            return exchange().thenApply(reader).exceptionallyCompose(error -> recover(number, ApiCall.cause(error)));
        }

        private CompletableFuture<T> recover(int number, Throwable error) {
            if (error instanceof CancellationException || isFinal(error)) {
                return CompletableFuture.failedFuture(error);
            }
            AttemptFailure failure = AttemptFailure.of(error, options.maxResponseBytes());
            if (failure.kind() == Kind.CREDENTIALS && hasFreshCredentials()) {
                return attempt(number + 1);
            }
            Duration wait = options.retry().delayAfter(number, failure.retryAfter());
            if (!failure.kind().allowsRepetition(request.isRepeatable())
                    || number >= options.retry().maxAttempts()
                    || options.clock().instant().plus(wait).isAfter(deadline)) {
                return CompletableFuture.failedFuture(failure.toException(request, number));
            }
            LOG.debug("{}: {}, attempt {}, next in {}", request.label(), failure.getMessage(), number, wait);
            return operation.begin(options.delay().after(wait)).thenCompose(nothing -> attempt(number + 1));
        }

        /** Business failures, content errors and programming errors are the caller's to see as they are. */
        private boolean isFinal(Throwable error) {
            return error instanceof RuntimeException && !(error instanceof AttemptFailure);
        }

        private boolean hasFreshCredentials() {
            Credentials fresh = options.credentials().get();
            boolean isFresh = !fresh.equals(credentials);
            credentials = fresh;
            return isFresh;
        }

        private CompletableFuture<Response> exchange() {
            Duration left = Duration.between(options.clock().instant(), deadline);
            Duration limit = left.compareTo(options.attemptTimeout()) < 0 ? left : options.attemptTimeout();
            CompletableFuture<HttpResponse<byte[]>> exchange =
                    http.sendAsync(toHttp(), LimitedBody.upTo(options.maxResponseBytes()));
            // The request's own timeout would end with the headers; this one covers the body too.
            CompletableFuture<HttpResponse<byte[]>> timed =
                    operation.begin(exchange.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS));
            return timed.whenComplete((answer, error) -> exchange.cancel(true)).thenApply(this::accepted);
        }

        private HttpRequest toHttp() {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(options.origin() + request.target()))
                    .header("Authorization", credentials.authorization())
                    .header("Accept", accept)
                    .header("User-Agent", options.userAgent())
                    .method(request.method(), body());
            if (!request.contentType().isEmpty()) {
                builder.header("Content-Type", request.contentType());
            }
            return builder.build();
        }

        private BodyPublisher body() {
            if (!request.body().isEmpty()) {
                return BodyPublishers.ofString(request.body());
            }
            return request.isRepeatable() ? BodyPublishers.noBody() : new OneShotBody();
        }

        private Response accepted(HttpResponse<byte[]> answer) {
            if (answer.statusCode() / 100 != 2) {
                throw AttemptFailure.of(answer.statusCode(), retryAfter(answer));
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Response(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), answer.body());
        }

        private Optional<Duration> retryAfter(HttpResponse<byte[]> answer) {
            return answer.headers().firstValue("Retry-After").flatMap(value -> {
                try {
                    return Optional.of(
                            value.matches("\\d{1,9}")
                                    ? Duration.ofSeconds(Long.parseLong(value))
                                    : Duration.between(
                                            options.clock().instant(),
                                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                                    .toInstant()));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            });
        }
    }
}
