package io.github.tic4j.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * How to reach a store. What is not given is found the way every AWS tool finds it: system properties, environment,
 * profile files, and the machine's role.
 *
 * @param endpoint the address of an S3-compatible store, or {@code null} for AWS or the configured one
 * @param region the region, or {@code null} for the configured one, and {@code us-east-1} where there is none
 * @param profile the profile of the AWS configuration files, or {@code null} for the default one
 * @param addressing how the bucket is put into the URL
 * @param credentials the credentials, or {@code null} for the default chain; never logged
 */
public record S3Options(
        @Nullable URI endpoint,
        @Nullable String region,
        @Nullable String profile,
        Addressing addressing,
        @Nullable AwsCredentialsProvider credentials) {

    /** How the bucket is put into the URL. */
    public enum Addressing {
        /** By path where an endpoint is given or configured, by host name on AWS. */
        AUTOMATIC,
        /** {@code https://endpoint/bucket/key}: works with any store that has no wildcard host names. */
        PATH,
        /** {@code https://bucket.endpoint/key}. */
        VIRTUAL_HOST
    }

    /** Checks the endpoint. */
    public S3Options {
        if (endpoint != null) {
            if (endpoint.getRawUserInfo() != null || endpoint.getRawQuery() != null) {
                throw new IllegalArgumentException(
                        "An endpoint holds no credentials and no query: give credentials by profile or option");
            }
            if (endpoint.getHost() == null
                    || !String.valueOf(endpoint.getScheme()).matches("(?i)https?")) {
                throw new IllegalArgumentException("An endpoint is an http or https URL with a host: " + endpoint);
            }
        }
    }

    /** Everything as configured on this machine. */
    public static S3Options defaults() {
        return builder().build();
    }

    /** Starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.endpoint = endpoint;
        builder.region = region;
        builder.profile = profile;
        builder.addressing = addressing;
        builder.credentials = credentials;
        return builder;
    }

    /** The options without the credentials. */
    @Override
    public String toString() {
        return "S3Options[endpoint=" + endpoint + ", region=" + region + ", profile=" + profile + ", addressing="
                + addressing + ", credentials=" + (credentials == null ? "default chain" : "***") + "]";
    }

    /** Collects options; a later call replaces an earlier one. */
    public static final class Builder {
        private @Nullable URI endpoint;
        private @Nullable String region;
        private @Nullable String profile;
        private Addressing addressing = Addressing.AUTOMATIC;
        private @Nullable AwsCredentialsProvider credentials;

        private Builder() {}

        /** The address of an S3-compatible store. */
        public Builder endpoint(URI endpoint) {
            this.endpoint = endpoint;
            return this;
        }

        /** The region, which a store outside AWS often ignores. */
        public Builder region(String region) {
            this.region = region;
            return this;
        }

        /** The profile from which credentials, region and endpoint are taken where they are not given here. */
        public Builder profile(String profile) {
            this.profile = profile;
            return this;
        }

        /** How the bucket is put into the URL; automatic by default. */
        public Builder addressing(Addressing addressing) {
            this.addressing = addressing;
            return this;
        }

        /** The host's own credentials. Whoever made the provider closes it. */
        public Builder credentials(AwsCredentialsProvider credentials) {
            this.credentials = credentials;
            return this;
        }

        /** No signature at all, for public buckets. */
        public Builder anonymous() {
            return credentials(AnonymousCredentialsProvider.create());
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if the endpoint is not a plain http or https URL
         */
        public S3Options build() {
            return new S3Options(endpoint, region, profile, addressing, credentials);
        }
    }
}
