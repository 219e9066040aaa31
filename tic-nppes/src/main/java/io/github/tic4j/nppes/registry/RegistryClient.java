package io.github.tic4j.nppes.registry;

import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the NPI Registry.
 *
 * <pre>{@code
 * RegistryClient registry = RegistryClient.create();
 * Optional<Provider> provider = registry.find(Npi.parse("1234567893"));
 * SearchResult found = registry.search(
 *         RegistryQuery.builder().lastName("Smith").state("RI").build());
 * }</pre>
 *
 * <p>Requests keep to a rate, are repeated where that may help, and cease for a while when the registry is down. Lookups of
 * one NPI that overlap share one request. All calls throw a {@link RegistryException} (asynchronous ones fail with it). Safe
 * for use by several threads; holds nothing that must be closed.
 */
public final class RegistryClient implements ProviderDirectory {

    private static final String VERSION = "2.1";
    private static final int PAGE = 200;
    private static final int LAST_SKIP = 1000;
    private static final int REACH = LAST_SKIP + PAGE;
    private static final int BATCH = 100;

    private final URI baseUri;
    private final Transport transport;
    private final Timing timing;
    private final Map<Npi, CompletableFuture<Optional<Provider>>> underWay = new ConcurrentHashMap<>();

    private RegistryClient(RegistryOptions options, HttpClient http, Timing timing, RandomGenerator random) {
        this.timing = timing;
        baseUri = options.baseUri();
        transport = new Transport(http, options, timing, random);
    }

    /** A client of the public registry. */
    public static RegistryClient create() {
        return create(RegistryOptions.defaults());
    }

    /** A client with other options. */
    public static RegistryClient create(RegistryOptions options) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return create(options, http);
    }

    /** A client that sends through the given HTTP client, which remains the caller's. */
    public static RegistryClient create(RegistryOptions options, HttpClient http) {
        return create(options, http, Timing.system());
    }

    static RegistryClient create(RegistryOptions options, HttpClient http, Timing timing) {
        return new RegistryClient(options, http, timing, RandomGenerator.getDefault());
    }

    /**
     * What the registry knows of an NPI. One that is out of use is either found, with that status and nothing else, or not
     * found: the registry has done both.
     */
    @Override
    public Optional<Provider> find(Npi npi) {
        return await(findAsync(npi));
    }

    /** As {@link #find}, without waiting. */
    public CompletableFuture<Optional<Provider>> findAsync(Npi npi) {
        CompletableFuture<Optional<Provider>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Provider>> running = underWay.putIfAbsent(npi, mine);
        if (running != null) {
            return running.copy();
        }
        // A copy, so that one caller's cancelling does not cancel the others'.
        return transport
                .get(uri(Map.of("number", npi.toString())))
                .thenApply(answer -> found(npi, answer))
                .whenComplete((found, failure) -> {
                    underWay.remove(npi, mine);
                    if (failure == null) {
                        mine.complete(found);
                    } else {
                        mine.completeExceptionally(Transport.unwrapped(failure));
                    }
                })
                .copy();
    }

    @Override
    public Map<Npi, Provider> findAll(Collection<Npi> npis) {
        Map<Npi, Provider> found = new LinkedHashMap<>();
        List<Npi> all = List.copyOf(npis);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Npi> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            List<CompletableFuture<Optional<Provider>>> answers =
                    batch.stream().map(this::findAsync).toList();
            for (int i = 0; i < batch.size(); i++) {
                Npi npi = batch.get(i);
                await(answers.get(i)).ifPresent(provider -> found.put(npi, provider));
            }
        }
        return found;
    }

    /** All providers that match, or the first 1,200: the registry shows no more. */
    public SearchResult search(RegistryQuery query) {
        return search(query, REACH);
    }

    /**
     * The first providers that match.
     *
     * @param limit how many at most, from 1 to 1,200
     */
    public SearchResult search(RegistryQuery query, int limit) {
        return await(searchAsync(query, limit));
    }

    /** As {@link #search(RegistryQuery, int)}, without waiting. */
    public CompletableFuture<SearchResult> searchAsync(RegistryQuery query, int limit) {
        if (limit < 1 || limit > REACH) {
            throw new IllegalArgumentException("The registry shows 1 to " + REACH + " providers, not " + limit);
        }
        return page(query, limit, 0, new LinkedHashMap<>());
    }

    /** What has been sent so far. */
    public RegistryStatistics statistics() {
        return transport.statistics();
    }

    @Override
    public String toString() {
        return "registry " + baseUri;
    }

    private CompletableFuture<SearchResult> page(RegistryQuery query, int limit, int skip, Map<Npi, Provider> found) {
        Map<String, String> parameters = new TreeMap<>(query.parameters());
        // One more than wanted shows whether there are more.
        int size = Math.min(PAGE, limit + 1);
        parameters.put("limit", Integer.toString(size));
        parameters.put("skip", Integer.toString(skip));
        return transport.get(uri(parameters)).thenCompose(answer -> {
            if (!answer.errors().isEmpty()) {
                return CompletableFuture.failedFuture(new RegistryRejectedException(answer.errors()));
            }
            answer.providers().forEach(provider -> found.putIfAbsent(provider.npi(), provider));
            boolean last = answer.providers().size() < size;
            if (last || found.size() >= limit || skip == LAST_SKIP) {
                return CompletableFuture.completedFuture(result(found.values(), limit, last));
            }
            return page(query, limit, skip + PAGE, found);
        });
    }

    private static SearchResult result(Collection<Provider> found, int limit, boolean last) {
        List<Provider> providers = new ArrayList<>(found);
        boolean surplus = providers.size() > limit;
        SearchResult.Completeness completeness = SearchResult.Completeness.COMPLETE;
        if (surplus || !last) {
            completeness =
                    limit == REACH ? SearchResult.Completeness.CUT_BY_REGISTRY : SearchResult.Completeness.CUT_BY_LIMIT;
        }
        return new SearchResult(surplus ? providers.subList(0, limit) : providers, completeness);
    }

    private Optional<Provider> found(Npi npi, RegistryAnswer answer) {
        if (answer.saysDeactivated()) {
            Provenance from = new Provenance(Provenance.Origin.REGISTRY, baseUri.getHost(), timing.now());
            return Optional.of(Provider.deactivated(npi, Lifecycle.UNKNOWN, from));
        }
        if (!answer.errors().isEmpty()) {
            throw new RegistryRejectedException(answer.errors());
        }
        Provider provider =
                answer.providers().isEmpty() ? null : answer.providers().get(0);
        if (provider != null && !provider.npi().equals(npi)) {
            throw new RegistryAnswerException(
                    "Asked for " + npi + ", the registry answers with " + provider.npi(), null);
        }
        return Optional.ofNullable(provider);
    }

    private URI uri(Map<String, String> parameters) {
        return URI.create(parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", baseUri + "?version=" + VERSION + "&", "")));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while waiting for the registry", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            return unchecked;
        }
        return new RegistryUnavailableException("No answer from the registry: " + cause, cause);
    }
}
