package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class S3CrashTest {

    private static final int BLOCKS = 90;

    private final S3Location bucket = S3Server.bucket();
    private final S3Location object = bucket.resolve("object");

    @Test
    void aKilledUploadLeavesNothingVisibleAndTheNextOneCompletes() throws IOException {
        try (ChildProcess child = ChildProcess.start(object, Integer.MAX_VALUE)) {
            for (int block = 0; block < 40; block++) {
                assertThat(child.line()).isEqualTo("written");
            }
        }
        assertThat(TestContent.keys(bucket)).isEmpty();

        try (S3Store tomorrow = new S3Store(
                S3Server.client(S3Server.endpoint()).build(),
                true,
                attempt -> {},
                Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC))) {
            assertThat(tomorrow.clean(bucket, Duration.ofDays(1)))
                    .extracting(UnfinishedUpload::location)
                    .containsExactly(object);
            assertThat(TestContent.unfinished(bucket)).isZero();

            try (S3Upload again = tomorrow.upload(object, S3WriteOptions.defaults())) {
                again.body().write(42);
                again.complete();
            }
        }
        assertThat(TestContent.get(object)).containsExactly(42);
    }

    @Test
    void moreThanTheHeapPassesThroughIt() throws IOException {
        try (ChildProcess child = ChildProcess.start(object, BLOCKS, "-Xmx64m")) {
            for (int block = 0; block < BLOCKS; block++) {
                assertThat(child.line()).isEqualTo("written");
            }
            assertThat(child.line()).isEqualTo("read back");
            assertThat(child.line()).isNull();
        }
    }
}
