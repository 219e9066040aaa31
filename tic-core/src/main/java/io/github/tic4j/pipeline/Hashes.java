package io.github.tic4j.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes that name things. */
final class Hashes {

    private static final int ID_BYTES = 16;

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** 32 hexadecimal digits that name these texts, in this order. */
    static String id(String... texts) {
        MessageDigest hash = sha256();
        for (String text : texts) {
            hash.update(text.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
        }
        return HexFormat.of().formatHex(hash.digest(), 0, ID_BYTES);
    }
}
