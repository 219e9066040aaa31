package io.github.tic4j.claims.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An iterator over the elements of batches that are made one at a time. {@code Stream.flatMap} would do the same, but
 * for two things: under {@code iterator()} it piles up a whole inner stream, and it does not close one left half-way.
 */
abstract class Batches<T> implements Iterator<T>, Closeable {

    private Iterator<T> batch = Collections.emptyIterator();
    private boolean ended;

    /** The next batch, possibly empty, or null at the end. */
    abstract @Nullable Iterator<T> nextBatch() throws IOException;

    @Override
    public final boolean hasNext() {
        while (!ended && !batch.hasNext()) {
            try {
                Iterator<T> following = nextBatch();
                ended = following == null;
                batch = following == null ? Collections.emptyIterator() : following;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return batch.hasNext();
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more elements");
        }
        return batch.next();
    }

    /** A stream of what is left; closing it closes this. */
    final Stream<T> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
                .onClose(() -> {
                    try {
                        close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
