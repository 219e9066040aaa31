package io.github.tic4j.pipeline;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.normalize.Review;
import io.github.tic4j.normalize.Verdict;
import io.github.tic4j.payer.Adapted;
import io.github.tic4j.spi.RecordAdapter;

/**
 * What a payer's handler makes of prices; what it drops counts as rejected, under its reason.
 *
 * @param adapter the handler's changes to one file
 */
record HandlerReview(RecordAdapter adapter) implements Review {

    @Override
    public Verdict<Price> price(Price price) {
        return verdict(adapter.price(price));
    }

    @Override
    public Verdict<AllowedAmount> allowedAmount(AllowedAmount amount) {
        return verdict(adapter.allowedAmount(amount));
    }

    private static <T> Verdict<T> verdict(Adapted<T> adapted) {
        T record = adapted.record();
        return record != null
                ? Verdict.keep(record)
                : new Verdict.Reject<>(
                        String.valueOf(adapted.reason()), Severity.INFO, "The payer's handler drops this record");
    }
}
