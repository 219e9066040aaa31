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
    private static final int BYTES = 16;

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

    String hex() {
        return HEX.formatHex(digest.digest(), 0, BYTES);
    }
}
