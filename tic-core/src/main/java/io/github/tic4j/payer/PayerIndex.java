package io.github.tic4j.payer;

import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.util.List;

/** The index of a payer, as a handler sees it. */
public final class PayerIndex {

    private final Payer payer;
    private final FileUrl url;
    private final io.github.tic4j.source.SourceResolver sources;

    PayerIndex(Payer payer, FileUrl url, io.github.tic4j.source.SourceResolver sources) {
        this.payer = payer;
        this.url = url;
        this.sources = sources;
    }

    /** The payer's name, as the host calls it. */
    public String payer() {
        return payer.name();
    }

    /** Where the index is. */
    public FileUrl url() {
        return url;
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
        return files(List.of(url));
    }

    /**
     * The files of several indexes, as if they were one: the pages of a list, for instance. They are asked for one after
     * the other.
     *
     * @throws IOException if one cannot be read
     */
    public FileListing files(Iterable<FileUrl> indexes) throws IOException {
        throw new UnsupportedOperationException("not yet: " + indexes);
    }
}
