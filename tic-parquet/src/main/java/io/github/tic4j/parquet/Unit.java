package io.github.tic4j.parquet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a price is counted in. Prices of different units are never put into one figure. */
enum Unit {
    DOLLARS,
    DOLLARS_PER_DAY,
    PERCENT,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The unit that a negotiated_type implies. */
    static Unit of(@Nullable String negotiatedType) {
        if (negotiatedType == null) {
            return UNKNOWN;
        }
        return switch (negotiatedType) {
            case "negotiated", "derived", "fee schedule" -> DOLLARS;
            case "per diem" -> DOLLARS_PER_DAY;
            case "percentage" -> PERCENT;
            default -> UNKNOWN;
        };
    }

    /** The name in tables. */
    String label() {
        return label;
    }
}
