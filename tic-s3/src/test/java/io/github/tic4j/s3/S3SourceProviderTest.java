package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.SourceProvider;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class S3SourceProviderTest {

    @Test
    void isFoundOnTheClassPath() {
        assertThat(ServiceLoader.load(SourceProvider.class))
                .filteredOn(provider -> provider.schemes().contains("s3"))
                .singleElement()
                .extracting(SourceProvider::name)
                .isEqualTo("tic-s3");
    }

    @Test
    void opensNothingBeforeItIsAsked() {
        Source source = new S3SourceProvider().source(URI.create("s3://no-such-bucket/a%20b.json.gz?versionId=v"));

        assertThat(source.name()).isEqualTo("s3://no-such-bucket/a b.json.gz?versionId=v");
    }

    @Test
    void readsThroughTheHostsStore() throws IOException {
        S3Location object = S3Server.bucket().resolve("a b");
        TestContent.put(object, new byte[] {1, 2});
        try (S3Store store = S3Server.store(S3Server.endpoint())) {
            Source source = new S3SourceProvider(store).source(URI.create("s3://" + object.bucket() + "/a%20b"));

            assertThat(source.open()).hasBinaryContent(new byte[] {1, 2});
        }
    }

    @Test
    void servesWhatPeopleType() throws IOException {
        S3Location object = S3Server.bucket().resolve("a b%20.json");
        TestContent.put(object, new byte[] {1});
        try (S3Store store = S3Server.store(S3Server.endpoint())) {
            SourceResolver resolver = SourceResolver.builder()
                    .register(new S3SourceProvider(store))
                    .build();

            assertThat(resolver.resolve("s3://" + object.bucket() + "/a b%2520.json")
                            .open())
                    .hasBinaryContent(new byte[] {1});
        }
    }

    @Test
    void connectsAsTheMachineIsConfigured() throws IOException {
        S3Location object = S3Server.bucket().resolve("object");
        TestContent.put(object, new byte[] {3});
        System.setProperty("aws.endpointUrlS3", S3Server.endpoint().toString());
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
        try {
            Source source = Sources.of(URI.create(object.toString()));

            assertThat(source.open()).hasBinaryContent(new byte[] {3});
        } finally {
            System.clearProperty("aws.endpointUrlS3");
            System.clearProperty("aws.region");
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void aPrefixStandsForItsObjects() throws IOException {
        S3Location bucket = S3Server.bucket();
        for (String key : List.of("run/b.json", "run/a b.json", "run/c/d.json", "other.json")) {
            TestContent.put(bucket.resolve(key), new byte[] {1});
        }
        try (S3Store store = S3Server.store(S3Server.endpoint())) {
            SourceResolver resolver = SourceResolver.builder()
                    .register(new S3SourceProvider(store))
                    .build();
            String address = "s3://" + bucket.bucket();
            assertThat(names(resolver, address + "/run/"))
                    .containsExactly(address + "/run/a b.json", address + "/run/b.json", address + "/run/c/d.json");
            assertThat(names(resolver, address)).hasSize(4);
            assertThat(names(resolver, address + "/run/b.json")).containsExactly(address + "/run/b.json");
            assertThat(names(resolver, address + "/none/")).isEmpty();
        }
    }

    private static List<String> names(SourceResolver resolver, String address) throws IOException {
        try (Stream<Source> sources = resolver.resolveAll(address)) {
            return sources.map(Source::name).toList();
        }
    }

    @Test
    void aPrefixIsNoSource() {
        assertThatThrownBy(() -> new S3SourceProvider().source(URI.create("s3://bucket/folder/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Sources.all lists its objects");
    }
}
