package io.github.tic4j.s3;

import io.github.tic4j.source.SourceUnreachableException;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;

/** Turns what the SDK throws into I/O errors that say what to do next. */
final class Failures {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private static final String CREDENTIALS =
            "Set them by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, by a profile, by"
                    + " the machine's role, or by S3Options";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("NoSuchBucket", "There is no such bucket; check its name and the endpoint"),
            Map.entry("NoSuchKey", "There is no such object; check the key, or list the prefix"),
            Map.entry("NoSuchVersion", "The object has no such version; list its versions"),
            Map.entry("NoSuchUpload", "The upload is gone: it was aborted or completed elsewhere; write it again"),
            Map.entry("InvalidAccessKeyId", "The store does not know the access key. " + CREDENTIALS),
            Map.entry("SignatureDoesNotMatch", "The secret key does not belong to the access key. " + CREDENTIALS),
            Map.entry("ExpiredToken", "The session has expired; log in again or renew the token"),
            Map.entry("InvalidToken", "The session token is not valid; log in again or renew the token"),
            Map.entry("RequestTimeTooSkewed", "This machine's clock is wrong; set it, signatures depend on it"),
            Map.entry("PermanentRedirect", "The bucket is in another region; give its region"),
            Map.entry("AuthorizationHeaderMalformed", "The bucket is in another region; give its region"),
            Map.entry("IllegalLocationConstraintException", "The bucket is in another region; give its region"),
            Map.entry("MethodNotAllowed", "The version is a delete marker; name another version"),
            Map.entry("SlowDown", "The store asks to slow down, also after several tries; try again later"),
            Map.entry(
                    "NotImplemented",
                    "The store lacks a feature that was asked for; leave out what it may not know of the write options:"
                            + " condition, tags, encryption, storage class, checksum"),
            Map.entry(
                    "ConditionalRequestConflict",
                    "Another writer is at work on the same object; write it again if it is still wanted"));

    private Failures() {}

    /**
     * An error for a request that failed after the SDK's own tries.
     *
     * @param needed the permission that the request needs
     */
    static IOException of(SdkException failure, Permission needed, S3Location at) {
        String problem = failure instanceof AwsServiceException answer
                ? answered(answer, needed, at)
                : unanswered(String.valueOf(failure.getMessage()));
        return needed.isForReading()
                ? new SourceUnreachableException(problem, at.toString(), failure)
                : new IOException(problem + ": " + at, failure);
    }

    /** Whether the store refused because of what the caller may not do. */
    static boolean isDenied(SdkException failure) {
        return status(failure) == FORBIDDEN && !KNOWN.containsKey(code(failure));
    }

    /** Whether there is no object, upload or bucket of that name. */
    static boolean isMissing(SdkException failure) {
        return status(failure) == NOT_FOUND;
    }

    /** Whether a condition of the request did not hold: the object is there, or is another one than expected. */
    static boolean isConditionFailed(SdkException failure) {
        return status(failure) == PRECONDITION_FAILED;
    }

    /** Whether another writer got in between, so that the same request may succeed now. */
    static boolean isConflict(SdkException failure) {
        return status(failure) == CONFLICT;
    }

    /** Whether the object lies in an archive and must be restored before it can be read. */
    static boolean isArchived(SdkException failure) {
        return failure instanceof InvalidObjectStateException || code(failure).equals("InvalidObjectState");
    }

    /** Whether a range starts behind the object's end. */
    static boolean isBehindTheEnd(SdkException failure) {
        return code(failure).equals("InvalidRange");
    }

    private static String answered(AwsServiceException answer, Permission needed, S3Location at) {
        String known = KNOWN.get(code(answer));
        if (known != null) {
            return known;
        }
        if (code(answer).startsWith("KMS.")) {
            return "The key management service refuses (" + code(answer)
                    + "); check that the key exists, is enabled, and allows kms:GenerateDataKey and kms:Decrypt";
        }
        int status = answer.statusCode();
        if (status == FORBIDDEN) {
            return denied(needed, at);
        }
        if (status == NOT_FOUND) {
            return "There is no such object or bucket; check the name";
        }
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            return "The store fails (" + reason(answer) + "), also after several tries; try again later";
        }
        return "The store refuses to " + needed.verb() + " it (" + reason(answer) + ")"
                + (status == BAD_REQUEST ? "; a store that lacks a feature answers so, see the write options" : "");
    }

    private static String denied(Permission needed, S3Location at) {
        StringBuilder text = new StringBuilder("Access denied: the credentials may not ")
                .append(needed.verb())
                .append(" it; allow ")
                .append(needed.action())
                .append(" on ")
                .append(needed.resource());
        switch (needed) {
            case READ, READ_VERSION ->
                text.append(" (and kms:Decrypt on its key, if it is encrypted with KMS);")
                        .append(" without s3:ListBucket an object that does not exist looks the same");
            case WRITE, TAG -> text.append(" (and kms:GenerateDataKey on the key, if encrypted with KMS)");
            default -> {}
        }
        if (!at.requesterPays()) {
            text.append("; a requester-pays bucket wants ?requestPayer=requester");
        }
        return text.toString();
    }

    private static String unanswered(String message) {
        if (message.contains("Unable to load credentials")) {
            return "There are no credentials. " + CREDENTIALS + "; for a public bucket choose anonymous access";
        }
        if (message.contains("Unable to load region")) {
            return "There is no region. Set it by AWS_REGION, by a profile, or by S3Options";
        }
        if (message.contains("'sts'")) {
            return "The profile assumes a role, for which the jar software.amazon.awssdk:sts must be on the class path";
        }
        return "The store does not answer (" + message.replaceAll("(?s)[\\r\\n].*", "") + ")";
    }

    private static String reason(AwsServiceException answer) {
        return code(answer).isEmpty() ? "status " + answer.statusCode() : code(answer);
    }

    private static int status(SdkException failure) {
        return failure instanceof AwsServiceException answer ? answer.statusCode() : 0;
    }

    private static String code(SdkException failure) {
        return failure instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                        && answer.awsErrorDetails().errorCode() != null
                ? answer.awsErrorDetails().errorCode()
                : "";
    }
}
