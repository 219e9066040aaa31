package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.Source;
import io.github.tic4j.testing.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** What every source promises, of one that lies in S3. */
class S3SourceTest {

    private static final int HEAD = 1 << 20;
    private static final int RANGE = 2 << 20;

    private static final S3Store STORE = S3Server.store(S3Server.endpoint());
    private final S3Location bucket = S3Server.bucket();

    @RegisterExtension
    private final FaultyProxy proxy = FaultyProxy.start();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, HEAD - 1, HEAD, HEAD + 1, HEAD + RANGE, HEAD + 15 * RANGE + 1})
    void isReadFromItsFirstByteToItsLast(int size) throws IOException {
        byte[] content = TestContent.bytes(size);
        TestContent.put(bucket.resolve("object"), content);
        Source source = STORE.source(bucket.resolve("object"));

        try (InputStream in = source.open()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[1])).isEqualTo(-1);
            assertThat(in.available()).isZero();
        }
        assertThat(source.size()).hasValue(size);
    }

    @Test
    void isTheSameReadByteByByte() throws IOException {
        byte[] content = TestContent.bytes(HEAD + RANGE + 5);
        TestContent.put(bucket.resolve("object"), content);

        try (InputStream in = STORE.source(bucket.resolve("object")).open()) {
            for (byte expected : content) {
                if (in.read() != (expected & 0xff)) {
                    throw new AssertionError("another byte");
                }
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        try (InputStream in =
                Streams.chunked(STORE.source(bucket.resolve("object")).open(), 7)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void isTheSameArrivingByteByByte() throws IOException {
        byte[] content = TestContent.bytes(5_000);
        TestContent.put(bucket.resolve("object"), content);

        proxy.spoil(1, FaultyProxy.request("GET", "object"), FaultyProxy.drip());
        Source source = proxy.store().source(bucket.resolve("object"));

        try (InputStream in = Streams.oneByteAtATime(source.open())) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void opensAsOftenAsWanted() throws IOException {
        TestContent.put(bucket.resolve("object"), new byte[] {1, 2, 3});
        Source source = STORE.source(bucket.resolve("object"));

        try (InputStream first = source.open();
                InputStream second = source.open()) {
            assertThat(first.read()).isEqualTo(1);
            assertThat(second.read()).isEqualTo(1);
            assertThat(first.read()).isEqualTo(2);
        }
        assertThat(source.isReopenable()).isTrue();
    }

    @Test
    void closingIsIdempotentAndEndsReading() throws IOException {
        TestContent.put(bucket.resolve("object"), TestContent.bytes(HEAD + 3 * RANGE));
        InputStream in = STORE.source(bucket.resolve("object")).open();
        assertThat(in.skip(HEAD + 10)).isPositive();

        in.close();
        in.close();

        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("The stream is closed");
    }

    @Test
    void readingNothingReadsNothing() throws IOException {
        TestContent.put(bucket.resolve("object"), new byte[] {1});
        try (InputStream in = STORE.source(bucket.resolve("object")).open()) {
            assertThat(in.read(new byte[0])).isZero();
            assertThat(in.read(new byte[4], 2, 2)).isEqualTo(1);
        }
    }

    @Test
    void hasItsAddressForAName() {
        Source source = STORE.source(S3Location.parse("s3://bb/k?versionId=1"));

        assertThat(source.name()).isEqualTo("s3://bb/k?versionId=1");
        assertThat(source).hasToString("s3://bb/k?versionId=1");
    }

    @Test
    void readsTheVersionThatIsAskedFor() throws IOException {
        S3Server.admin()
                .putBucketVersioning(request -> request.bucket(bucket.bucket())
                        .versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
        S3Location latest = bucket.resolve("object");
        S3Receipt old = write(latest, "old");
        S3Receipt recent = write(latest, "new");

        S3Location oldVersion = new S3Location(latest.bucket(), latest.key(), old.versionId(), false);

        assertThat(TestContent.read(STORE, oldVersion)).asString().isEqualTo("old");
        assertThat(TestContent.read(STORE, latest)).asString().isEqualTo("new");
        assertThat(recent.versionId()).isNotEqualTo(old.versionId());
    }

    @Test
    void aPrefixIsNoSource() {
        assertThatThrownBy(() -> STORE.source(bucket.resolve("folder/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("This is a prefix");
    }

    private S3Receipt write(S3Location at, String text) throws IOException {
        try (S3Upload upload = STORE.upload(at, S3WriteOptions.defaults())) {
            upload.body().write(text.getBytes(StandardCharsets.UTF_8));
            return upload.complete();
        }
    }
}
