package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import java.io.IOException;
import java.io.InputStream;

/** Stops what grows too much: sets the bytes out of one wrapping against the bytes of the source used so far. */
final class RatioGuard extends BulkStream {

    private final InputStream in;
    private final String name;
    private final ByteInput source;
    private final ContainerOptions options;
    private long delivered;

    RatioGuard(InputStream in, String name, ByteInput source, ContainerOptions options) {
        this.in = in;
        this.name = name;
        this.source = source;
        this.options = options;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        delivered += Math.max(0, count);
        if (delivered > options.ratioFreeBytes() && delivered / Math.max(1, source.offset()) >= options.maxRatio()) {
            throw new LimitExceededException("maxRatio", options.maxRatio(), Location.of(name, delivered));
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
