package io.github.tic4j.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.core.sync.RequestBody;

/** Bytes that no two places have in common, put and fetched without the code under test. */
final class TestContent {

    private TestContent() {}

    static byte[] bytes(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    static void put(S3Location at, byte[] content) {
        S3Server.admin()
                .putObject(request -> request.bucket(at.bucket()).key(at.key()), RequestBody.fromBytes(content));
    }

    static byte[] get(S3Location at) {
        return S3Server.admin()
                .getObjectAsBytes(request -> request.bucket(at.bucket()).key(at.key()))
                .asByteArray();
    }

    /** The keys in a bucket. */
    static List<String> keys(S3Location bucket) {
        return S3Server.admin().listObjectsV2(request -> request.bucket(bucket.bucket())).contents().stream()
                .map(entry -> entry.key())
                .toList();
    }

    /** How many uploads are neither completed nor aborted. */
    static int unfinished(S3Location bucket) {
        return S3Server.admin()
                .listMultipartUploads(request -> request.bucket(bucket.bucket()))
                .uploads()
                .size();
    }

    static byte[] read(S3Store store, S3Location at) throws IOException {
        try (InputStream in = store.source(at).open()) {
            return in.readAllBytes();
        }
    }
}
