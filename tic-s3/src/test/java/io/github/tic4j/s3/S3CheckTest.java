package io.github.tic4j.s3;

import static io.github.tic4j.s3.FaultyProxy.error;
import static io.github.tic4j.s3.FaultyProxy.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.s3.S3Check.Outcome;
import io.github.tic4j.s3.S3Check.Step;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3CheckTest {

    private final S3Location bucket = S3Server.bucket();
    private final S3Location prefix = bucket.resolve("runs/");

    @RegisterExtension
    private final FaultyProxy proxy = FaultyProxy.start();

    private final S3Store store = proxy.store();

    @Test
    void isFineWhereAllIsAllowed() {
        S3Check check = store.check(prefix);

        assertThat(check.isFine()).isTrue();
        assertThat(check.steps()).extracting(Step::outcome).containsOnly(Outcome.FINE);
        assertThat(check.steps())
                .extracting(Step::permission)
                .containsExactly(
                        "s3:ListBucket",
                        "s3:PutObject",
                        "s3:GetObject",
                        "s3:PutObject",
                        "s3:AbortMultipartUpload",
                        "s3:ListBucketMultipartUploads",
                        "s3:DeleteObject");
        assertThat(check.toString())
                .startsWith("Access to " + prefix + "\nlist")
                .contains("FINE");
        assertThat(TestContent.keys(bucket)).isEmpty();
        assertThat(TestContent.unfinished(bucket)).isZero();
    }

    @Test
    void namesEachPermissionThatIsMissing() {
        deny(request("GET", "list-type=2"));
        assertOutcome("list", Outcome.FAILED, "allow s3:ListBucket on the bucket");

        deny(request("GET", ".tic4j-check"));
        assertOutcome("read", Outcome.FAILED, "allow s3:GetObject on the object");

        deny(request("DELETE", "uploadId="));
        assertOutcome("abort an upload", Outcome.FAILED, "allow s3:AbortMultipartUpload on the object");

        deny(request("GET", "?uploads"));
        assertOutcome("list unfinished uploads", Outcome.WARNING, "allow s3:ListBucketMultipartUploads on the bucket");

        deny(request("DELETE", ".tic4j-check")
                .and(request("DELETE", "uploadId=").negate()));
        assertOutcome("delete", Outcome.WARNING, "allow s3:DeleteObject on the object");
    }

    @Test
    void readsWhatIsThereWhereItMayNotWrite() {
        TestContent.put(prefix.resolve("object"), new byte[] {1});
        deny(request("PUT", ".tic4j-check"));
        S3Check check = store.check(prefix);

        assertThat(check.isFine()).isFalse();
        assertThat(check.steps())
                .extracting(Step::outcome)
                .containsExactly(
                        Outcome.FINE,
                        Outcome.FAILED,
                        Outcome.FINE,
                        Outcome.NOT_TRIED,
                        Outcome.NOT_TRIED,
                        Outcome.FINE,
                        Outcome.NOT_TRIED);
        assertThat(check.steps().get(1).message()).contains("allow s3:PutObject on the object");
    }

    @Test
    void warnsOfAStoreThatOverwritesWhatWasToBeCreated() {
        Predicate<String> exclusive = head -> head.toLowerCase(Locale.ROOT).contains("if-none-match: *");
        proxy.spoil(1, exclusive, exchange -> exchange.answer(200, "ETag: \"x\"\r\n", ""));

        assertOutcome("write exclusively", Outcome.FAILED, "The store ignores If-None-Match");
    }

    @Test
    void saysWhenAStoreCannotWriteExclusively() {
        Predicate<String> exclusive = head -> head.toLowerCase(Locale.ROOT).contains("if-none-match: *");
        proxy.spoil(1, exclusive, error(501, "NotImplemented"));

        assertOutcome("write exclusively", Outcome.FAILED, "The store lacks a feature");
    }

    @Test
    void triesNothingMoreWhereThereIsNoBucket() {
        S3Check check = store.check(S3Location.of("no-such-bucket", ""));

        assertThat(check.isFine()).isFalse();
        assertThat(check.steps().get(0).message()).startsWith("There is no such bucket");
        assertThat(check.steps())
                .extracting(Step::outcome)
                .containsOnlyOnce(Outcome.FAILED)
                .doesNotContain(Outcome.FINE);
        assertThat(proxy.heads()).hasSize(1);
    }

    private void deny(Predicate<String> head) {
        proxy.spoil(1, head, error(403, "AccessDenied"));
    }

    private void assertOutcome(String name, Outcome outcome, String message) {
        assertThat(store.check(prefix).steps()).anySatisfy(step -> {
            assertThat(step.name()).isEqualTo(name);
            assertThat(step.outcome()).isEqualTo(outcome);
            assertThat(step.message()).contains(message);
        });
    }
}
