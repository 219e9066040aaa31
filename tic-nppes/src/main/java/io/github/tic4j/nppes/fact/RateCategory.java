package io.github.tic4j.nppes.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Bands of dollar prices. Each contains its upper end and not its lower one. */
public enum RateCategory {
    /** Above 0 and up to 100. */
    UP_TO_100("$0-100", 100),
    /** Above 100 and up to 500. */
    UP_TO_500("$100-500", 500),
    /** Above 500 and up to 1,000. */
    UP_TO_1_000("$500-1K", 1000),
    /** Above 1,000 and up to 5,000. */
    UP_TO_5_000("$1K-5K", 5000),
    /** Above 5,000 and up to 10,000. */
    UP_TO_10_000("$5K-10K", 10_000),
    /** Above 10,000. */
    ABOVE_10_000("$10K+", Long.MAX_VALUE);

    private final String label;
    private final long upperEnd;

    RateCategory(String label, long upperEnd) {
        this.label = label;
        this.upperEnd = upperEnd;
    }

    /** The band of a price; {@code null} for none, and for one that is zero or negative. Percentages are no prices. */
    public static @Nullable RateCategory of(@Nullable BigDecimal price) {
        if (price == null || price.signum() <= 0) {
            return null;
        }
        for (RateCategory category : values()) {
            if (price.compareTo(BigDecimal.valueOf(category.upperEnd)) <= 0) {
                return category;
            }
        }
        return ABOVE_10_000;
    }

    /** The band's name in tables. */
    public String label() {
        return label;
    }
}
