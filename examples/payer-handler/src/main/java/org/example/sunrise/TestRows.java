package org.example.sunrise;

import io.github.tic4j.mrf.Price;
import io.github.tic4j.payer.Adapted;
import io.github.tic4j.spi.RecordAdapter;

/** Drops what the payer's own tests left in its files. */
final class TestRows implements RecordAdapter {

    @Override
    public Adapted<Price> price(Price price) {
        return "TEST".equals(price.item().name()) ? Adapted.drop("test-row") : Adapted.keep(price);
    }
}
