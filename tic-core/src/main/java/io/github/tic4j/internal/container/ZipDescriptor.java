package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.ByteInput;
import java.io.IOException;

/**
 * What stands behind a member whose size was not known when it was written. Its signature may be missing, and its sizes
 * may have four bytes or eight; which of the four forms it is shows by the sizes, which are known by then, and by the
 * signature that must follow.
 *
 * @param checksum the CRC-32 stated
 * @param isSizeRight whether the sizes stated are those of the member
 */
record ZipDescriptor(long checksum, boolean isSizeRight) {

    static final int SIGNATURE = 0x08074b50;

    /** The size of the largest form. */
    static final int MAX_SIZE = 24;

    private static final int[] SIGNATURE_SIZES = {4, 0};
    private static final int[] SIZE_SIZES = {4, 8};

    /** Reads the descriptor behind a member of the given sizes. */
    static ZipDescriptor read(ByteInput input, long compressedSize, long size) throws IOException {
        for (boolean right : new boolean[] {true, false}) {
            for (int start : SIGNATURE_SIZES) {
                for (int width : SIZE_SIZES) {
                    int length = start + 4 + 2 * width;
                    if (input.require(length + 2)
                            && (start == 0 || input.peekLittleEndian(0, 4) == SIGNATURE)
                            && input.peekLittleEndian(length, 2) == 0x4b50
                            && (!right || hasSizes(input, start + 4, width, compressedSize, size))) {
                        long checksum = input.peekLittleEndian(start, 4);
                        input.advance(length);
                        return new ZipDescriptor(checksum, right);
                    }
                }
            }
        }
        if (!input.require(MAX_SIZE + 2)) {
            throw input.truncated("zip archive ends within a data descriptor");
        }
        throw input.malformed("zip archive has no data descriptor where one must stand");
    }

    private static boolean hasSizes(ByteInput input, int index, int width, long compressedSize, long size) {
        long mask = width == 4 ? 0xffffffffL : -1;
        return input.peekLittleEndian(index, width) == (compressedSize & mask)
                && input.peekLittleEndian(index + width, width) == (size & mask);
    }
}
