package io.github.tic4j.claims.deid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that turns identifiers into tokens: HMAC-SHA-256 over domain and value, cut to 160 bits, with the key's id in
 * front so that keys can be rotated.
 *
 * <p>The same value gives the same token within a domain and unrelated tokens in two domains, so a person's token says
 * nothing about a claim's. Without the key a token cannot be tried out, as a plain hash of an SSN can. A token stays
 * derived from a person's identifier: keep the key apart from the data, and destroy it when no link back is wanted.
 *
 * <p>Immutable and thread-safe.
 */
public final class TokenKey {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,16}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 20;
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";

    private final String id;
    private final SecretKeySpec key;

    private TokenKey(String id, byte[] secret) {
        this.id = id;
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Makes a key.
     *
     * @param id one to sixteen letters and digits; stands in front of each token
     * @param secret at least 32 random bytes; copied
     */
    public static TokenKey of(String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a key id is one to sixteen letters and digits, was '" + id + "'");
        }
        if (secret.length < 32) {
            throw new IllegalArgumentException("a key has at least 32 bytes, had " + secret.length);
        }
        return new TokenKey(id, secret);
    }

    /** The id that stands in front of each token. */
    public String id() {
        return id;
    }

    /**
     * The token of a value: {@code id.} and 32 characters of {@code a-z2-7}.
     *
     * @param domain the kind of identifier, such as {@code person}; values of two domains never share a token
     * @param value the identifier; leading and trailing space does not matter
     */
    public String token(String domain, String value) {
        byte[] mac = mac(domain, value);
        StringBuilder token = new StringBuilder(id).append('.');
        for (int bit = 0; bit < TOKEN_BYTES * 8; bit += 5) {
            int pair = (mac[bit / 8] & 0xFF) << 8 | mac[bit / 8 + 1] & 0xFF;
            token.append(BASE_32.charAt(pair >> 11 - bit % 8 & 31));
        }
        return token.toString();
    }

    /** The key's id; never the secret. */
    @Override
    public String toString() {
        return "TokenKey " + id;
    }

    /** A number from 0 to bound - 1 that depends on nothing but the key, the domain and the value. */
    int number(String domain, String value, int bound) {
        byte[] mac = mac(domain, value);
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = bits << 8 | mac[i] & 0xFF;
        }
        return (int) (bits % bound);
    }

    private byte[] mac(String domain, String value) {
        if (domain.isBlank() || domain.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a domain is a name, was '" + domain + "'");
        }
        String normal = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(normal.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java runtime", e);
        }
    }
}
