package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.inflate.BulkStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** The bytes of a document from a position on. Nothing is to be closed. */
final class BytesFrom extends BulkStream {

    /** The first read is short: often no more than a separator is looked at before the next jump. */
    private static final int FIRST = 4096;

    private final PlainBytes document;
    private final long end;
    private final BooleanSupplier stopped;
    private long position;
    private int most = FIRST;

    private BytesFrom(PlainBytes document, long position, long end, BooleanSupplier stopped) {
        this.document = document;
        this.position = position;
        this.end = end;
        this.stopped = stopped;
    }

    /** All the bytes behind a position. */
    static BytesFrom position(PlainBytes document, long position) {
        return new BytesFrom(document, position, Long.MAX_VALUE, () -> false);
    }

    /** The bytes up to an end, which is no end of the document: whoever reads on meets an exception, as when stopped. */
    static BytesFrom upTo(PlainBytes document, long position, long end, BooleanSupplier stopped) {
        return new BytesFrom(document, position, end, stopped);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position >= end || stopped.getAsBoolean()) {
            throw new EOFException("No more of this document is wanted here");
        }
        int count = document.read(position, into, offset, (int) Math.min(Math.min(length, most), end - position));
        most = Integer.MAX_VALUE;
        position += Math.max(0, count);
        return count;
    }
}
