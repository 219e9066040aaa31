package io.github.tic4j.internal.inflate;

import io.github.tic4j.source.ContentException;
import java.io.Closeable;
import java.io.IOException;

/**
 * Decodes one raw DEFLATE stream (RFC 1951) after the other from a {@link ByteInput}. It takes from the input exactly
 * the bytes of the stream.
 */
interface DeflateDecoder extends Closeable {

    /**
     * Decodes up to {@code length} bytes, at least one.
     *
     * @return the number of bytes, or -1 at the end of the stream
     * @throws ContentException if the stream is damaged or ends too early, again and again, after all bytes before the
     *     damage have been delivered
     */
    int decode(byte[] target, int offset, int length) throws IOException;

    /** Makes ready for the next stream, which starts at the position of the input. */
    void reset();

    /** Frees what the decoder holds; the input stays open. */
    @Override
    void close();
}
