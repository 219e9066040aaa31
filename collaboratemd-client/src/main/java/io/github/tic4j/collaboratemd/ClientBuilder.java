package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.table.ArchiveLimits;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link CollaborateMdClient}. Not thread-safe; each option is checked when it is set. */
public final class ClientBuilder {

    private static final String PRODUCTION = "https://webapi.collaboratemd.com";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Supplier<Credentials> credentials;
    private String origin = PRODUCTION;
    private @Nullable HttpClient httpClient;
    private ResponseFormat format = ResponseFormat.XML;
    private Duration callTimeout = Duration.ofMinutes(5);
    private Duration attemptTimeout = Duration.ofMinutes(2);
    private RetryPolicy retry = RetryPolicy.defaults();
    private ReportTiming timing = ReportTiming.defaults();
    private CacheBuster cacheBuster = CacheBuster.NONE;
    private long maxResponseBytes = 256L << 20;
    private ArchiveLimits archiveLimits = ArchiveLimits.defaults();
    private String userAgent = "tic4j-collaboratemd";
    private InstantSource clock = InstantSource.system();
    private Delay delay = Delay.system();

    ClientBuilder(Supplier<Credentials> credentials) {
        this.credentials = credentials;
    }

    /**
     * Where the API is, with or without {@code /v1}; default the vendor's address.
     *
     * @throws IllegalArgumentException unless it is HTTPS, or HTTP to this very machine
     */
    public ClientBuilder baseUrl(String url) {
        URI uri = URI.create(url.strip().replaceFirst("/+(?:v[12]/*)?$", ""));
        String host = uri.getHost();
        boolean isSafe = "https".equalsIgnoreCase(uri.getScheme())
                || ("http".equalsIgnoreCase(uri.getScheme()) && host != null && LOOPBACK.contains(host));
        if (host == null || !isSafe || uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new IllegalArgumentException(
                    "the base URL must be https:// and a host, without credentials or query");
        }
        origin = uri.toString();
        return this;
    }

    /** The HTTP client, for a proxy or own trust; default one over HTTP/1.1 that connects within 10 s. */
    public ClientBuilder httpClient(HttpClient client) {
        httpClient = client;
        return this;
    }

    /** The form of answers; default XML. */
    public ClientBuilder format(ResponseFormat value) {
        format = value;
        return this;
    }

    /** The deadline of one request with all its repetitions; default 5 minutes. */
    public ClientBuilder callTimeout(Duration value) {
        callTimeout = positive(value);
        return this;
    }

    /** The deadline of one attempt up to the last byte of its answer; default 2 minutes. */
    public ClientBuilder attemptTimeout(Duration value) {
        attemptTimeout = positive(value);
        return this;
    }

    /** How requests are repeated; default {@link RetryPolicy#defaults()}. */
    public ClientBuilder retry(RetryPolicy value) {
        retry = value;
        return this;
    }

    /** The patience of report runs; default {@link ReportTiming#defaults()}. */
    public ClientBuilder timing(ReportTiming value) {
        timing = value;
        return this;
    }

    /** Whether runs carry something unique; default no. */
    public ClientBuilder cacheBuster(CacheBuster value) {
        cacheBuster = value;
        return this;
    }

    /** The size up to which an answer is read; default 256 MiB. Reading one takes about four times its size in heap. */
    public ClientBuilder maxResponseBytes(long value) {
        if (value < 1) {
            throw new IllegalArgumentException("maxResponseBytes must be positive");
        }
        maxResponseBytes = value;
        return this;
    }

    /** How large archives may turn out to be; default {@link ArchiveLimits#defaults()}. */
    public ClientBuilder archiveLimits(ArchiveLimits value) {
        archiveLimits = value;
        return this;
    }

    /** The User-Agent header; default {@code tic4j-collaboratemd}. */
    public ClientBuilder userAgent(String value) {
        userAgent = value;
        return this;
    }

    /** The clock that deadlines go by; default the system's. */
    public ClientBuilder clock(InstantSource value) {
        clock = value;
        return this;
    }

    /** How waits are waited; default the system's timer. */
    public ClientBuilder delay(Delay value) {
        delay = value;
        return this;
    }

    /** The client. */
    public CollaborateMdClient build() {
        HttpClient http = httpClient != null
                ? httpClient
                : HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
        return new CollaborateMdClient(new ClientOptions(
                origin,
                credentials,
                http,
                format,
                callTimeout,
                attemptTimeout,
                retry,
                timing,
                cacheBuster,
                maxResponseBytes,
                archiveLimits,
                userAgent,
                clock,
                delay));
    }

    private static Duration positive(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("a timeout must be positive");
        }
        return value;
    }
}
