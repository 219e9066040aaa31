package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.inflate.ByteInput;
import java.io.IOException;

/** A stretch of known length. That the input ends within it is an error. */
final class BoundedStream extends BulkStream {

    private final ByteInput input;
    private long left;

    BoundedStream(ByteInput input, long length) {
        this.input = input;
        this.left = length;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = input.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw input.truncated("zip archive ends within a member, " + left + " bytes early");
        }
        left -= count;
        return count;
    }
}
