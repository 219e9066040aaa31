package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3OptionsTest {

    @Test
    void neverShowCredentials() {
        S3Options options = S3Options.builder()
                .endpoint(URI.create("https://store.example.org"))
                .region("eu-west-1")
                .profile("etl")
                .credentials(S3Server.credentials())
                .build();

        assertThat(options)
                .hasToString("S3Options[endpoint=https://store.example.org, region=eu-west-1, profile=etl,"
                        + " addressing=AUTOMATIC, credentials=***]");
        assertThat(S3Options.defaults().toString()).contains("credentials=default chain");
    }

    @Test
    void areRebuiltAsTheyWere() {
        S3Options options = S3Options.builder()
                .endpoint(URI.create("http://127.0.0.1:9000"))
                .region("r")
                .profile("p")
                .addressing(S3Options.Addressing.PATH)
                .anonymous()
                .build();

        assertThat(options.toBuilder().build()).isEqualTo(options);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@host, An endpoint holds no credentials",
        "https://host?token=secret, An endpoint holds no credentials",
        "ftp://host, An endpoint is an http or https URL with a host",
        "/path, An endpoint is an http or https URL with a host",
    })
    void refuseEndpointsThatAreNone(URI endpoint, String message) {
        assertThatThrownBy(() -> S3Options.builder().endpoint(endpoint).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }
}
