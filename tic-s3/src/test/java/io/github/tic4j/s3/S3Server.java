package io.github.tic4j.s3;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** One S3 server in this JVM for all tests; it checks signatures. Each test works in a bucket of its own. */
final class S3Server {

    static final String ACCESS_KEY = "local-access";
    static final String SECRET_KEY = "local-secret-of-the-tests";

    private static final S3Server SHARED = new S3Server();

    private final BlobStore objects = new TransientNio2BlobStore();
    private final S3Proxy proxy;
    private final S3Client admin;

    private S3Server() {
        proxy = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server of the tests does not start", e);
        }
        admin = client(endpoint(proxy)).build();
    }

    static URI endpoint() {
        return endpoint(SHARED.proxy);
    }

    private static URI endpoint(S3Proxy proxy) {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** A client of a test's own doing, for what the code under test does not do. Nobody closes it. */
    static S3Client admin() {
        return SHARED.admin;
    }

    /** A new bucket. What earlier tests have left is removed, since the server keeps it in memory. */
    static S3Location bucket() {
        SHARED.objects.list().buckets().forEach(old -> SHARED.objects.deleteContainer(old.name()));
        String name = "tic-" + UUID.randomUUID();
        admin().createBucket(request -> request.bucket(name));
        return S3Location.of(name, "");
    }

    static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));
    }

    /** A client that tries again at once. */
    static S3ClientBuilder client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .serviceConfiguration(s3 -> s3.expectContinueEnabled(false).chunkedEncodingEnabled(false))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(overrides -> overrides.retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(4)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build()))
                .credentialsProvider(credentials());
    }

    /** A store that never waits. */
    static S3Store store(URI endpoint) {
        return store(client(endpoint).build());
    }

    /** A store that never waits. */
    static S3Store store(S3Client client) {
        return new S3Store(client, true, attempt -> {}, Clock.systemUTC());
    }
}
