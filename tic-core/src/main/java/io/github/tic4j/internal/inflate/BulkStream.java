package io.github.tic4j.internal.inflate;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is made for large reads; a single byte goes the same way. */
public abstract class BulkStream extends InputStream {

    private final byte[] single = new byte[1];

    @Override
    public final int read() throws IOException {
        int count = read(single, 0, 1);
        while (count == 0) {
            count = read(single, 0, 1);
        }
        return count < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;
}
