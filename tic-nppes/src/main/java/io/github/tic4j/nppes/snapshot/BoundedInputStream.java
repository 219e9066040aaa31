package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to inflate more than a bound: what claims to be a small report must be one. */
final class BoundedInputStream extends FilterInputStream {

    private final long bound;
    private final String name;
    private long count;

    BoundedInputStream(InputStream in, long bound, String name) {
        super(in);
        this.bound = bound;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int read) {
        count += read;
        if (count > bound) {
            throw new MalformedContentException(
                    "Cannot read the member: it inflates to more than " + bound + " bytes", Location.of(name, count));
        }
    }
}
