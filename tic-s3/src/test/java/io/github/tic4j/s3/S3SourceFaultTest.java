package io.github.tic4j.s3;

import static io.github.tic4j.s3.FaultyProxy.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.SourceUnreachableException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class S3SourceFaultTest {

    private static final int HEAD = 1 << 20;
    private static final int RANGE = 2 << 20;
    private static final byte[] CONTENT = TestContent.bytes(HEAD + 2 * RANGE);
    private static final Predicate<String> GET = request("GET", "/object");

    private final S3Location object = S3Server.bucket().resolve("object");

    @RegisterExtension
    private final FaultyProxy proxy = FaultyProxy.start();

    private final S3Store store = proxy.store();

    @BeforeEach
    void put() {
        TestContent.put(object, CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500_000})
    void goesOnWhereTheConnectionWasCut(int bytes) throws IOException {
        proxy.spoil(3, GET, FaultyProxy.cutAnswer(bytes));

        assertThat(TestContent.read(store, object)).isEqualTo(CONTENT);
        assertThat(proxy.heads().get(1)).contains("Range: bytes=" + bytes + "-").contains("If-Match: ");
    }

    @Test
    void triesAgainWhenAskedToSlowDown() throws IOException {
        proxy.spoil(2, GET, FaultyProxy.error(503, "SlowDown"));

        assertThat(TestContent.read(store, object)).isEqualTo(CONTENT);
    }

    /** What was last is said by the JDK in its own words, which differ from one to the next. */
    @Test
    void givesUpOnAConnectionThatIsCutTimeAndAgain() throws IOException {
        proxy.spoil(8, GET.and(head -> !head.contains("bytes=0-")), FaultyProxy.cutAnswer(1));
        proxy.spoil(1, GET, FaultyProxy.cutAnswer(1));

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(TruncatedContentException.class)
                .hasMessageStartingWith("The connection was cut 8 times, last: ")
                .hasMessageEndingWith(" in " + object + " (byte 8)")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aFailureAheadIsThrownWhereItsBytesWouldBe() throws IOException {
        proxy.spoil(
                99, GET.and(head -> head.contains("bytes=" + (HEAD + RANGE))), FaultyProxy.error(403, "AccessDenied"));

        try (InputStream in = store.source(object).open()) {
            assertThat(in.readNBytes(HEAD + RANGE)).hasSize(HEAD + RANGE);
            assertThatThrownBy(in::read)
                    .isInstanceOf(SourceUnreachableException.class)
                    .hasMessageContaining("s3:GetObject");
            assertThatThrownBy(in::read)
                    .isInstanceOf(SourceUnreachableException.class)
                    .hasMessageContaining("s3:GetObject");
        }
    }

    @Test
    void neverMixesTwoStatesOfAnObject() throws IOException {
        try (InputStream in = store.source(object).open()) {
            TestContent.put(object, TestContent.bytes(CONTENT.length + 1));

            assertThat(in.readNBytes(HEAD)).hasSize(HEAD);
            assertThatThrownBy(in::read)
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessage("The object has changed since it was opened; read it again from the start in " + object
                            + " (byte " + HEAD + ")");
        }
    }

    @Test
    void noticesAChangeAlsoWhereTheStoreIgnoresTheCondition() throws IOException {
        proxy.spoil(1, GET, FaultyProxy.cutAnswer(10));
        String other = "ETag: \"other\"\r\nContent-Range: bytes 10-10/11\r\n";
        proxy.spoil(1, GET, exchange -> exchange.answer(206, other, "x"));

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(TruncatedContentException.class)
                .hasMessageContaining("has changed since it was opened");
    }

    @Test
    void anObjectThatIsDeletedWhileReadIsAnError() throws IOException {
        try (InputStream in = store.source(object).open()) {
            S3Server.admin()
                    .deleteObject(request -> request.bucket(object.bucket()).key(object.key()));

            assertThat(in.readNBytes(HEAD)).hasSize(HEAD);
            assertThatThrownBy(in::read)
                    .isInstanceOf(SourceUnreachableException.class)
                    .hasMessageContaining("There is no such object");
        }
    }

    @Test
    void saysHowToRestoreAnArchivedObject() {
        proxy.spoil(1, GET, FaultyProxy.error(403, "InvalidObjectState"));
        proxy.spoil(1, request("HEAD", "/object"), FaultyProxy.headers(200, "x-amz-storage-class: DEEP_ARCHIVE\r\n"));

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("The object lies in an archive (DEEP_ARCHIVE); restore it first"
                        + " (aws s3api restore-object), then try again: " + object);
    }

    @Test
    void saysThatAnArchivedObjectIsOnItsWay() {
        proxy.spoil(1, GET, FaultyProxy.error(403, "InvalidObjectState"));
        proxy.spoil(
                1, request("HEAD", "/object"), FaultyProxy.headers(200, "x-amz-restore: ongoing-request=\"true\"\r\n"));

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageStartingWith("The object is being restored from its archive; try again later");
    }

    @Test
    void saysThatAnObjectIsArchivedEvenWhereItsStateIsSecret() {
        proxy.spoil(1, GET, FaultyProxy.error(403, "InvalidObjectState"));
        proxy.spoil(1, request("HEAD", "/object"), FaultyProxy.headers(403, ""));

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageStartingWith("The object lies in an archive; restore it first");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        proxy.spoil(2, GET, FaultyProxy.error(403, "AccessDenied"));
        S3Location version = new S3Location(object.bucket(), object.key(), "null", true);

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("allow s3:GetObject on the object")
                .hasMessageContaining("without s3:ListBucket an object that does not exist looks the same")
                .hasMessageContaining("?requestPayer=requester");
        assertThatThrownBy(() -> store.source(version).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("allow s3:GetObjectVersion on the object")
                .hasMessageNotContaining("a requester-pays bucket wants");
    }

    @Test
    void tellsAMissingObjectFromAMissingBucket() {
        assertThatThrownBy(() -> store.source(object.resolve("nothing")).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageStartingWith("There is no such object");
        assertThatThrownBy(
                        () -> store.source(S3Location.of("no-such-bucket", "k")).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageStartingWith("There is no such bucket");
        assertThat(store.source(object.resolve("nothing")).size()).isEmpty();
    }

    @Test
    void tellsAWrongSecretFromAMissingPermission() {
        try (S3Store stranger = S3Server.store(S3Server.client(S3Server.endpoint())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY, "wrong")))
                .build())) {
            assertThatThrownBy(() -> stranger.source(object).open())
                    .isInstanceOf(SourceUnreachableException.class)
                    .hasMessageStartingWith("The secret key does not belong to the access key");
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        try (S3Store nobody = S3Server.store(URI.create("http://127.0.0.1:1"))) {
            assertThatThrownBy(() -> nobody.source(object).open())
                    .isInstanceOf(SourceUnreachableException.class)
                    .hasMessageStartingWith("The store does not answer (")
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void paysWhereTheRequesterMust() throws IOException {
        proxy.spoil(1, head -> head.contains("x-amz-request-payer: requester"), FaultyProxy.error(403, "AccessDenied"));
        S3Location paid = new S3Location(object.bucket(), object.key(), null, true);

        assertThatThrownBy(() -> store.source(paid).open()).hasMessageContaining("Access denied");
        assertThat(TestContent.read(store, object)).isEqualTo(CONTENT);
    }

    @Test
    void readsSmallObjectsOfAStoreThatIgnoresRanges() throws IOException {
        proxy.spoil(1, GET, exchange -> exchange.answer(200, "ETag: \"e\"\r\n", "whole"));

        assertThat(TestContent.read(store, object)).asString().isEqualTo("whole");
    }

    @Test
    void refusesLargeObjectsOfAStoreThatIgnoresRanges() {
        String tooLong = "x".repeat(HEAD + 1);
        proxy.spoil(1, GET, exchange -> exchange.answer(200, "ETag: \"e\"\r\n", tooLong));

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageStartingWith("The store ignores byte ranges");
    }

    @Test
    void refusesAStoreThatNamesNoState() {
        proxy.spoil(1, GET, exchange -> exchange.answer(200, "", "x"));

        assertThatThrownBy(() -> store.source(object).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageStartingWith("The store sends no ETag");
    }
}
