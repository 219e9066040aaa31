package io.github.tic4j.mrf;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One negotiated price: an element of {@code negotiated_prices}, with the rate and the item it stands in.
 *
 * @param rate the rate
 * @param negotiatedRate the number, exactly as published: dollars, dollars a day, or percent, as the type says
 * @param rateText the published text, where it is no plain JSON number; else {@code null}
 * @param terms everything else
 * @param byteOffset where the element starts in the decompressed document
 */
public record Price(
        Rate rate, BigDecimal negotiatedRate, @Nullable String rateText, PriceTerms terms, long byteOffset) {

    /** The item that the price stands in. */
    public Item item() {
        return rate.item();
    }
}
