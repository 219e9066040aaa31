package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "s3://b-1/key                                     | b-1  | key            | -   | false",
                "s3://bu.ck/a/payer=x/date=2025-01-02/f.json.gz   | bu.ck | a/payer=x/date=2025-01-02/f.json.gz | - | false",
                "s3://bb/a b%20c?d                                | bb   | a b%20c?d      | -   | false",
                "s3://bb/a//b/                                    | bb   | a//b/          | -   | false",
                "s3://bb//k                                       | bb   | /k             | -   | false",
                "s3://bb/k?versionId=v.1_x                        | bb   | k              | v.1_x | false",
                "s3://bb/k?requestPayer=requester                 | bb   | k              | -   | true",
                "s3://bb/k?versionId=7&requestPayer=requester     | bb   | k              | 7   | true",
            })
    void readsWhatPeopleType(String text, String bucket, String key, String versionId, boolean requesterPays) {
        S3Location location = S3Location.parse(text);

        assertThat(location).isEqualTo(new S3Location(bucket, key, versionId, requesterPays));
        assertThat(location).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bb", "s3://bb/"})
    void aBucketAloneIsAPrefix(String text) {
        assertThat(S3Location.parse(text)).isEqualTo(S3Location.of("bb", ""));
        assertThat(S3Location.parse(text).isPrefix()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://b/k              | An S3 address has the form s3://bucket/key",
                "s3:/b/k                  | An S3 address has the form s3://bucket/key",
                "s3://AKIA:secret@bb/k    | An s3:// address holds no credentials",
                "s3://b b/k               | is not the name of a bucket",
                "s3://bb/k?requestPayer=x | 'requestPayer' is not one of them",
            })
    void refusesOtherForms(String text, String message) {
        assertThatThrownBy(() -> S3Location.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void readsTheEncodedPathOfAUri() {
        assertThat(S3Location.of(URI.create("S3://my_bucket/a%20b/%C3%A9?versionId=1")))
                .isEqualTo(new S3Location("my_bucket", "a b/é", "1", false));
    }

    @Test
    void refusesUrisOfOtherKinds() {
        assertThatThrownBy(() -> S3Location.of(URI.create("https://b/k")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s3://bucket/key");
        assertThatThrownBy(() -> S3Location.of(URI.create("s3://bb/k?X-Amz-Signature=abc")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'X-Amz-Signature' is not one of them")
                .hasMessageNotContaining("abc");
        assertThatThrownBy(() -> S3Location.of(URI.create("s3://bb/k#1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A # in the key of an s3:// URL is written %23");
    }

    @Test
    void refusesKeysThatNoStoreTakes() {
        assertThatThrownBy(() -> S3Location.of("bb", "é".repeat(513)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 1024 bytes");
    }

    @Test
    void resolvesBelowAPrefix() {
        S3Location pays = new S3Location("bb", "a", null, true);

        assertThat(pays.resolve("b/c")).isEqualTo(new S3Location("bb", "a/b/c", null, true));
        assertThat(pays.resolve("b/").resolve("c").key()).isEqualTo("a/b/c");
        assertThat(S3Location.of("bb", "").resolve("c").key()).isEqualTo("c");
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll @AlphaChars @StringLength(min = 2, max = 9) String bucket,
            @ForAll @Chars({'a', '/', ' ', '%', '+', '&', '=', '#', '\n', 'é'}) @StringLength(max = 20) String tail,
            @ForAll boolean requesterPays) {
        S3Location location = new S3Location(bucket, tail, null, requesterPays);

        assertThat(S3Location.parse(location.toString())).isEqualTo(location);
    }
}
