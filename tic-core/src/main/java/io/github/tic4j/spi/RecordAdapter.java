package io.github.tic4j.spi;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.payer.Adapted;

/**
 * Changes or drops the prices of one file, each as it is read. Used by one thread. What is dropped counts as rejected
 * under the reason given.
 */
public interface RecordAdapter {

    /** A negotiated price, with its rate and item. */
    default Adapted<Price> price(Price price) {
        return Adapted.keep(price);
    }

    /** A payment to providers without a contract. */
    default Adapted<AllowedAmount> allowedAmount(AllowedAmount amount) {
        return Adapted.keep(amount);
    }
}
