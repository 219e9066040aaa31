package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.internal.Json;
import io.github.tic4j.nppes.internal.JsonObject;
import io.github.tic4j.nppes.internal.ProviderJsonReader;
import io.github.tic4j.nppes.internal.ProviderJsonWriter;
import io.github.tic4j.source.ContentException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kept answer.
 *
 * @param npi what was asked
 * @param fetchedAt when it was answered
 * @param provider the answer; {@code null} for not found
 */
record JournalLine(Npi npi, Instant fetchedAt, @Nullable Provider provider) {

    String toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("npi", npi);
        json.put("state", state());
        json.put("fetched_at", fetchedAt);
        if (provider != null) {
            json.put("provider", ProviderJsonWriter.tree(provider));
        }
        return Json.write(json);
    }

    /** Reads a line, or {@code null} if it is none. */
    static @Nullable JournalLine parse(String text, String source) {
        try {
            JsonObject json = Json.readObject(text, source);
            Npi npi = Npi.read(json.text("npi")).npi();
            String fetchedAt = json.text("fetched_at");
            LookupState state = LookupState.valueOf(String.valueOf(json.text("state")));
            if (npi == null || fetchedAt == null) {
                return null;
            }
            Instant instant = Instant.parse(fetchedAt);
            Provenance from = new Provenance(Provenance.Origin.CACHE, source, instant);
            Provider provider = state == LookupState.NOT_FOUND
                    ? null
                    : new ProviderJsonReader(source).provider(json.object("provider"), from);
            return new JournalLine(npi, instant, provider);
        } catch (ContentException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    boolean isFresh(Instant now, CacheLifetimes lifetimes) {
        Duration lifetime = switch (state()) {
            case FOUND -> lifetimes.found();
            case DEACTIVATED -> lifetimes.deactivated();
            default -> lifetimes.notFound();
        };
        return now.isBefore(fetchedAt.plus(lifetime));
    }

    private LookupState state() {
        if (provider == null) {
            return LookupState.NOT_FOUND;
        }
        return provider.status() == ProviderStatus.DEACTIVATED ? LookupState.DEACTIVATED : LookupState.FOUND;
    }
}
