package io.github.tic4j.pipeline;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.normalize.Review;
import io.github.tic4j.normalize.Verdict;
import io.github.tic4j.validate.QualityCheck;
import org.jspecify.annotations.Nullable;

/**
 * Holds prices to rules; one with an error is rejected.
 *
 * @param check the rules' memory of one file
 */
record QualityReview(QualityCheck check) implements Review {

    @Override
    public Verdict<Price> price(Price price) {
        return verdict(price, check.judge(price));
    }

    @Override
    public Verdict<AllowedAmount> allowedAmount(AllowedAmount amount) {
        return verdict(amount, check.judge(amount));
    }

    private static <T> Verdict<T> verdict(T record, @Nullable Finding error) {
        return error == null
                ? Verdict.keep(record)
                : new Verdict.Reject<>(error.rule(), error.severity(), error.message());
    }
}
