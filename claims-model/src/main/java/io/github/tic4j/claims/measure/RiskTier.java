package io.github.tic4j.claims.measure;

/** Risk by the number of chronic conditions. */
public enum RiskTier {
    /** None. */
    LOW,
    /** One or two. */
    MEDIUM,
    /** Three or four. */
    HIGH,
    /** Five or more. */
    VERY_HIGH;

    /** The tier of a number of conditions, which must not be negative. */
    public static RiskTier of(int chronicConditions) {
        if (chronicConditions < 0) {
            throw new IllegalArgumentException("conditions must not be negative, were " + chronicConditions);
        }
        if (chronicConditions == 0) {
            return LOW;
        }
        if (chronicConditions <= 2) {
            return MEDIUM;
        }
        return chronicConditions <= 4 ? HIGH : VERY_HIGH;
    }
}
