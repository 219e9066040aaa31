package io.github.tic4j.mrf;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the number of a price means. An unknown type keeps its text.
 *
 * @param text the published text in lower case, without blanks around it
 */
public record NegotiatedType(String text) {

    private static final Set<String> KNOWN = Set.of("negotiated", "derived", "fee schedule", "percentage", "per diem");

    /** The type that a published text means. */
    public static NegotiatedType of(@Nullable String published) {
        return new NegotiatedType(published == null ? "" : published.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether CMS's list has it. */
    public boolean isKnown() {
        return KNOWN.contains(text);
    }

    /** Whether the number is a percentage of billed charges rather than dollars. */
    public boolean isPercentage() {
        return text.equals("percentage");
    }
}
