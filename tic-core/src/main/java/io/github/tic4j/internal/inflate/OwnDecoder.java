package io.github.tic4j.internal.inflate;

import java.io.IOException;

/**
 * The decoder in this package. A large read is decoded straight into the caller's array, a small one out of a buffer.
 */
final class OwnDecoder implements DeflateDecoder {

    private static final int DIRECT = 1 << 16;

    private final Window window = new Window();
    private final DeflateKernel kernel;
    private int unread;

    OwnDecoder(ByteInput input) {
        this.kernel = new DeflateKernel(input, window);
    }

    @Override
    public int decode(byte[] target, int offset, int length) throws IOException {
        if (unread == 0) {
            if (length >= DIRECT) {
                int count = kernel.decode(target, offset, length);
                if (count > 0) {
                    window.append(target, offset, count);
                }
                return count;
            }
            window.makeRoom(DIRECT / 2);
            unread = kernel.decode(window.bytes, window.end, DIRECT / 2);
            if (unread < 0) {
                unread = 0;
                return -1;
            }
            window.extend(unread);
        }
        int count = Math.min(length, unread);
        System.arraycopy(window.bytes, window.end - unread, target, offset, count);
        unread -= count;
        return count;
    }

    @Override
    public void reset() {
        unread = 0;
        window.clear();
        kernel.reset();
    }

    @Override
    public void close() {
        // Nothing but heap is held.
    }
}
