package io.github.tic4j.internal.inflate;

import java.io.IOException;
import java.util.Objects;

/**
 * The bytes of one raw DEFLATE stream, as it stands in a zip member. After the end the input stands just behind the
 * stream, so that what follows can be read from it.
 *
 * <p>{@link #close()} leaves the input open.
 */
public final class DeflateStream extends BulkStream {

    private final DeflateDecoder decoder;

    /** Starts at the position of the input. */
    public DeflateStream(ByteInput input, InflaterChoice choice) {
        this.decoder = choice.decoder(input);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        return length == 0 ? 0 : decoder.decode(target, offset, length);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
