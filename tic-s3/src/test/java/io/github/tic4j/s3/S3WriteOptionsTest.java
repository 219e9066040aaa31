package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.s3.S3WriteOptions.Encryption;
import io.github.tic4j.s3.S3WriteOptions.Existing;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class S3WriteOptionsTest {

    @Test
    void areRebuiltAsTheyWere() {
        S3WriteOptions options = S3WriteOptions.builder()
                .existing(Existing.REFUSE)
                .checksum(S3Checksum.SHA256)
                .encryptWithKms("key")
                .storageClass("GLACIER_IR")
                .contentType("text/csv")
                .metadata("a", "b")
                .tag("c", "d")
                .partSize(16 << 20)
                .parallelism(7)
                .build();

        assertThat(options.toBuilder().build()).isEqualTo(options);
        assertThat(options.toBuilder().encryptWithStoreKeys().build())
                .extracting(S3WriteOptions::encryption, S3WriteOptions::kmsKeyId)
                .containsExactly(Encryption.STORE_KEYS, null);
    }

    @Test
    void refuseWhatNoStoreTakes() {
        S3WriteOptions.Builder tags = S3WriteOptions.builder();
        IntStream.range(0, 11).forEach(i -> tags.tag("tag" + i, ""));

        assertRefused(S3WriteOptions.builder().partSize(5_000_000), "partSize is from 5 MiB to 1 GiB");
        assertRefused(S3WriteOptions.builder().partSize(2L << 30), "partSize is from 5 MiB to 1 GiB");
        assertRefused(S3WriteOptions.builder().parallelism(0), "parallelism is from 1 to 11");
        assertRefused(S3WriteOptions.builder().parallelism(12), "parallelism is from 1 to 11");
        assertRefused(tags, "An object has at most 10 tags");
        assertRefused(S3WriteOptions.builder().tag("", "v"), "A tag has a key of 1 to 128");
        assertRefused(S3WriteOptions.builder().tag("k", "v".repeat(257)), "a value of up to 256 characters: k");
    }

    @Test
    void refuseAKeyWithoutItsEncryption() {
        S3WriteOptions plain = S3WriteOptions.defaults();

        assertThatThrownBy(() -> new S3WriteOptions(
                        plain.existing(),
                        plain.checksum(),
                        plain.encryption(),
                        "key",
                        null,
                        null,
                        plain.metadata(),
                        plain.tags(),
                        plain.partSize(),
                        plain.parallelism()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A KMS key needs encryption with KMS");
    }

    private static void assertRefused(S3WriteOptions.Builder options, String message) {
        assertThatThrownBy(options::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
