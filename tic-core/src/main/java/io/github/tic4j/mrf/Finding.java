package io.github.tic4j.mrf;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says about a value.
 *
 * @param rule the rule's stable id
 * @param severity how bad it is
 * @param path where, as a JSON path
 * @param byteOffset where, in the decompressed document
 * @param rawText the text at fault, cut to 200 characters, if there is one
 * @param message what was expected
 */
public record Finding(
        String rule,
        Severity severity,
        String path,
        long byteOffset,
        @Nullable String rawText,
        String message) {

    /** How bad a finding is. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** Against the rules, though the data can be used. */
        WARNING,
        /** The data cannot be used as it stands. */
        ERROR
    }
}
