package io.github.tic4j.s3;

import static io.github.tic4j.s3.FaultyProxy.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.s3.S3WriteOptions.Existing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3UploadFaultTest {

    private static final int PART = 5 << 20;
    private static final byte[] CONTENT = TestContent.bytes(3 * PART + 100);
    private static final S3WriteOptions OPTIONS =
            S3WriteOptions.builder().partSize(PART).build();
    private static final S3WriteOptions ONCE =
            OPTIONS.toBuilder().existing(Existing.REFUSE).build();

    private static final Predicate<String> PUT = request("PUT", "/object");
    private static final Predicate<String> SECOND_PART = request("PUT", "partNumber=2");
    private static final Predicate<String> BEGIN = request("POST", "?uploads");
    private static final Predicate<String> FINISH = request("POST", "?uploadId=");
    private static final Predicate<String> ABORT = request("DELETE", "?uploadId=");

    private final S3Location bucket = S3Server.bucket();
    private final S3Location object = bucket.resolve("object");

    @RegisterExtension
    private final FaultyProxy proxy = FaultyProxy.start();

    private final S3Store store = proxy.store();

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_000})
    void sendsAPartAgainWhoseConnectionWasCut(int bytes) throws IOException {
        proxy.spoil(2, SECOND_PART, FaultyProxy.cutRequest(bytes));

        write(OPTIONS, CONTENT);

        assertThat(TestContent.get(object)).isEqualTo(CONTENT);
    }

    @Test
    void sendsAPartAgainWhenAskedToSlowDown() throws IOException {
        proxy.spoil(2, SECOND_PART, FaultyProxy.error(503, "SlowDown"));

        write(OPTIONS, CONTENT);

        assertThat(TestContent.get(object)).isEqualTo(CONTENT);
    }

    @Test
    void completesAgainAfterAnInternalError() throws IOException {
        proxy.spoil(1, FINISH, FaultyProxy.error(500, "InternalError"));
        proxy.spoil(1, FINISH, FaultyProxy.error(200, "InternalError"));

        write(OPTIONS, CONTENT);

        assertThat(TestContent.get(object)).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3 * PART + 100})
    void leavesNothingWhenTheStoreKeepsFailing(int size) {
        proxy.spoil(99, size < PART ? PUT : FINISH, FaultyProxy.error(500, "InternalError"));

        assertThatThrownBy(() -> write(OPTIONS, TestContent.bytes(size)))
                .isInstanceOf(IOException.class)
                .hasMessage("The store fails (InternalError), also after several tries; try again later: " + object);
        assertNothingIsLeft();
    }

    @Test
    void aPartThatCannotBeSentFailsTheUpload() {
        proxy.spoil(99, SECOND_PART, FaultyProxy.error(403, "AccessDenied"));

        assertThatThrownBy(() -> write(OPTIONS, CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The upload has failed: Access denied")
                .hasMessageContaining("allow s3:PutObject");
        assertNothingIsLeft();
    }

    @Test
    void aFailedPartStopsAWriterThatGoesOn() {
        proxy.spoil(99, request("PUT", "partNumber"), FaultyProxy.error(403, "AccessDenied"));

        assertThatThrownBy(() -> {
                    try (S3Upload upload = store.upload(object, OPTIONS)) {
                        while (true) {
                            upload.body().write(CONTENT);
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The upload has failed");
        assertNothingIsLeft();
    }

    @Test
    void aRefusedBeginningFailsTheUpload() {
        proxy.spoil(99, BEGIN, FaultyProxy.error(403, "AccessDenied"));
        S3WriteOptions tagged = OPTIONS.toBuilder().tag("run", "1").build();

        assertThatThrownBy(() -> write(tagged, CONTENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("allow s3:PutObjectTagging");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3 * PART + 100})
    void knowsItsOwnObjectWhenTheAnswerWasLost(int size) throws IOException {
        byte[] content = TestContent.bytes(size);
        proxy.spoil(1, size < PART ? PUT : FINISH, FaultyProxy.errorAfterSuccess(500, "InternalError"));

        S3Receipt receipt = write(ONCE, content);

        assertThat(TestContent.get(object)).isEqualTo(content);
        assertThat(receipt.size()).isEqualTo(size);
    }

    @Test
    void doesNotTakeAnothersObjectForItsOwn() {
        proxy.spoil(1, PUT, FaultyProxy.after(() -> TestContent.put(object, new byte[] {42})));

        assertThatThrownBy(() -> write(ONCE, new byte[] {1}))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("was not replaced");
        assertThat(TestContent.get(object)).containsExactly(42);
    }

    @Test
    void whoMayNotReadIsToldThatAnObjectIsThere() {
        TestContent.put(object, new byte[] {42});
        proxy.spoil(1, request("HEAD", "/object"), FaultyProxy.headers(403, ""));

        assertThatThrownBy(() -> write(ONCE, new byte[] {1}))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("was not replaced");
    }

    @Test
    void writesAgainAfterAConflict() throws IOException {
        proxy.spoil(2, PUT, FaultyProxy.error(409, "ConditionalRequestConflict"));

        write(ONCE, new byte[] {1});

        assertThat(TestContent.get(object)).containsExactly(1);
    }

    @Test
    void givesUpOnAConflictThatStays() {
        proxy.spoil(3, PUT, FaultyProxy.error(409, "ConditionalRequestConflict"));

        assertThatThrownBy(() -> write(ONCE, new byte[] {1}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Another writer is at work on the same object");
    }

    @Test
    void saysWhatARefusedAbortLeaves() {
        proxy.spoil(1, ABORT, FaultyProxy.error(403, "AccessDenied"));

        assertThatThrownBy(() -> {
                    try (S3Upload upload = store.upload(object, OPTIONS)) {
                        upload.body().write(CONTENT);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("allow s3:AbortMultipartUpload");
        assertThat(TestContent.keys(bucket)).isEmpty();
        assertThat(TestContent.unfinished(bucket)).isEqualTo(1);
    }

    @Test
    void anUploadThatWasAbortedElsewhereIsAnError() throws IOException {
        try (S3Upload upload = store.upload(object, OPTIONS)) {
            upload.body().write(CONTENT);
            S3Server.admin()
                    .listMultipartUploads(request -> request.bucket(bucket.bucket()))
                    .uploads()
                    .forEach(begun -> S3Server.admin()
                            .abortMultipartUpload(request -> request.bucket(bucket.bucket())
                                    .key(begun.key())
                                    .uploadId(begun.uploadId())));

            assertThatThrownBy(upload::complete)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("The upload is gone");
        }
        assertNothingIsLeft();
    }

    @Test
    void aClosedStoreFailsTheUpload() throws IOException {
        S3Upload upload = store.upload(object, OPTIONS);
        store.close();

        assertThatThrownBy(() -> upload.body().write(CONTENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The store is closed");
        upload.close();
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3 * PART + 100})
    void asksForWhatTheOptionsSay(int size) {
        proxy.spoil(1, size < PART ? PUT : BEGIN, FaultyProxy.error(400, "InvalidRequest"));
        S3WriteOptions options = OPTIONS.toBuilder()
                .encryptWithKms("alias/rates")
                .storageClass("INTELLIGENT_TIERING")
                .tag("owner", "a&b")
                .build();

        assertThatThrownBy(() -> write(options, TestContent.bytes(size)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The store refuses to write with tags it (InvalidRequest)");
        assertThat(proxy.heads().get(0))
                .containsIgnoringCase("x-amz-server-side-encryption: aws:kms\r\n")
                .containsIgnoringCase("x-amz-server-side-encryption-aws-kms-key-id: alias/rates\r\n")
                .containsIgnoringCase("x-amz-storage-class: INTELLIGENT_TIERING\r\n")
                .containsIgnoringCase("x-amz-tagging: owner=a%26b\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 3 * PART + 100})
    void paysWhereTheRequesterMust(int size) {
        S3Location paid = new S3Location(object.bucket(), object.key(), null, true);

        assertThatThrownBy(() -> {
                    try (S3Upload upload = store.upload(paid, OPTIONS)) {
                        upload.body().write(TestContent.bytes(size));
                        upload.complete();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The store lacks a feature that was asked for");
        assertThat(proxy.heads().get(0)).containsIgnoringCase("x-amz-request-payer: requester\r\n");
    }

    private S3Receipt write(S3WriteOptions options, byte[] content) throws IOException {
        try (S3Upload upload = store.upload(object, options)) {
            upload.body().write(content);
            return upload.complete();
        }
    }

    private void assertNothingIsLeft() {
        assertThat(TestContent.keys(bucket)).isEmpty();
        assertThat(TestContent.unfinished(bucket)).isZero();
    }
}
