package io.github.tic4j.payer;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.spi.PayerHandler;
import io.github.tic4j.spi.RecordAdapter;
import io.github.tic4j.spi.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A payer with its handler: what a host asks for listing and reading the payer's files. Safe for use by several threads.
 *
 * <pre>{@code
 * Payer payer = PayerHandlers.defaults().payer("aetna");
 * try (FileListing files = payer.list("https://mrf.example.org/index.json", SourceResolver.defaults())) {
 *     while (files.hasNext()) {
 *         ListedFile file = files.next();
 *         Source source = payer.source(file, SourceResolver.defaults());
 *         try (MrfReader reader = MrfReader.open(source, payer.readOptions(ReadOptions.defaults()))) { ... }
 *     }
 * }
 * }</pre>
 *
 * <p>What a handler throws reaches the host as {@link PayerHandlerException}, but for failures of a source and faults of
 * content, which stay what they are.
 */
public final class Payer {

    private final String name;
    private final PayerHandler handler;

    Payer(String name, PayerHandler handler) {
        this.name = name;
        this.handler = handler;
    }

    /** The payer's name, as the host calls it. */
    public String name() {
        return name;
    }

    /** The name of its handler. */
    public String handler() {
        return handler.name();
    }

    /**
     * The files of an index: a URL, a file or a folder. {@link PayerIndex} says which forms it may have.
     *
     * @param index where it is
     * @param sources what opens it
     * @param options how it is read; temporary files go to its spool folder
     * @throws IOException if the index cannot be read
     * @throws IllegalArgumentException if the location is no URL or path, or nothing serves it
     */
    public FileListing list(String index, SourceResolver sources, ReadOptions options) throws IOException {
        if (index.isBlank()) {
            throw new IllegalArgumentException("The index of payer " + name + " is blank");
        }
        FileUrl url = SourceResolver.isUrl(index)
                ? FileUrl.parse(index)
                : FileUrl.of(Path.of(index).toAbsolutePath().normalize().toUri());
        PayerIndex.requireServed(url, sources);
        PayerIndex place = new PayerIndex(this, url, sources, readOptions(options));
        return new GuardedListing(guarded(url.toString(), () -> handler.list(place)), this, url.toString());
    }

    /** The files of an index, read with the default options. */
    public FileListing list(String index, SourceResolver sources) throws IOException {
        return list(index, sources, ReadOptions.defaults());
    }

    /** What to ask a server for: the URL as the handler adapts it, and how. */
    public WebRequest request(URI published, HttpOptions defaults) {
        return guarded(FileUrl.safeName(published), () -> handler.request(new WebRequest(published, defaults)));
    }

    /** The content of a file in a form that {@link io.github.tic4j.read.MrfReader} understands, out of what is published. */
    public Source content(ListedFile file, Source published) {
        return guarded(file.url().toString(), () -> handler.content(file, published));
    }

    /** A file's content, asked for in the way of the handler. */
    public Source source(ListedFile file, SourceResolver sources) {
        return content(file, source(file.url(), sources));
    }

    Source source(FileUrl url, SourceResolver sources) {
        WebRequest request = request(url.uri(), sources.http());
        return sources.withHttp(request.options()).resolve(request.uri());
    }

    /** A host's options with the payer's spellings of keys and ids. */
    public ReadOptions readOptions(ReadOptions options) {
        Quirks quirks = quirks();
        ReadOptions.Builder builder = options.toBuilder();
        quirks.keyAliases().forEach(builder::keyAlias);
        if (quirks.ids() != IdRule.TEXT) {
            builder.ids(quirks.ids());
        }
        return builder.build();
    }

    /** What is odd about the payer's files. */
    public Quirks quirks() {
        return guarded("its quirks", handler::quirks);
    }

    /**
     * What changes or drops records of a file, be it data or code; empty if records are to be taken as they are, which
     * leaves the fast ways of reading open.
     */
    public Optional<RecordAdapter> adapter(ListedFile file) {
        String name = file.url().toString();
        Optional<RecordAdapter> code =
                guarded(name, () -> handler.adapter(file)).map(adapter -> new GuardedAdapter(adapter, this, name));
        Quirks quirks = quirks();
        if (!QuirkAdapter.isNeeded(quirks)) {
            return code;
        }
        RecordAdapter data = new QuirkAdapter(quirks);
        return Optional.of(
                code.map(own -> (RecordAdapter) new AdapterChain(data, own)).orElse(data));
    }

    /** The quality rules that the handler brings along. */
    public List<Rule> rules() {
        return List.copyOf(guarded("its rules", handler::rules));
    }

    /** {@code payer (handler)}. */
    @Override
    public String toString() {
        return name + " (" + handler.name() + ")";
    }

    /** Runs a handler's code, and names the handler if that fails. */
    <T, X extends Exception> T guarded(String file, Call<T, X> call) throws X {
        try {
            return Objects.requireNonNull(call.run(), "it returned null");
        } catch (ContentException | UncheckedIOException | PayerHandlerException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new PayerHandlerException(handler.name(), name, file, e);
        }
    }

    /** Code of a handler. */
    interface Call<T, X extends Exception> {
        T run() throws X;
    }
}
