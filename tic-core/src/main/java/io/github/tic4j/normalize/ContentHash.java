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

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    ContentHash(String kind) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        text(kind);
    }

    ContentHash text(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    ContentHash texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    ContentHash number(long value) {
        digest.update(number.clear().putLong(value).array());
        return this;
    }

    ContentHash numbers(long[] values) {
        number(values.length);
        for (long value : values) {
            number(value);
        }
        return this;
    }

    ContentHash id(Id id) {
        return number(id.high).number(id.low);
    }

    Id id() {
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new Id(bytes.getLong(), bytes.getLong());
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
