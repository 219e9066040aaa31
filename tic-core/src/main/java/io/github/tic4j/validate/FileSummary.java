package io.github.tic4j.validate;

import io.github.tic4j.mrf.Header;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.Plan;
import java.time.LocalDate;
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
 * @param asOf the day as of which it was judged current or not; a report that was kept is of the day on which it was made
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
        LocalDate asOf,
        Verdict verdict,
        @Nullable String broken) {

    private static final Header NO_HEADER =
            new Header(null, null, null, null, new Plan(null, null, null, null, null, null));

    /** The summary of a document whose content was not looked at. */
    static FileSummary unread(String source, LocalDate asOf, @Nullable String broken) {
        Verdict verdict = broken == null ? Verdict.PASS : Verdict.BROKEN;
        return new FileSummary(source, MrfKind.UNKNOWN, null, NO_HEADER, 0, PriceCounts.NONE, asOf, verdict, broken);
    }

    /** The same with what the walk over the document found besides. */
    FileSummary with(@Nullable String heldTo, @Nullable String fault, Verdict onSchema, MrfKind shown, long walked) {
        String reason = broken == null ? fault : broken;
        Verdict worst = reason == null ? verdict.worse(onSchema) : Verdict.BROKEN;
        MrfKind known = kind == MrfKind.UNKNOWN ? shown : kind;
        return new FileSummary(source, known, heldTo, header, Math.max(bytes, walked), prices, asOf, worst, reason);
    }
}
