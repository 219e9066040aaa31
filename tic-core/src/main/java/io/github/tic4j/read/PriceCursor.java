package io.github.tic4j.read;

import io.github.tic4j.internal.scan.PriceBatch;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.ProviderGroup;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the prices of a source without making an object for each. What the accessors say is valid until the next
 * call of {@link #next()}; items and terms are immutable and may be kept. Not safe for use by several threads; the reader
 * that made it owns what it reads from.
 */
public final class PriceCursor {

    private final MrfReader.Batches batches;
    private @Nullable PriceBatch batch;
    private int size;
    private int at;

    PriceCursor(MrfReader.Batches batches) {
        this.batches = batches;
    }

    /**
     * Moves to the next price.
     *
     * @return false at the end
     * @throws io.github.tic4j.source.ContentException if the file is broken; every complete price has been shown by then
     * @throws java.io.UncheckedIOException if the source fails
     */
    public boolean next() {
        if (++at < size) {
            return true;
        }
        do {
            batch = batches.next();
            if (batch == null) {
                size = 0;
                return false;
            }
            size = batch.size();
        } while (size == 0);
        at = 0;
        return true;
    }

    private PriceBatch current() {
        if (batch == null || at >= size) {
            throw new IllegalStateException(
                    "The cursor is at no price: call next() first, and only go on while it is true");
        }
        return batch;
    }

    /** The digits of the price without its point, if {@link #isScaled}. */
    public long unscaled() {
        return current().unscaled(at);
    }

    /** How many of the digits stand behind the point, if {@link #isScaled}. */
    public int scale() {
        return current().scale(at);
    }

    /** Whether the price is exactly {@code unscaled / 10^scale}; not so only for more than 18 digits. */
    public boolean isScaled() {
        return current().isScaled(at);
    }

    /** The price, exactly as published; makes an object. */
    public BigDecimal negotiatedRate() {
        return current().amount(at);
    }

    /** The published text of the price, where it is no plain JSON number; else {@code null}. */
    public @Nullable String rateText() {
        return current().text(at);
    }

    /** Everything else about the price. */
    public PriceTerms terms() {
        return current().terms(at);
    }

    /** The item that the price stands in. */
    public Item item() {
        PriceBatch prices = current();
        return prices.item(prices.rateOf(at));
    }

    /** The position of the rate within its item. */
    public long rateIndex() {
        PriceBatch prices = current();
        return prices.rateIndex(prices.rateOf(at));
    }

    /** How many references the rate has. */
    public int referenceCount() {
        PriceBatch prices = current();
        return prices.referenceCount(prices.rateOf(at));
    }

    /** The text of a reference of the rate; makes an object. */
    public String reference(int index) {
        PriceBatch prices = current();
        return prices.reference(prices.rateOf(at), index);
    }

    /**
     * A number for a reference of the rate, without making an object: two references of one document have the same number
     * just when they have the same text, as long as the number is not negative. A negative one stands for an odd text;
     * compare those by {@link #reference}.
     */
    public long referenceNumber(int index) {
        PriceBatch prices = current();
        return prices.referenceNumber(prices.rateOf(at), index);
    }

    /** The groups that stand in the rate itself. */
    public List<ProviderGroup> providerGroups() {
        PriceBatch prices = current();
        return prices.groups(prices.rateOf(at));
    }

    /** Where the price starts in the decompressed document. */
    public long byteOffset() {
        return current().offset(at);
    }

    /** The price as a record. */
    public Price price() {
        return current().price(at);
    }
}
