package io.github.tic4j.internal.inflate;

import java.io.IOException;
import java.util.zip.CRC32;

/** The header of a gzip member. Nothing in it is wanted, but all of it must be sound. */
final class GzipHeader {

    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final ByteInput input;
    private final CRC32 checksum = new CRC32();

    private GzipHeader(ByteInput input) {
        this.input = input;
    }

    /** Moves the input from the first byte of a header to the first byte of the DEFLATE stream behind it. */
    static void skip(ByteInput input) throws IOException {
        new GzipHeader(input).skip();
    }

    private void skip() throws IOException {
        expect(0x1f, "gzip magic number");
        expect(0x8b, "gzip magic number");
        expect(8, "gzip compression method");
        int flags = take();
        if ((flags & RESERVED) != 0) {
            throw input.malformed(String.format("gzip header has reserved flags set: %02x", flags));
        }
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(take() | take() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            int actual = (int) checksum.getValue() & 0xffff;
            int stated = take() | take() << 8;
            if (actual != stated) {
                throw input.malformed(
                        String.format("gzip header has CRC-16 %04x, it says %04x itself", actual, stated));
            }
        }
    }

    private void expect(int value, String what) throws IOException {
        int actual = take();
        if (actual != value) {
            throw input.malformed(String.format("%s expected: byte %02x, was %02x", what, value, actual));
        }
    }

    private void skipText() throws IOException {
        while (take() != 0) {
            // Up to and with the closing NUL.
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    private int take() throws IOException {
        int value = input.read();
        if (value < 0) {
            throw input.truncated("gzip stream ends within a header");
        }
        checksum.update(value);
        return value;
    }
}
