package io.github.tic4j.s3;

import io.github.tic4j.s3.S3WriteOptions.Existing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * The requests that write one object. The object carries a mark of this very upload in its metadata: a request whose
 * answer was lost is sent again by the SDK and then fails because the first one had succeeded, and the mark tells that
 * from a failure.
 */
final class UploadRequests {

    private static final String MARK = "tic4j-upload";
    private static final int MOST_CONFLICTS = 3;
    private static final String OCTETS = "application/octet-stream";

    private final S3Client client;
    private final S3Location target;
    private final S3WriteOptions options;
    private final Backoff backoff;
    private final String mark = UUID.randomUUID().toString();

    UploadRequests(S3Client client, S3Location target, S3WriteOptions options, Backoff backoff) {
        this.client = client;
        this.target = target;
        this.options = options;
        this.backoff = backoff;
    }

    S3Location target() {
        return target;
    }

    /** Writes the object whole. */
    S3Receipt put(Part whole) throws IOException {
        PutObjectRequest request = putRequest(whole);
        for (int attempt = 1; ; attempt++) {
            try (PartBody body = new PartBody(whole, () -> false)) {
                PutObjectResponse response =
                        client.putObject(request, RequestBody.fromContentProvider(body, whole.size(), contentType()));
                return new S3Receipt(target, whole.size(), response.eTag(), response.versionId());
            } catch (SdkException e) {
                if (!Failures.isConflict(e) || attempt == MOST_CONFLICTS) {
                    return ownOrThrow(e, whole.size());
                }
                backoff.await(attempt);
            }
        }
    }

    /** Starts a multipart upload and returns its id. */
    String begin() throws IOException {
        CreateMultipartUploadRequest.Builder request = CreateMultipartUploadRequest.builder()
                .bucket(target.bucket())
                .key(target.key())
                .requestPayer(Requests.payer(target))
                .metadata(metadata())
                .contentType(contentType())
                .serverSideEncryption(encryption())
                .ssekmsKeyId(options.kmsKeyId())
                .storageClass(options.storageClass());
        tagging().ifPresent(request::tagging);
        switch (options.checksum()) {
            case CRC32C -> request.checksumAlgorithm(ChecksumAlgorithm.CRC32_C).checksumType(ChecksumType.FULL_OBJECT);
            case SHA256 -> request.checksumAlgorithm(ChecksumAlgorithm.SHA256).checksumType(ChecksumType.COMPOSITE);
            case NONE -> {}
        }
        try {
            return client.createMultipartUpload(request.build()).uploadId();
        } catch (SdkException e) {
            throw Failures.of(e, writing(), target);
        }
    }

    /** Sends one part. */
    CompletedPart send(String uploadId, Part part, BooleanSupplier cancelled) throws IOException {
        UploadPartRequest.Builder request = UploadPartRequest.builder()
                .bucket(target.bucket())
                .key(target.key())
                .requestPayer(Requests.payer(target))
                .uploadId(uploadId)
                .partNumber(part.number());
        CompletedPart.Builder done = CompletedPart.builder().partNumber(part.number());
        String checksum = part.checksum();
        switch (options.checksum()) {
            case CRC32C -> {
                request.checksumCRC32C(checksum);
                done.checksumCRC32C(checksum);
            }
            case SHA256 -> {
                request.checksumSHA256(checksum);
                done.checksumSHA256(checksum);
            }
            case NONE -> {}
        }
        try (PartBody body = new PartBody(part, cancelled)) {
            RequestBody content = RequestBody.fromContentProvider(body, part.size(), OCTETS);
            return done.eTag(client.uploadPart(request.build(), content).eTag()).build();
        } catch (SdkException e) {
            throw Failures.of(e, Permission.WRITE, target);
        }
    }

    /** Makes an object of the parts, which are in order of their numbers. */
    S3Receipt finish(String uploadId, List<CompletedPart> parts, long size, String checksum) throws IOException {
        CompleteMultipartUploadRequest.Builder request = CompleteMultipartUploadRequest.builder()
                .bucket(target.bucket())
                .key(target.key())
                .requestPayer(Requests.payer(target))
                .uploadId(uploadId)
                .multipartUpload(upload -> upload.parts(parts))
                .ifNoneMatch(ifNoneMatch());
        if (options.checksum() == S3Checksum.CRC32C) {
            request.checksumCRC32C(checksum).checksumType(ChecksumType.FULL_OBJECT);
        }
        try {
            CompleteMultipartUploadResponse response = client.completeMultipartUpload(request.build());
            return new S3Receipt(target, size, response.eTag(), response.versionId());
        } catch (SdkException e) {
            return ownOrThrow(e, size);
        }
    }

    /** Throws the parts away; an upload that is gone already is fine. */
    void abort(String uploadId) throws IOException {
        Requests.abort(client, target, uploadId);
    }

    private PutObjectRequest putRequest(Part whole) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(target.bucket())
                .key(target.key())
                .requestPayer(Requests.payer(target))
                .metadata(metadata())
                .contentType(contentType())
                .serverSideEncryption(encryption())
                .ssekmsKeyId(options.kmsKeyId())
                .storageClass(options.storageClass())
                .ifNoneMatch(ifNoneMatch());
        tagging().ifPresent(request::tagging);
        switch (options.checksum()) {
            case CRC32C -> request.checksumCRC32C(whole.checksum());
            case SHA256 -> request.checksumSHA256(whole.checksum());
            case NONE -> {}
        }
        return request.build();
    }

    private S3Receipt ownOrThrow(SdkException failure, long size) throws IOException {
        boolean refused = Failures.isConditionFailed(failure);
        if (refused || Failures.isMissing(failure)) {
            Optional<S3Receipt> own = own(size);
            if (own.isPresent()) {
                return own.get();
            }
        }
        if (refused) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "an object is there already and was not replaced");
        }
        throw Failures.of(failure, writing(), target);
    }

    private Optional<S3Receipt> own(long size) {
        try {
            HeadObjectResponse head = Requests.head(client, target);
            return mark.equals(head.metadata().get(MARK))
                    ? Optional.of(new S3Receipt(target, size, head.eTag(), head.versionId()))
                    : Optional.empty();
        } catch (SdkException e) {
            // Who may write but not read cannot know; the failure that led here is reported then.
            return Optional.empty();
        }
    }

    private Map<String, String> metadata() {
        Map<String, String> all = new HashMap<>(options.metadata());
        all.put(MARK, mark);
        return all;
    }

    private String contentType() {
        return options.contentType() == null ? OCTETS : options.contentType();
    }

    private @Nullable ServerSideEncryption encryption() {
        return switch (options.encryption()) {
            case BUCKET_DEFAULT -> null;
            case STORE_KEYS -> ServerSideEncryption.AES256;
            case KMS -> ServerSideEncryption.AWS_KMS;
        };
    }

    private Optional<Tagging> tagging() {
        Set<Tag> tags = options.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .collect(Collectors.toSet());
        // The SDK would send an empty header.
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(Tagging.builder().tagSet(tags).build());
    }

    private @Nullable String ifNoneMatch() {
        return options.existing() == Existing.REFUSE ? "*" : null;
    }

    private Permission writing() {
        return options.tags().isEmpty() ? Permission.WRITE : Permission.TAG;
    }
}
