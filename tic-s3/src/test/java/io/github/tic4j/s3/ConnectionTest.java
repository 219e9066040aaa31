package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.s3.S3Options.Addressing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class ConnectionTest {

    private final List<String> properties = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        properties.forEach(System::clearProperty);
    }

    @Test
    void addressesByPathWhereAnEndpointIsGiven() {
        S3Options options = S3Options.builder()
                .endpoint(URI.create("https://store.example.org"))
                .region("us-east-1")
                .build();

        assertThat(url(options)).isEqualTo("https://store.example.org/bucket/key");
        assertThat(url(options.toBuilder().addressing(Addressing.VIRTUAL_HOST).build()))
                .isEqualTo("https://bucket.store.example.org/key");
    }

    @Test
    void addressesByHostOnAws() {
        S3Options options = S3Options.builder().region("eu-west-1").build();

        assertThat(url(options)).isEqualTo("https://bucket.s3.eu-west-1.amazonaws.com/key");
        assertThat(url(options.toBuilder().addressing(Addressing.PATH).build()))
                .isEqualTo("https://s3.eu-west-1.amazonaws.com/bucket/key");
    }

    @Test
    void addressesByPathWhereTheEnvironmentNamesAnEndpoint() {
        set("aws.endpointUrlS3", "http://127.0.0.1:9000");

        assertThat(url(S3Options.builder().region("r").build())).isEqualTo("http://127.0.0.1:9000/bucket/key");
    }

    @Test
    void takesAllFromAProfile() throws IOException {
        S3Location bucket = S3Server.bucket();
        Path config = folder.resolve("config");
        Files.writeString(
                config,
                String.format(
                        "[profile etl]%nregion = eu-west-3%nendpoint_url = %s%naws_access_key_id = %s%n"
                                + "aws_secret_access_key = %s%n",
                        S3Server.endpoint(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
        set("aws.configFile", config.toString());

        try (S3Store store = S3Store.connect(S3Options.builder().profile("etl").build())) {
            assertThat(store.createIfAbsent(bucket.resolve("k"), new byte[] {1}))
                    .isTrue();
        }
        assertThat(TestContent.get(bucket.resolve("k"))).containsExactly(1);
    }

    @Test
    void fallsBackToARegionThatEveryStoreKnows() {
        set("aws.disableEc2Metadata", "true");
        set("aws.configFile", folder.resolve("none").toString());
        S3Options options =
                S3Options.builder().endpoint(S3Server.endpoint()).anonymous().build();

        try (S3Client client = Connection.open(options)) {
            String configured = System.getenv("AWS_REGION");
            assertThat(client.serviceClientConfiguration().region().id())
                    .isEqualTo(configured == null ? "us-east-1" : configured);
        }
    }

    private void set(String property, String value) {
        System.setProperty(property, value);
        properties.add(property);
    }

    private static String url(S3Options options) {
        try (S3Client client = Connection.open(options)) {
            return client.utilities()
                    .getUrl(request -> request.bucket("bucket").key("key"))
                    .toString();
        }
    }
}
