package org.example.sunrise;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.payer.FileListing;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.payer.PayerIndex;
import io.github.tic4j.payer.Quirks;
import io.github.tic4j.payer.WebRequest;
import io.github.tic4j.spi.PayerHandler;
import io.github.tic4j.spi.RecordAdapter;
import io.github.tic4j.spi.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sunrise Health wants a key with each request, lists drafts among its files, calls the rate {@code amount}, writes
 * 9999999 where there is none, leaves rows of its own tests in, and is known for prices in cents.
 */
public final class SunriseHandler implements PayerHandler {

    private final String key;

    /** Takes the key from the environment; this is the one that the service loader calls. */
    public SunriseHandler() {
        this(System.getenv().getOrDefault("SUNRISE_KEY", ""));
    }

    /** A handler that knocks with a key. */
    public SunriseHandler(String key) {
        this.key = key;
    }

    @Override
    public String name() {
        return "sunrise";
    }

    @Override
    public Set<String> payers() {
        return Set.of("sunrise", "sunrise_health");
    }

    @Override
    public WebRequest request(WebRequest published) {
        return key.isEmpty() ? published : published.with(options -> options.header("X-Sunrise-Key", key));
    }

    @Override
    public FileListing list(PayerIndex index) throws IOException {
        return index.adapting(link -> Optional.of(link).filter(SunriseHandler::isFinal))
                .files();
    }

    @Override
    public Quirks quirks() {
        return Quirks.builder()
                .keyAlias("amount", "negotiated_rate")
                .value("negotiated_type", "contracted", "negotiated")
                .placeholderPrice("9999999")
                .build();
    }

    @Override
    public Optional<RecordAdapter> adapter(ListedFile file) {
        return Optional.of(new TestRows());
    }

    @Override
    public List<Rule> rules() {
        return List.of(new PriceInCents());
    }

    private static boolean isFinal(FileLink link) {
        String description = link.description();
        return description == null || !description.startsWith("DRAFT");
    }
}
