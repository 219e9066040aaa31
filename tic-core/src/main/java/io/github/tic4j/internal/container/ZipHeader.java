package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.ByteInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What stands before a member of a zip archive.
 *
 * @param name the member's name
 * @param method how it is compressed
 * @param flags the general-purpose bits
 * @param checksum its CRC-32, if it is known already
 * @param compressedSize its size in the archive, or -1 if that stands behind it
 * @param size its size, or -1 if that stands behind it
 */
record ZipHeader(String name, int method, int flags, long checksum, long compressedSize, long size) {

    static final int SIGNATURE = 0x04034b50;

    private static final int FIXED_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR_FOLLOWS = 8;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_ZIP64_EXTRA = 0xffffffffL;

    /** Reads a header, whose signature stands at the position of the input. */
    static ZipHeader read(ByteInput input) throws IOException {
        if (!input.require(FIXED_SIZE)) {
            throw input.truncated("zip archive ends within a member's header");
        }
        int flags = (int) input.peekLittleEndian(6, 2);
        int method = (int) input.peekLittleEndian(8, 2);
        long checksum = input.peekLittleEndian(14, 4);
        long compressedSize = input.peekLittleEndian(18, 4);
        long size = input.peekLittleEndian(22, 4);
        int nameLength = (int) input.peekLittleEndian(26, 2);
        int extraLength = (int) input.peekLittleEndian(28, 2);
        input.advance(FIXED_SIZE);
        String name = Archive.readable(text(bytes(input, nameLength)));
        ByteBuffer zip64 = zip64(bytes(input, extraLength));
        if (size == IN_ZIP64_EXTRA && zip64.remaining() >= Long.BYTES) {
            size = zip64.getLong();
        }
        if (compressedSize == IN_ZIP64_EXTRA && zip64.remaining() >= Long.BYTES) {
            compressedSize = zip64.getLong();
        }
        boolean unknown =
                (flags & DESCRIPTOR_FOLLOWS) != 0 && (compressedSize == 0 || compressedSize == IN_ZIP64_EXTRA);
        return new ZipHeader(name, method, flags, checksum, unknown ? -1 : compressedSize, unknown ? -1 : size);
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean hasDescriptor() {
        return (flags & DESCRIPTOR_FOLLOWS) != 0;
    }

    boolean isFolder() {
        return name.endsWith("/");
    }

    private static byte[] bytes(ByteInput input, int count) throws IOException {
        byte[] bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw input.truncated("zip archive ends within a member's header");
        }
        return bytes;
    }

    private static ByteBuffer zip64(byte[] extra) {
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int id = fields.getShort() & 0xffff;
            int size = Math.min(fields.getShort() & 0xffff, fields.remaining());
            if (id == ZIP64_EXTRA) {
                return fields.limit(fields.position() + size);
            }
            fields.position(fields.position() + size);
        }
        return fields.limit(fields.position());
    }

    // Names serve messages only, so a guess at their encoding is good enough.
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
