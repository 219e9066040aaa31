package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.inflate.ByteInput;
import java.io.IOException;
import java.util.zip.CRC32;

/**
 * A member that is stored as it is although its size was not known when it was written. It ends where a data descriptor
 * stands whose checksum and size are those of everything before it; that a descriptor within the content, of a nested
 * archive for instance, fulfils this is out of the question.
 */
final class StoredStream extends BulkStream {

    private final ByteInput input;
    private final CRC32 checksum = new CRC32();
    private long delivered;

    StoredStream(ByteInput input) {
        this.input = input;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!input.require(ZipDescriptor.MAX_SIZE) && !input.require(1)) {
            throw input.truncated("zip archive ends within a stored member whose data descriptor has not come");
        }
        if (isAtDescriptor()) {
            return -1;
        }
        int count = 1;
        int most = Math.min(length, input.available());
        while (count < most && input.peek(count) != 'P') {
            count++;
        }
        int read = input.read(target, offset, count);
        checksum.update(target, offset, read);
        delivered += read;
        return read;
    }

    private boolean isAtDescriptor() throws IOException {
        return input.peek(0) == 'P'
                && input.require(ZipDescriptor.MAX_SIZE)
                && input.peekLittleEndian(0, 4) == ZipDescriptor.SIGNATURE
                && input.peekLittleEndian(4, 4) == checksum.getValue()
                && (hasSizes(4, delivered & 0xffffffffL) || hasSizes(8, delivered));
    }

    private boolean hasSizes(int width, long size) {
        return input.peekLittleEndian(8, width) == size && input.peekLittleEndian(8 + width, width) == size;
    }
}
