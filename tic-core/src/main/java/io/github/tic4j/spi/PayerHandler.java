package io.github.tic4j.spi;

import io.github.tic4j.payer.FileListing;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.payer.PayerIndex;
import io.github.tic4j.payer.Quirks;
import io.github.tic4j.payer.WebRequest;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows one payer's habits. Every method but the names has a default that is right for a clean publisher; what lenient
 * reading takes anyway needs no handler. Found by {@link java.util.ServiceLoader}, or registered with {@link
 * io.github.tic4j.payer.PayerHandlers}.
 *
 * <p>One object serves all files of a payer, from several threads at once: keep no state in it. Whatever a method throws
 * costs the file or index at hand, not the run, and is reported with the handler's name.
 */
public interface PayerHandler {

    /** A name for messages. */
    String name();

    /** The payers that it is for, as a configuration names them; upper and lower case are the same. */
    Set<String> payers();

    /**
     * The files of an index. The default reads every form of index that {@link PayerIndex} knows.
     *
     * @throws IOException if the index cannot be read
     */
    default FileListing list(PayerIndex index) throws IOException {
        return index.files();
    }

    /**
     * What is asked of a server for a published URL, be it of an index or of a file. Must depend on its argument only. The
     * default asks for the URL as published.
     */
    default WebRequest request(WebRequest published) {
        return published;
    }

    /**
     * What is read for a file, where that is not what is published: a handler that understands another format gives a
     * source of the same content in CMS's JSON. The default gives the published source itself.
     */
    default Source content(ListedFile file, Source published) {
        return published;
    }

    /** What is odd about the payer's files, as data. */
    default Quirks quirks() {
        return Quirks.none();
    }

    /**
     * Changes or drops records of a file where data cannot say how. Asked once for each file; empty, the default, leaves
     * records alone and the reader at full speed.
     */
    default Optional<RecordAdapter> adapter(ListedFile file) {
        return Optional.empty();
    }

    /** Quality rules for the payer's files, beside those of the host; none by default. */
    default List<Rule> rules() {
        return List.of();
    }
}
