package io.github.tic4j.validate;

import io.github.tic4j.mrf.Header;
import io.github.tic4j.mrf.MrfKind;
import org.jspecify.annotations.Nullable;

/**
 * What became of one document.
 *
 * @param source the document, with the members of containers that lead to it
 * @param kind what it is about
 * @param profile the schema that it was held to, such as {@code in-network v2.2.0}; {@code null} if it was held to none
 * @param header what it says about itself
 * @param bytes its decompressed length, as far as it was read
 * @param prices its prices
 * @param verdict what it comes to
 * @param broken why it could not be read to its end; {@code null} if it could
 */
public record FileSummary(
        String source,
        MrfKind kind,
        @Nullable String profile,
        Header header,
        long bytes,
        PriceCounts prices,
        Verdict verdict,
        @Nullable String broken) {}
