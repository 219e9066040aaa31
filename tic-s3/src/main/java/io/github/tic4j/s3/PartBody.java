package io.github.tic4j.s3;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.ContentStreamProvider;

/** A part as the SDK wants it: to be read again for each try, and not at all once the upload is cancelled. */
final class PartBody implements ContentStreamProvider, Closeable {

    private final Part part;
    private final BooleanSupplier cancelled;
    private @Nullable InputStream current;

    PartBody(Part part, BooleanSupplier cancelled) {
        this.part = part;
        this.cancelled = cancelled;
    }

    @Override
    public InputStream newStream() {
        try {
            close();
            InputStream stream = new Cancellable(part.open());
            current = stream;
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    private final class Cancellable extends FilterInputStream {

        Cancellable(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            check();
            return super.read(bytes, offset, length);
        }

        private void check() {
            if (cancelled.getAsBoolean()) {
                // The one exception that the SDK does not take for a reason to try again.
                throw AbortedException.create("The upload was cancelled");
            }
        }
    }
}
