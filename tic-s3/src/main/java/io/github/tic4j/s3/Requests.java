package io.github.tic4j.s3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/** Requests that several classes send. */
final class Requests {

    private Requests() {}

    /** What requests to a location say about who pays. */
    static @Nullable RequestPayer payer(S3Location location) {
        return location.requesterPays() ? RequestPayer.REQUESTER : null;
    }

    /** Asks what an object is, without its content. A failure has no reason but its status, since there is no body. */
    static HeadObjectResponse head(S3Client client, S3Location object) {
        return client.headObject(request -> request.bucket(object.bucket())
                .key(object.key())
                .versionId(object.versionId())
                .requestPayer(payer(object)));
    }

    /** Throws the parts of an upload away; one that is gone already is fine. */
    static void abort(S3Client client, S3Location target, String uploadId) throws IOException {
        try {
            client.abortMultipartUpload(request -> request.bucket(target.bucket())
                    .key(target.key())
                    .requestPayer(payer(target))
                    .uploadId(uploadId));
        } catch (SdkException e) {
            if (!Failures.isMissing(e)) {
                throw Failures.of(e, Permission.ABORT, target);
            }
        }
    }
}
