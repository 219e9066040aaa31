package io.github.tic4j.payer;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.spi.RecordAdapter;

/**
 * An adapter whose failures name the handler.
 *
 * @param adapter the handler's adapter
 * @param payer the payer
 * @param file the file, without secrets
 */
record GuardedAdapter(RecordAdapter adapter, Payer payer, String file) implements RecordAdapter {

    @Override
    public Adapted<Price> price(Price price) {
        return payer.guarded(file, () -> adapter.price(price));
    }

    @Override
    public Adapted<AllowedAmount> allowedAmount(AllowedAmount amount) {
        return payer.guarded(file, () -> adapter.allowedAmount(amount));
    }
}
