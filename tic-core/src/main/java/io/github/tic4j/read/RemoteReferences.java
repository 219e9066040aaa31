package io.github.tic4j.read;

import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.source.AddressGuard;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.HttpSource;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches provider groups from where the {@code location} of a reference says, as schema 1 allows. Off unless a host gives
 * one to {@link ReadOptions.Builder#remoteReferences}.
 *
 * <p>Each address is fetched once, one at a time, and its answer, good or bad, is remembered; a failure costs that reference
 * and is listed in {@link #failures()}. Addresses come out of files, so that by default only public ones are followed. May
 * be shared by several readers and threads.
 */
public final class RemoteReferences {

    private final HttpOptions http;
    private final long maxBytes;
    private final int maxCached;
    private final Map<String, List<ProviderGroup>> cache;
    private final Map<String, Failure> failures = new LinkedHashMap<>();

    private RemoteReferences(HttpOptions http, long maxBytes, int maxCached) {
        this.http = http;
        this.maxBytes = maxBytes;
        this.maxCached = maxCached;
        this.cache = new LinkedHashMap<>(16, 0.75f, true);
    }

    /** Follows public addresses only, takes at most 256 MiB from each, and remembers 1,000 answers. */
    public static RemoteReferences ofPublicAddresses() {
        HttpOptions guarded =
                HttpOptions.builder().addresses(AddressGuard.publicOnly()).build();
        return of(guarded, 256L << 20, 1_000);
    }

    /**
     * Follows what the options allow.
     *
     * @param http how to fetch, and by its address guard what may be fetched
     * @param maxBytes how much is taken from one address
     * @param maxCached how many answers are remembered
     */
    public static RemoteReferences of(HttpOptions http, long maxBytes, int maxCached) {
        if (maxBytes < 1 || maxCached < 1) {
            throw new IllegalArgumentException(
                    "maxBytes and maxCached must be positive, were " + maxBytes + " and " + maxCached);
        }
        return new RemoteReferences(http, maxBytes, maxCached);
    }

    /**
     * An address that gave no groups.
     *
     * @param address the address, without secrets
     * @param problem why
     * @param references how many references wanted it so far
     */
    public record Failure(String address, String problem, long references) {}

    /** The addresses that gave no groups, in the order in which they were tried. */
    public synchronized List<Failure> failures() {
        return List.copyOf(failures.values());
    }

    /** The groups at an address; {@code null} if it gave none, which is then listed in {@link #failures()}. */
    public synchronized @Nullable List<ProviderGroup> groups(String location) {
        FileUrl url;
        try {
            url = FileUrl.parse(location);
        } catch (IllegalArgumentException noAddress) {
            return fail("(malformed)", "(malformed)", noAddress);
        }
        String key = url.identity();
        List<ProviderGroup> known = cache.get(key);
        if (known != null) {
            return known;
        }
        Failure failed = failures.get(key);
        if (failed != null) {
            failures.put(key, new Failure(failed.address(), failed.problem(), failed.references() + 1));
            return null;
        }
        try {
            List<ProviderGroup> fetched = fetch(HttpSource.of(url.uri(), http));
            remember(key, fetched);
            return fetched;
        } catch (ContentException | IOException | IllegalArgumentException | UncheckedIOException broken) {
            return fail(key, FileUrl.safeName(url.uri()), broken);
        }
    }

    private @Nullable List<ProviderGroup> fail(String key, String address, Exception why) {
        Failure before = failures.get(key);
        long references = before == null ? 1 : before.references() + 1;
        failures.put(key, new Failure(address, String.valueOf(why.getMessage()), references));
        return null;
    }

    private List<ProviderGroup> fetch(HttpSource source) throws IOException {
        Source capped = Sources.of(source.name(), () -> new Capped(source.open(), source.name(), maxBytes));
        List<ProviderGroup> groups = new ArrayList<>();
        ReadOptions options = ReadOptions.builder().threads(1).build();
        try (MrfReader reader = MrfReader.open(capped, options)) {
            reader.visit(new MrfVisitor() {
                @Override
                public void providerReference(ProviderReference reference) {
                    groups.addAll(reference.groups());
                }
            });
        }
        return Collections.unmodifiableList(groups);
    }

    private void remember(String key, List<ProviderGroup> groups) {
        cache.put(key, groups);
        if (cache.size() > maxCached) {
            cache.remove(cache.keySet().iterator().next());
        }
    }

    /** Refuses to give more than a number of bytes. */
    private static final class Capped extends FilterInputStream {
        private final String name;
        private final long most;
        private long given;

        Capped(InputStream in, String name, long most) {
            super(in);
            this.name = name;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            given += Math.max(read, 0);
            if (given > most) {
                throw new LimitExceededException("maxBytes", most, Location.of(name, given));
            }
            return read;
        }
    }
}
