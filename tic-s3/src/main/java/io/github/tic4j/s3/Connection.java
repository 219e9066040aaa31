package io.github.tic4j.s3;

import io.github.tic4j.s3.S3Options.Addressing;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Makes clients. */
final class Connection {

    private static final int ATTEMPTS = 6;

    private Connection() {}

    /** A client for a store. Sends nothing but what finding a region may take. */
    static S3Client open(S3Options options) {
        Addressing addressing = options.addressing();
        S3ClientBuilder builder = builder(options).forcePathStyle(addressing == Addressing.PATH);
        S3Client client = builder.build();
        boolean configuredEndpoint =
                client.serviceClientConfiguration().endpointOverride().isPresent();
        if (addressing != Addressing.AUTOMATIC || !configuredEndpoint) {
            return client;
        }
        // Only a built client tells whether environment or profile name an endpoint.
        client.close();
        return builder.forcePathStyle(true).build();
    }

    private static S3ClientBuilder builder(S3Options options) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                // A store that never says "continue" would hold up each part until the time-out, and some stores do not
                // know chunks with signatures, which plain http would get.
                .serviceConfiguration(S3Configuration.builder()
                        .expectContinueEnabled(false)
                        .chunkedEncodingEnabled(false)
                        .build())
                // Parts carry the checksums that the write options ask for, in headers that every store understands.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .region(region(options))
                .crossRegionAccessEnabled(options.endpoint() == null)
                .overrideConfiguration(overrides -> {
                    overrides.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build());
                    if (options.profile() != null) {
                        overrides.defaultProfileName(options.profile());
                    }
                });
        if (options.endpoint() != null) {
            builder.endpointOverride(options.endpoint());
        }
        AwsCredentialsProvider credentials = options.credentials();
        return credentials == null ? builder : builder.credentialsProvider(credentials);
    }

    private static Region region(S3Options options) {
        if (options.region() != null) {
            return Region.of(options.region());
        }
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(options.profile())
                    .build()
                    .getRegion();
        } catch (SdkClientException e) {
            // Stores outside AWS do not care, and AWS tells the bucket's own region from here.
            return Region.US_EAST_1;
        }
    }
}
