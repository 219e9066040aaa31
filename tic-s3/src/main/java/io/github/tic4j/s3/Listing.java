package io.github.tic4j.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.exception.SdkException;

/** What a store lists, page by page as it is asked for. */
final class Listing<T> implements Iterator<T> {

    private final Iterator<T> entries;
    private final Permission needed;
    private final S3Location at;

    private Listing(Iterator<T> entries, Permission needed, S3Location at) {
        this.entries = entries;
        this.needed = needed;
        this.at = at;
    }

    /**
     * The entries of all pages. A failure of the first page is thrown here, of a later one by the stream.
     *
     * @param pages asks for the next page when the one before is used up
     */
    static <T> Stream<T> of(Iterable<T> pages, Permission needed, S3Location at) throws IOException {
        if (!at.isPrefix()) {
            throw new IllegalArgumentException("A prefix is empty or ends with a slash: " + at);
        }
        Listing<T> listing;
        try {
            // Fetches the first page.
            listing = new Listing<>(pages.iterator(), needed, at);
        } catch (SdkException e) {
            throw Failures.of(e, needed, at);
        }
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(listing, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        try {
            return entries.hasNext();
        } catch (SdkException e) {
            throw new UncheckedIOException(Failures.of(e, needed, at));
        }
    }

    @Override
    public T next() {
        try {
            return entries.next();
        } catch (SdkException e) {
            throw new UncheckedIOException(Failures.of(e, needed, at));
        }
    }
}
