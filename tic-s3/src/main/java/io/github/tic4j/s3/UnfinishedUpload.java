package io.github.tic4j.s3;

import java.time.Instant;

/**
 * An upload that was begun and neither completed nor aborted: one that is running, or what a crash has left. Its parts
 * are invisible and paid for.
 *
 * @param location the object it would have become
 * @param uploadId what the store calls it
 * @param begun when it was begun
 */
public record UnfinishedUpload(S3Location location, String uploadId, Instant begun) {}
