package io.github.tic4j.internal.inflate;

import java.io.IOException;

/** The decoder in this package: the kernel, and the buffer in which it works, which is also the history it refers to. */
final class OwnDecoder implements DeflateDecoder {

    private static final int HISTORY = 1 << 15;
    private static final int CHUNK = 1 << 18;
    private static final int SMALLEST_CHUNK = 1 << 14;

    private final DeflateKernel kernel;
    private final byte[] buffer = new byte[HISTORY + CHUNK];
    private int end;
    private int delivered;

    OwnDecoder(ByteInput input) {
        this.kernel = new DeflateKernel(input);
    }

    @Override
    public int decode(byte[] target, int offset, int length) throws IOException {
        if (delivered == end) {
            makeRoom();
            int count = kernel.decode(buffer, end, buffer.length - DeflateKernel.OUTPUT_SLACK);
            if (count < 0) {
                return -1;
            }
            end += count;
        }
        int count = Math.min(length, end - delivered);
        System.arraycopy(buffer, delivered, target, offset, count);
        delivered += count;
        return count;
    }

    @Override
    public void reset() {
        end = 0;
        delivered = 0;
        kernel.reset();
    }

    @Override
    public void close() {
        // Holds nothing but heap.
    }

    private void makeRoom() {
        if (end > buffer.length - SMALLEST_CHUNK) {
            System.arraycopy(buffer, end - HISTORY, buffer, 0, HISTORY);
            end = HISTORY;
            delivered = HISTORY;
        }
    }
}
