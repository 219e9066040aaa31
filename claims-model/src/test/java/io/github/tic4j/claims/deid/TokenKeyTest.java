package io.github.tic4j.claims.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenKeyTest {

    private static final TokenKey KEY = TokenKey.of("k1", secret(0));

    @Test
    void tokensAreThoseOfHmacSha256() {
        assertThat(KEY.token("person", "P-1")).isEqualTo("k1.r2lgjeugty2diufkk6msx5imimifioih");
        assertThat(KEY.number("date shift", "P-1", 365) + 1).isEqualTo(9);
    }

    @Test
    void spaceAndCompositionOfLettersDoNotMatter() {
        assertThat(KEY.token("person", " P-1\n")).isEqualTo(KEY.token("person", "P-1"));
        assertThat(KEY.token("person", "Pen\u0303a")).isEqualTo(KEY.token("person", "Pe\u00f1a"));
    }

    @Test
    void domainsAndKeysAreUnrelated() {
        assertThat(KEY.token("claim", "P-1")).isNotEqualTo(KEY.token("person", "P-1"));
        assertThat(TokenKey.of("k1", secret(1)).token("person", "P-1")).isNotEqualTo(KEY.token("person", "P-1"));
        assertThat(TokenKey.of("k2", secret(0)).token("person", "P-1")).startsWith("k2.");
    }

    @Test
    void laterChangesOfTheSecretDoNotReachTheKey() {
        byte[] secret = secret(0);
        TokenKey key = TokenKey.of("k1", secret);
        secret[0] = 99;

        assertThat(key.token("person", "P-1")).isEqualTo(KEY.token("person", "P-1"));
        assertThat(key).hasToString("TokenKey k1");
    }

    @Test
    void weakKeysAndOddNamesAreRefused() {
        assertThatThrownBy(() -> TokenKey.of("k1", new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key has at least 32 bytes, had 31");
        assertThatThrownBy(() -> TokenKey.of("k.1", secret(0)))
                .hasMessage("a key id is one to sixteen letters and digits, was 'k.1'");
        assertThatThrownBy(() -> KEY.token(" ", "x")).hasMessage("a domain is a name, was ' '");
    }

    @Property(tries = 200)
    void everyTokenHasOneFormAndNothingOfItsValue(@ForAll String value) {
        String token = KEY.token("person", value);

        assertThat(token).matches("k1\\.[a-z2-7]{32}");
        assertThat(KEY.number("x", value, 7)).isBetween(0, 6);
    }

    static byte[] secret(int first) {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (i + first);
        }
        return secret;
    }
}
