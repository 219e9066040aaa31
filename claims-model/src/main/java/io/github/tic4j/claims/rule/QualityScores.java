package io.github.tic4j.claims.rule;

import org.jspecify.annotations.Nullable;

/**
 * How good data is, from 0 to 100. A score is the share of the applicable rules of its {@link Dimension} that passed; rules that did
 * not apply or broke down count on neither side. Without an applicable rule there is no score, which is null and not 100.
 *
 * @param completeness what has to be there is there
 * @param accuracy what is there fits together
 * @param validity what is there has the form it must have
 * @param overall the mean of the scores that there are
 */
public record QualityScores(
        @Nullable Double completeness,
        @Nullable Double accuracy,
        @Nullable Double validity,
        @Nullable Double overall) {

    static QualityScores of(@Nullable Double completeness, @Nullable Double accuracy, @Nullable Double validity) {
        double sum = 0;
        int count = 0;
        for (Double score : new @Nullable Double[] {completeness, accuracy, validity}) {
            if (score != null) {
                sum += score;
                count++;
            }
        }
        return new QualityScores(completeness, accuracy, validity, count == 0 ? null : Double.valueOf(sum / count));
    }
}
