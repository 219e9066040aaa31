package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asks for a URL from a byte on: follows redirects, repeats what is worth repeating, and explains what is not. */
final class HttpGet {

    /** One for all: its threads are daemons, and connections are kept for the next request. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            // One large body per connection gains nothing from HTTP/2 and suffers from its flow control.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final Set<Integer> ANSWERS_TO_RANGES = Set.of(206, 412, 416);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final FileUrl url;
    private final HttpOptions options;
    private final Timing timing;
    private final Patience patience;

    HttpGet(FileUrl url, HttpOptions options, Timing timing, Patience patience) {
        this.url = url;
        this.options = options;
        this.timing = timing;
        this.patience = patience;
    }

    /**
     * An answer with status 200, or with 206, 412 or 416 where a later byte was asked for. Whoever gets it closes its body.
     *
     * @param from the first byte wanted
     * @param validator what must be unchanged for a part to be of use, or {@code null} to get the whole
     */
    HttpAnswer send(long from, @Nullable String validator) throws IOException {
        while (true) {
            Failure failure;
            try {
                HttpAnswer answer = follow(from, validator);
                if (answer.status() == 200 || (from > 0 && ANSWERS_TO_RANGES.contains(answer.status()))) {
                    return answer;
                }
                failure = passing(answer);
            } catch (SourceUnreachableException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                failure = passing(e);
            }
            if (!patience.endures(failure.what, failure.pause)) {
                throw unreachable(
                        "Gave up after " + patience.failures() + " failed attempts, last: " + failure.what,
                        failure.cause);
            }
        }
    }

    private Failure passing(HttpAnswer answer) throws SourceUnreachableException {
        byte[] head = head(answer);
        if (!HttpFault.isPassing(answer.status())) {
            throw unreachable(HttpFault.describe(answer.status(), head, url, timing.clock()), null);
        }
        Duration wait = HttpFault.retryAfter(answer.headers(), timing.clock());
        String asked = wait == null ? "" : " and asked to wait " + wait.toSeconds() + " s";
        return new Failure("the server answered " + answer.status() + asked, wait, null);
    }

    private Failure passing(IOException failure) throws SourceUnreachableException {
        String what = HttpFault.describe(failure);
        if (HttpFault.isFinal(failure)) {
            throw unreachable(what, failure);
        }
        return new Failure(what, null, failure);
    }

    private HttpAnswer follow(long from, @Nullable String validator) throws IOException {
        URI current = url.uri();
        Set<URI> visited = new HashSet<>();
        while (true) {
            options.addresses().check(current);
            HttpAnswer answer = exchange(request(current, from, validator));
            Optional<String> location = answer.headers().firstValue("Location");
            if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            answer.body().close();
            visited.add(current);
            current = Redirects.next(current, location.get(), options.downgrade());
            if (visited.contains(current)) {
                throw unreachable("Redirected in a circle", null);
            }
            if (visited.size() > options.redirects()) {
                throw unreachable("Redirected more than " + options.redirects() + " times", null);
            }
        }
    }

    private HttpRequest request(URI target, long from, @Nullable String validator) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(options.answerTimeout())
                .header("User-Agent", options.userAgent())
                // A body that the server packs on the way has no stable bytes to resume at.
                .header("Accept-Encoding", "identity");
        if (Redirects.isSameHost(url.uri(), target)) {
            String user = url.uri().getRawUserInfo();
            if (user != null) {
                byte[] credentials = UrlRepair.decode(user).getBytes(StandardCharsets.UTF_8);
                request.setHeader(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
            }
            options.headers().forEach(request::setHeader);
        }
        if (from > 0 && validator != null) {
            request.setHeader("Range", "bytes=" + from + "-").setHeader("If-Range", validator);
        }
        return request.build();
    }

    private HttpAnswer exchange(HttpRequest request) throws IOException {
        AtomicReference<@Nullable HttpAnswer> arrived = new AtomicReference<>();
        TimedBody body = new TimedBody(options.stallTimeout());
        try {
            CLIENT.send(request, head -> {
                arrived.set(new HttpAnswer(head.statusCode(), head.headers(), body));
                return body;
            });
        } catch (IOException e) {
            // The client may report a broken body here instead of there, with part of it delivered.
            if (arrived.get() == null) {
                throw e;
            }
            body.onError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for an answer: " + url);
        }
        return Objects.requireNonNull(arrived.get(), "an answer has a head");
    }

    private SourceUnreachableException unreachable(String problem, @Nullable Throwable cause) {
        return new SourceUnreachableException(problem, url.toString(), cause);
    }

    private static byte[] head(HttpAnswer answer) {
        try (InputStream body = answer.body()) {
            return body.readNBytes(ErrorPage.HEAD);
        } catch (IOException e) {
            // The status says enough.
            return new byte[0];
        }
    }

    /**
     * A failure after which another attempt makes sense.
     *
     * @param what what happened
     * @param pause the wait that the server asks for, or {@code null}
     * @param cause what was thrown, or {@code null}
     */
    private record Failure(
            String what, @Nullable Duration pause, @Nullable Throwable cause) {}
}
