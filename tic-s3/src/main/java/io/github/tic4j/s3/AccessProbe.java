package io.github.tic4j.s3;

import io.github.tic4j.s3.S3Check.Outcome;
import io.github.tic4j.s3.S3Check.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Tries out, once, what a caller may do below a prefix. */
final class AccessProbe {

    private static final String FINE = "";

    /** Something to try; returns what is wrong with an answer that is no refusal. */
    private interface Trial {
        String run();
    }

    private final S3Client client;
    private final S3Location prefix;
    private final S3Location probe;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable S3Location readable;
    private boolean hopeless;

    AccessProbe(S3Client client, S3Location prefix) {
        this.client = client;
        this.prefix = prefix;
        this.probe = prefix.resolve(".tic4j-check-" + UUID.randomUUID());
    }

    /** Tries everything; what depends on something that failed is not tried. */
    S3Check run() {
        attempt("list", Permission.LIST, Outcome.FAILED, true, this::list);
        boolean written = attempt("write", Permission.WRITE, Outcome.FAILED, !hopeless, () -> put(false));
        readable = written ? probe : readable;
        attempt("read", Permission.READ, Outcome.FAILED, readable != null, this::read);
        attempt("write exclusively", Permission.WRITE, Outcome.FAILED, written, this::putAgain);
        attempt("abort an upload", Permission.ABORT, Outcome.FAILED, written, this::abort);
        attempt("list unfinished uploads", Permission.LIST_UPLOADS, Outcome.WARNING, !hopeless, this::listUploads);
        attempt("delete", Permission.DELETE, Outcome.WARNING, written, this::delete);
        return new S3Check(prefix, steps);
    }

    private boolean attempt(String name, Permission needed, Outcome otherwise, boolean possible, Trial trial) {
        Outcome outcome = Outcome.NOT_TRIED;
        String message = FINE;
        if (possible) {
            try {
                message = trial.run();
            } catch (SdkException e) {
                message = String.valueOf(Failures.of(e, needed, prefix).getMessage());
                hopeless |= steps.isEmpty() && !Failures.isDenied(e);
            }
            outcome = message.isEmpty() ? Outcome.FINE : otherwise;
        }
        steps.add(new Step(name, needed.action(), outcome, message));
        return outcome == Outcome.FINE;
    }

    private String list() {
        ListObjectsV2Response page = client.listObjectsV2(request ->
                request.bucket(prefix.bucket()).prefix(prefix.key()).maxKeys(1).requestPayer(Requests.payer(prefix)));
        page.contents().stream()
                .filter(entry -> entry.size() > 0)
                .map(entry -> new S3Location(prefix.bucket(), entry.key(), null, prefix.requesterPays()))
                .forEach(entry -> readable = entry);
        return FINE;
    }

    private String put(boolean exclusively) {
        client.putObject(
                request -> request.bucket(probe.bucket())
                        .key(probe.key())
                        .requestPayer(Requests.payer(probe))
                        .ifNoneMatch(exclusively ? "*" : null),
                RequestBody.fromString("tic4j"));
        return FINE;
    }

    private String putAgain() {
        try {
            put(true);
            return "The store ignores If-None-Match: of two runs that commit the same file both believe to be first."
                    + " Let one run write at a time";
        } catch (SdkException e) {
            if (Failures.isConditionFailed(e)) {
                return FINE;
            }
            throw e;
        }
    }

    private String read() {
        S3Location object = readable == null ? probe : readable;
        client.getObjectAsBytes(request -> request.bucket(object.bucket())
                .key(object.key())
                .range("bytes=0-0")
                .requestPayer(Requests.payer(object)));
        return FINE;
    }

    private String abort() {
        String uploadId = client.createMultipartUpload(request ->
                        request.bucket(probe.bucket()).key(probe.key()).requestPayer(Requests.payer(probe)))
                .uploadId();
        client.abortMultipartUpload(request -> request.bucket(probe.bucket())
                .key(probe.key())
                .requestPayer(Requests.payer(probe))
                .uploadId(uploadId));
        return FINE;
    }

    private String listUploads() {
        client.listMultipartUploads(request -> request.bucket(prefix.bucket())
                .prefix(prefix.key())
                .maxUploads(1)
                .requestPayer(Requests.payer(prefix)));
        return FINE;
    }

    private String delete() {
        client.deleteObject(
                request -> request.bucket(probe.bucket()).key(probe.key()).requestPayer(Requests.payer(probe)));
        return FINE;
    }
}
