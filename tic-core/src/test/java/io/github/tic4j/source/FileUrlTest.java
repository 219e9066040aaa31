package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FileUrlTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/source/repaired-urls.csv", numLinesToSkip = 1)
    void repairsWhatHasOnePlainMeaning(String published, String repaired) {
        String text = published
                .translateEscapes()
                .replace("NBSP", "\u00a0")
                .replace("BOM", "\ufeff")
                .replace("EACUTE", "\u00e9");

        FileUrl url = FileUrl.parse(text);

        assertThat(url.uri()).hasToString(repaired);
        assertThat(url.isRepaired()).isEqualTo(!text.equals(repaired));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/source/unusable-urls.csv", numLinesToSkip = 1)
    void saysWhatIsWrongWithOthers(String published, String message) {
        assertThatThrownBy(() -> FileUrl.parse(published == null ? "" : published))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/source/identities.csv", numLinesToSkip = 1)
    void identityIsTheFileAndNotItsSignature(String first, String second, boolean same) {
        String one = FileUrl.parse(first).identity();
        String other = FileUrl.parse(second).identity();

        assertThat(one.equals(other)).isEqualTo(same);
        assertThat(one + other).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/source/expiries.csv", numLinesToSkip = 1)
    void expiryIsReadFromTheQuery(String url, Instant expiry) {
        assertThat(FileUrl.parse(url).expiresAt()).isEqualTo(java.util.Optional.ofNullable(expiry));
    }

    @Test
    void expiryIsReadFromASignedPolicy() {
        String policy = "{\"Statement\":[{\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":1794009600}}}]}";
        String encoded = Base64.getEncoder()
                .encodeToString(policy.getBytes(StandardCharsets.UTF_8))
                .replace('+', '-')
                .replace('=', '_')
                .replace('/', '~');

        assertThat(FileUrl.parse("https://a.example/f?Policy=" + encoded + "&Signature=x&Key-Pair-Id=K")
                        .expiresAt())
                .hasValue(Instant.parse("2026-11-07T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@a.example:8443/p/q.json?sig=secret#secret, https://a.example:8443/p/q.json",
        "file:///p/q.json, file:/p/q.json",
        "mailto:secret@a.example, mailto:...",
        "/p?secret, /p"
    })
    void safeNameShowsNoSecret(URI uri, String name) {
        assertThat(FileUrl.safeName(uri)).isEqualTo(name.replace("file:/p", "file:/p"));
    }

    @Test
    void urlsAreEqualByAllTheirText() {
        FileUrl url = FileUrl.parse("https://a.example/f?sig=1");

        assertThat(url)
                .isEqualTo(FileUrl.of(URI.create("https://a.example/f?sig=1")))
                .hasSameHashCodeAs(FileUrl.parse(" https://a.example/f?sig=1"))
                .isNotEqualTo(FileUrl.parse("https://a.example/f?sig=2"))
                .hasToString("https://a.example/f");
    }

    @Property
    boolean anyTextIsAUrlOrRefused(@ForAll String text) {
        try {
            FileUrl url = FileUrl.parse(text);
            return !url.identity().isEmpty() && url.expiresAt() != null;
        } catch (IllegalArgumentException e) {
            return e.getMessage() != null;
        }
    }

    @Property
    boolean anyQueryIsReadWithoutFailure(@ForAll String query) {
        FileUrl url =
                FileUrl.parse("https://a.example/f?Expires=" + query.replaceAll("[\\s#]", "") + "&se=1&x-amz-date=2");
        return url.identity().startsWith("https://a.example/f?") && url.expiresAt() != null;
    }
}
