package io.github.tic4j.normalize;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the tables: the first 128 bits of the SHA-256 of a kind and its parts. A text counts as its length and its
 * UTF-8 bytes, a missing one as the length -1, a collection as its size and its elements, so that no two lists of parts
 * look the same.
 */
final class ContentHash {

    private static final HexFormat HEX = HexFormat.of();

    /** Looking for the algorithm takes longer than hashing. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(ContentHash::newSha256);

    private ByteBuffer bytes = ByteBuffer.allocate(256);

    ContentHash(String kind) {
        text(kind);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    ContentHash text(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        room(encoded.length).put(encoded);
        return this;
    }

    ContentHash texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    ContentHash number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    ContentHash numbers(long[] values) {
        number(values.length);
        room(values.length * Long.BYTES).asLongBuffer().put(values);
        bytes.position(bytes.position() + values.length * Long.BYTES);
        return this;
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + length));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }

    ContentHash id(Id id) {
        return number(id.high).number(id.low);
    }

    Id id() {
        MessageDigest sha256 = SHA_256.get();
        sha256.update(bytes.array(), 0, bytes.position());
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
        return new Id(hash.getLong(), hash.getLong());
    }

    String hex() {
        return id().hex();
    }

    /**
     * An id.
     *
     * @param high its first eight bytes
     * @param low its other eight bytes
     */
    record Id(long high, long low) implements Comparable<Id> {

        /** The id as tables have it: 32 digits in lower case, in the order of {@link #compareTo}. */
        String hex() {
            return HEX.toHexDigits(high) + HEX.toHexDigits(low);
        }

        @Override
        public int compareTo(Id other) {
            int byHigh = Long.compareUnsigned(high, other.high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        }
    }
}
