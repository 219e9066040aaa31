package io.github.tic4j.mrf;

import org.jspecify.annotations.Nullable;

/**
 * A price or a group that could not be delivered. It is counted in the ledger under its reason.
 *
 * @param reason why, as a stable id
 * @param path where, as a JSON path
 * @param byteOffset where, in the decompressed document
 * @param rawText the text at fault, cut to 200 characters, if there is one
 */
public record Reject(
        String reason,
        String path,
        long byteOffset,
        @Nullable String rawText) {}
