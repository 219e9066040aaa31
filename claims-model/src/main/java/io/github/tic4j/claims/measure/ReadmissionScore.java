package io.github.tic4j.claims.measure;

import java.util.Collection;

/**
 * A simple score of the risk to return to hospital: age from 65 counts 2, else 1; each chronic condition counts 1, up to
 * 3; an earlier readmission counts 2; an average stay of more than seven nights counts 1.
 *
 * @param points the sum, from 1 to 8
 */
public record ReadmissionScore(int points) {

    /** What the points mean. */
    public enum Band {
        /** Up to 3 points. */
        LOW,
        /** 4 to 6 points. */
        MEDIUM,
        /** 7 points and more. */
        HIGH
    }

    /**
     * The score of a person.
     *
     * @param age in full years
     * @param chronicConditions how many
     * @param readmitted whether the person returned to hospital within thirty days before
     * @param stays the person's stays; none means an average of nought
     */
    public static ReadmissionScore of(int age, int chronicConditions, Readmitted readmitted, Collection<Stay> stays) {
        if (age < 0 || chronicConditions < 0) {
            throw new IllegalArgumentException("age and conditions must not be negative");
        }
        long nights = stays.stream().mapToLong(Stay::lengthOfStay).sum();
        int longStays = nights > 7L * stays.size() ? 1 : 0;
        int earlier = readmitted == Readmitted.BEFORE ? 2 : 0;
        return new ReadmissionScore((age >= 65 ? 2 : 1) + Math.min(chronicConditions, 3) + earlier + longStays);
    }

    /** Whether a person has returned to hospital before. */
    public enum Readmitted {
        /** Within thirty days of a discharge. */
        BEFORE,
        /** Not so. */
        NEVER
    }

    /** What the points mean. */
    public Band band() {
        if (points <= 3) {
            return Band.LOW;
        }
        return points <= 6 ? Band.MEDIUM : Band.HIGH;
    }
}
