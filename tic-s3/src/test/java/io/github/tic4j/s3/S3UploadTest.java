package io.github.tic4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.s3.S3WriteOptions.Existing;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import io.github.tic4j.table.TextFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

class S3UploadTest {

    private static final int PART = 5 << 20;
    private static final S3WriteOptions SMALL_PARTS =
            S3WriteOptions.builder().partSize(PART).build();
    private static final S3WriteOptions ONCE =
            SMALL_PARTS.toBuilder().existing(Existing.REFUSE).build();

    private static final S3Store STORE = S3Server.store(S3Server.endpoint());
    private final S3Location bucket = S3Server.bucket();
    private final S3Location object = bucket.resolve("rates/payer=a b/x+y.parquet");

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, PART - 1, PART, PART + 1, 3 * PART + 3})
    void writesAnyLength(int size) throws IOException {
        byte[] content = TestContent.bytes(size);

        S3Receipt receipt = write(SMALL_PARTS, content);

        assertThat(TestContent.get(object)).isEqualTo(content);
        assertThat(receipt.size()).isEqualTo(size);
        assertThat(receipt.location()).isEqualTo(object);
        assertThat(receipt.eTag()).isEqualTo(head().eTag());
        assertThat(TestContent.unfinished(bucket)).isZero();
    }

    @Test
    void writesByteByByte() throws IOException {
        byte[] content = TestContent.bytes(PART + 10);
        try (S3Upload upload = STORE.upload(object, SMALL_PARTS)) {
            for (byte value : content) {
                upload.body().write(value);
            }
            upload.complete();
        }
        assertThat(TestContent.get(object)).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(S3Checksum.class)
    void writesWithEachChecksum(S3Checksum checksum) throws IOException {
        S3WriteOptions options = SMALL_PARTS.toBuilder().checksum(checksum).build();
        for (int size : new int[] {10, PART + 10}) {
            byte[] content = TestContent.bytes(size);

            write(options, content);

            assertThat(TestContent.get(object)).isEqualTo(content);
        }
    }

    @Test
    void holdsLargePartsInFiles() throws IOException {
        byte[] content = TestContent.bytes((9 << 20) + 17);

        List<Path> before = partFiles();

        write(S3WriteOptions.builder().partSize(9 << 20).build(), content);

        assertThat(TestContent.get(object)).isEqualTo(content);
        assertThat(partFiles()).isEqualTo(before);
    }

    @Test
    void nothingIsVisibleBeforeItIsComplete() throws IOException {
        try (S3Upload upload = STORE.upload(object, SMALL_PARTS)) {
            upload.body().write(TestContent.bytes(2 * PART));
            upload.body().close();
            assertThat(TestContent.keys(bucket)).isEmpty();
            assertThat(TestContent.unfinished(bucket)).isEqualTo(1);
        }
        assertThat(TestContent.keys(bucket)).isEmpty();
        assertThat(TestContent.unfinished(bucket)).isZero();
    }

    @Test
    void anExceptionInTheProducerLeavesNothing() {
        assertThatThrownBy(() -> {
                    try (S3Upload upload = STORE.upload(object, SMALL_PARTS);
                            OutputStream gzip = new GZIPOutputStream(upload.body())) {
                        gzip.write(TestContent.bytes(3 * PART));
                        throw new IllegalStateException("the producer failed");
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the producer failed")
                .hasNoSuppressedExceptions();

        assertThat(TestContent.keys(bucket)).isEmpty();
        assertThat(TestContent.unfinished(bucket)).isZero();
    }

    @Test
    void aWrapperMayCloseTheBody() throws IOException {
        byte[] content = TestContent.bytes(1_000);
        try (S3Upload upload = STORE.upload(object, SMALL_PARTS)) {
            try (OutputStream gzip = new GZIPOutputStream(upload.body())) {
                gzip.write(content);
            }
            upload.complete();
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(TestContent.get(object)))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void endsWithItsCompletion() throws IOException {
        S3Upload upload = STORE.upload(object, SMALL_PARTS);
        upload.body().write(1);
        upload.complete();

        assertThatThrownBy(() -> upload.body().write(2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has been ended");
        assertThatThrownBy(upload::complete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This upload cannot be completed, it is complete: " + object);
        upload.close();
        upload.close();
        assertThat(TestContent.get(object)).containsExactly(1);
    }

    @Test
    void cannotBeCompletedOnceClosed() throws IOException {
        S3Upload upload = STORE.upload(object, SMALL_PARTS);
        upload.body().write(1);
        upload.close();
        upload.close();

        assertThatThrownBy(upload::complete)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it is closed");
        assertThat(TestContent.keys(bucket)).isEmpty();
    }

    @Test
    void anInterruptedWriterStillAborts() throws IOException {
        S3Upload upload = STORE.upload(object, SMALL_PARTS);
        upload.body().write(TestContent.bytes(2 * PART));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> upload.body().write(TestContent.bytes(PART)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("interrupted");
        assertThatThrownBy(upload::complete).isInstanceOf(IOException.class).hasMessageContaining("has failed");
        upload.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(TestContent.unfinished(bucket)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, PART + 10})
    void refusesToReplaceWhatIsThere(int size) throws IOException {
        TestContent.put(object, new byte[] {42});
        byte[] content = TestContent.bytes(size);

        assertThatThrownBy(() -> write(ONCE, content))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(object + ": an object is there already and was not replaced");

        assertThat(TestContent.get(object)).containsExactly(42);
        assertThat(TestContent.unfinished(bucket)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, PART + 10})
    void writesOnceWhereNothingIsThere(int size) throws IOException {
        write(ONCE, TestContent.bytes(size));

        assertThat(TestContent.get(object)).hasSize(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, PART + 10})
    void keepsTypeAndMetadata(int size) throws IOException {
        write(
                SMALL_PARTS.toBuilder()
                        .contentType("application/json")
                        .metadata("run", "r-1")
                        .encryptWithStoreKeys()
                        .build(),
                TestContent.bytes(size));

        assertThat(head().contentType()).isEqualTo("application/json");
        assertThat(head().metadata()).containsEntry("run", "r-1");
        assertThat(head().serverSideEncryptionAsString()).isEqualTo("AES256");
    }

    @Test
    void publishesATableWithItsCommit() throws IOException {
        try (S3Upload upload = STORE.upload(object, SMALL_PARTS);
                TableWriter table = upload.publishing(TextFormat.CSV_GZIP.writer(Tables.PAYERS, upload.body()))) {
            table.describe("run", "1");
            table.write(payer());
            assertThat(TestContent.keys(bucket)).isEmpty();
            table.commit();
            assertThat(table.bytes()).isPositive();
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(TestContent.get(object)))) {
            assertThat(in).asString(StandardCharsets.UTF_8).contains("example payer");
        }
    }

    @Test
    void discardsATableWithoutCommit() throws IOException {
        try (S3Upload upload = STORE.upload(object, SMALL_PARTS);
                TableWriter table = upload.publishing(TextFormat.CSV.writer(Tables.PAYERS, upload.body()))) {
            table.write(payer());
        }
        assertThat(TestContent.keys(bucket)).isEmpty();
    }

    @Test
    void writesObjectsOnly() {
        assertThatThrownBy(() -> STORE.upload(bucket, SMALL_PARTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("This is a prefix");
        assertThatThrownBy(() -> STORE.upload(S3Location.parse("s3://bb/k?versionId=1"), SMALL_PARTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A version cannot be written");
    }

    private static List<Path> partFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("tic4j-part-"))
                    .sorted()
                    .toList();
        }
    }

    private static Row payer() {
        return new Row(Tables.PAYERS).set("payer_uuid", "id").set("payer_name", "example payer");
    }

    private S3Receipt write(S3WriteOptions options, byte[] content) throws IOException {
        try (S3Upload upload = STORE.upload(object, options)) {
            upload.body().write(content);
            return upload.complete();
        }
    }

    private HeadObjectResponse head() {
        return S3Server.admin()
                .headObject(request -> request.bucket(object.bucket()).key(object.key()));
    }
}
