package io.github.tic4j.s3;

import org.jspecify.annotations.Nullable;

/**
 * What the store said when an object was complete.
 *
 * @param location the object
 * @param size its bytes
 * @param eTag the validator of its content, with its quotes
 * @param versionId the version that was made, or {@code null} in a bucket without versions
 */
public record S3Receipt(
        S3Location location,
        long size,
        String eTag,
        @Nullable String versionId) {}
