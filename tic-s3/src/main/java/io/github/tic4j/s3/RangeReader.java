package io.github.tic4j.s3;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.SourceUnreachableException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Reads ranges of one object in one state: the first answer tells its size and validator, and each further request
 * demands the same validator, so that bytes of two states are never mixed. A range whose connection is cut goes on where
 * it was cut. After the first read any number of threads may read.
 */
final class RangeReader {

    private static final Logger LOG = LoggerFactory.getLogger(RangeReader.class);

    private static final int MOST_CUTS = 8;
    private static final int SLICE = 64 << 10;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

    private final S3Client client;
    private final S3Location location;
    private final Backoff backoff;
    private final BooleanSupplier stopped;
    private @Nullable String eTag;
    private long size;

    /**
     * A reader that has asked for nothing yet.
     *
     * @param stopped asked now and then; once true, reading ends with an exception
     */
    RangeReader(S3Client client, S3Location location, Backoff backoff, BooleanSupplier stopped) {
        this.client = client;
        this.location = location;
        this.backoff = backoff;
        this.stopped = stopped;
    }

    /** The object's size; only known once something was read. */
    long size() {
        return size;
    }

    /**
     * Reads as many bytes as fit or as there are from an offset on, and says how many that was.
     *
     * @throws SourceUnreachableException if the store refuses, saying what to do
     * @throws TruncatedContentException if the object has changed since the first read, or the connection is cut time
     *     and again
     */
    int read(long from, byte[] into) throws IOException {
        Range range = new Range(from, into);
        for (int cuts = 1; ; cuts++) {
            Exception cut = range.fetch();
            if (cut == null) {
                return range.done;
            }
            if (stopped.getAsBoolean()) {
                throw new IOException("The stream was closed: " + location, cut);
            }
            if (cuts == MOST_CUTS) {
                throw new TruncatedContentException(
                        "The connection was cut " + cuts + " times, last: " + cut.getMessage(),
                        Location.of(location.toString(), from + range.done),
                        cut);
            }
            LOG.info("{}: cut at byte {}, going on there; {}", location, from + range.done, cut.getMessage());
            backoff.await(cuts);
        }
    }

    private @Nullable ResponseInputStream<GetObjectResponse> request(long from, int length) throws IOException {
        ResponseInputStream<GetObjectResponse> answer;
        try {
            answer = client.getObject(request -> request.bucket(location.bucket())
                    .key(location.key())
                    .versionId(location.versionId())
                    .requestPayer(Requests.payer(location))
                    .range("bytes=" + from + "-" + (from + length - 1))
                    .ifMatch(eTag));
        } catch (SdkException e) {
            if (eTag == null && Failures.isBehindTheEnd(e)) {
                return null;
            }
            if (eTag != null && Failures.isConditionFailed(e)) {
                throw changed(from, e);
            }
            throw Failures.isArchived(e) ? archived(e) : Failures.of(e, needed(), location);
        }
        try {
            learn(answer.response(), from, length);
        } catch (IOException | TruncatedContentException e) {
            answer.abort();
            throw e;
        }
        return answer;
    }

    private void learn(GetObjectResponse answer, long from, int length) throws IOException {
        Matcher range = CONTENT_RANGE.matcher(String.valueOf(answer.contentRange()));
        boolean asAsked = range.matches() && Long.parseLong(range.group(1)) == from;
        if (!asAsked && (from > 0 || answer.contentLength() > length)) {
            throw unreachable("The store ignores byte ranges, without which a large object cannot be read", null);
        }
        if (answer.eTag() == null) {
            throw unreachable("The store sends no ETag, without which a change would go unnoticed", null);
        }
        if (eTag == null) {
            eTag = answer.eTag();
            size = asAsked ? Long.parseLong(range.group(2)) : answer.contentLength();
        } else if (!eTag.equals(answer.eTag())) {
            throw changed(from, null);
        }
    }

    private Permission needed() {
        return location.versionId() == null ? Permission.READ : Permission.READ_VERSION;
    }

    private TruncatedContentException changed(long from, @Nullable SdkException cause) {
        return new TruncatedContentException(
                "The object has changed since it was opened; read it again from the start",
                Location.of(location.toString(), from),
                cause);
    }

    private IOException archived(SdkException cause) {
        String state = "";
        try {
            HeadObjectResponse head = Requests.head(client, location);
            if (String.valueOf(head.restore()).contains("ongoing-request=\"true\"")) {
                return unreachable("The object is being restored from its archive; try again later", cause);
            }
            state = " (" + head.storageClassAsString() + ")";
        } catch (SdkException e) {
            cause.addSuppressed(e);
        }
        return unreachable(
                "The object lies in an archive" + state
                        + "; restore it first (aws s3api restore-object), then try again",
                cause);
    }

    private IOException unreachable(String problem, @Nullable Exception cause) {
        return new SourceUnreachableException(problem, location.toString(), cause);
    }

    private final class Range {

        private final long from;
        private final byte[] into;
        private int done;

        Range(long from, byte[] into) {
            this.from = from;
            this.into = into;
        }

        /** Asks for what is missing, and returns what cut the answer short, or {@code null} if nothing did. */
        @Nullable
        Exception fetch() throws IOException {
            ResponseInputStream<GetObjectResponse> answer = request(from + done, into.length - done);
            if (answer == null) {
                return null;
            }
            int wanted = (int) Math.min(into.length, size - from);
            try (answer) {
                while (done < wanted) {
                    int read = stopped.getAsBoolean() ? -1 : answer.read(into, done, Math.min(SLICE, wanted - done));
                    if (read < 0) {
                        answer.abort();
                        return new EOFException("the answer ended " + (wanted - done) + " bytes early");
                    }
                    done += read;
                }
                return null;
            } catch (IOException | SdkClientException e) {
                answer.abort();
                return done < wanted ? e : null;
            }
        }
    }
}
