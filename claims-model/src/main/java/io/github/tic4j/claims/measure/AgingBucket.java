package io.github.tic4j.claims.measure;

/** How long a receivable has been open, in days. */
public enum AgingBucket {
    /** 0 to 30 days. */
    DAYS_0_30,
    /** 31 to 60 days. */
    DAYS_31_60,
    /** 61 to 90 days. */
    DAYS_61_90,
    /** 91 to 120 days. */
    DAYS_91_120,
    /** More than 120 days. */
    OVER_120;

    /** The bucket of an age; what is not due yet counts as new. */
    public static AgingBucket of(long days) {
        if (days <= 30) {
            return DAYS_0_30;
        }
        if (days <= 60) {
            return DAYS_31_60;
        }
        if (days <= 90) {
            return DAYS_61_90;
        }
        return days <= 120 ? DAYS_91_120 : OVER_120;
    }
}
