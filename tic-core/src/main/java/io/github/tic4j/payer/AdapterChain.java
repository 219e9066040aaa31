package io.github.tic4j.payer;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.spi.RecordAdapter;

/**
 * Two adapters, one after the other.
 *
 * @param first sees records as they are read
 * @param second sees what the first keeps
 */
record AdapterChain(RecordAdapter first, RecordAdapter second) implements RecordAdapter {

    @Override
    public Adapted<Price> price(Price price) {
        return first.price(price).then(second::price);
    }

    @Override
    public Adapted<AllowedAmount> allowedAmount(AllowedAmount amount) {
        return first.allowedAmount(amount).then(second::allowedAmount);
    }
}
