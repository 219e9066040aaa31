package io.github.tic4j.collaboratemd;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * User and password of the Web API.
 *
 * @param username the user; no colon
 * @param password the password
 * @param charset how both are encoded
 */
public record Credentials(String username, String password, Charset charset) {

    /** Checks that the user is stated and can be told from the password. */
    public Credentials {
        if (username.isBlank() || username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name is not blank and has no colon");
        }
    }

    /** Credentials in ISO-8859-1, as the vendor documents; in UTF-8 where that cannot express them. */
    public Credentials(String username, String password) {
        this(username, password, charsetOf(username + password));
    }

    /** The value of the Authorization header. */
    String authorization() {
        byte[] pair = (username + ':' + password).getBytes(charset);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Shows neither. */
    @Override
    public String toString() {
        return "Credentials[***]";
    }

    private static Charset charsetOf(String text) {
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }
}
