package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceResolver;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The index of a payer, as a handler sees it. Its {@link #files()} are read out of any of these forms, in any container:
 * CMS's table of contents, version 1 or 2; an index of indexes; a list of blobs or of metadata; CSV or plain text with a
 * URL a row; a local folder, or some files of it ({@code data/*.json.gz}); a single file of prices. Immutable.
 *
 * <p>A file that stands in many places, under many signed links, is one file with the plans of all these places. That is
 * known only at the end of the index, so the index is read whole before its first file is given. What is read waits in
 * temporary files; memory holds about a 64th of the distinct links and never the plans of more than a few files.
 */
public final class PayerIndex {

    private final Payer payer;
    private final FileUrl url;
    private final SourceResolver sources;
    private final ReadOptions options;
    private final Function<FileLink, Optional<FileLink>> adaptation;

    PayerIndex(Payer payer, FileUrl url, SourceResolver sources, ReadOptions options) {
        this(payer, url, sources, options, Optional::of);
    }

    private PayerIndex(
            Payer payer,
            FileUrl url,
            SourceResolver sources,
            ReadOptions options,
            Function<FileLink, Optional<FileLink>> adaptation) {
        this.payer = payer;
        this.url = url;
        this.sources = sources;
        this.options = options;
        this.adaptation = adaptation;
    }

    /** The payer's name, as the host calls it. */
    public String payer() {
        return payer.name();
    }

    /** Where the index is. */
    public FileUrl url() {
        return url;
    }

    /** The same index with each link changed, or left out where the function gives nothing. */
    public PayerIndex adapting(Function<FileLink, Optional<FileLink>> change) {
        return new PayerIndex(payer, url, sources, options, link -> adapt(link).flatMap(change));
    }

    /** What stands at a URL, asked for in the way of the payer's handler and with the host's options. */
    public Source source(FileUrl at) {
        return payer.source(at, sources);
    }

    /**
     * The files of the index.
     *
     * @throws IOException if it cannot be read
     */
    public FileListing files() throws IOException {
        return pages(linksBefore -> linksBefore == 0 ? Optional.of(url) : Optional.empty());
    }

    /**
     * The files of an index that is served in pages. The pages end where the function gives none, at one without links,
     * and at one that begins like the page before.
     *
     * @param pageAt the URL of the page that follows a number of links
     * @throws IOException if a page cannot be read
     */
    public FileListing pages(LongFunction<Optional<FileUrl>> pageAt) throws IOException {
        IndexWalk walk = new IndexWalk(this, options);
        try {
            walk.readPages(pageAt);
            return walk.files();
        } catch (IOException | RuntimeException e) {
            walk.close();
            throw e;
        }
    }

    Optional<FileLink> adapt(FileLink published) {
        return adaptation.apply(published);
    }

    void requireServed(FileUrl at) {
        requireServed(at, sources);
    }

    /** Throws an {@link IllegalArgumentException} that says why, if nothing can read a URL. */
    static void requireServed(FileUrl at, SourceResolver sources) {
        Objects.requireNonNull(sources.resolve(at.uri()));
    }
}
