package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Some prices in columns, with the rates they stand in. A price is its number, its terms and its rate; terms are shared
 * objects, so a batch holds no object of its own for a price unless its number does not fit a {@code long}.
 */
public final class PriceBatch {

    /** How many prices a batch holds at most. */
    public static final int CAPACITY = 8192;

    private static final int REFERENCES_ENOUGH = 1 << 18;

    private final long[] unscaled = new long[CAPACITY];
    private final byte[] scales = new byte[CAPACITY];
    private final PriceTerms[] terms = new PriceTerms[CAPACITY];
    private final long[] offsets = new long[CAPACITY];
    private final int[] rateOf = new int[CAPACITY];
    private @Nullable BigDecimal @Nullable [] large;
    private @Nullable String @Nullable [] texts;
    private int size;

    private Item[] items = new Item[64];
    private long[] rateIndexes = new long[64];
    private int[] referenceEnds = new int[64];
    private @Nullable List<ProviderGroup>[] groups = newGroups(64);
    private @Nullable Rate[] rates = new Rate[64];
    private int rateCount;

    private long[] references = new long[1024];
    private int referenceCount;
    private final List<String> oddReferences = new ArrayList<>();

    @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made otherwise
    private static @Nullable List<ProviderGroup>[] newGroups(int length) {
        return new List[length];
    }

    // ---- reading

    /** How many prices there are. */
    public int size() {
        return size;
    }

    /** The digits of a number, if {@link #isScaled}. */
    public long unscaled(int price) {
        return unscaled[price];
    }

    /** How many of the digits stand behind the point, if {@link #isScaled}. */
    public int scale(int price) {
        return scales[price];
    }

    /** Whether the number is exactly {@code unscaled / 10^scale}. */
    public boolean isScaled(int price) {
        return large == null || large[price] == null;
    }

    /** The number, exactly as published. */
    public BigDecimal amount(int price) {
        BigDecimal exact = large == null ? null : large[price];
        return exact != null ? exact : BigDecimal.valueOf(unscaled[price], scales[price]);
    }

    /** The published text of a number that is no plain JSON number, else {@code null}. */
    public @Nullable String text(int price) {
        return texts == null ? null : texts[price];
    }

    /** The terms of a price; prices with the same terms mostly share one object. */
    public PriceTerms terms(int price) {
        return terms[price];
    }

    /** Where the price starts in the document. */
    public long offset(int price) {
        return offsets[price];
    }

    /** The number of the rate of a price, within this batch. */
    public int rateOf(int price) {
        return rateOf[price];
    }

    /** How many rates there are. */
    public int rateCount() {
        return rateCount;
    }

    /** The item of a rate. */
    public Item item(int rate) {
        return items[rate];
    }

    /** The position of a rate within its item. */
    public long rateIndex(int rate) {
        return rateIndexes[rate];
    }

    /** How many references a rate has. */
    public int referenceCount(int rate) {
        return referenceEnds[rate] - referenceStart(rate);
    }

    /** The text of a reference of a rate. */
    public String reference(int rate, int index) {
        return textOf(references[referenceStart(rate) + index]);
    }

    /** A number that stands for the text of a reference; negative where the text is odd. */
    public long referenceNumber(int rate, int index) {
        long code = references[referenceStart(rate) + index];
        return RefCode.isOdd(code) ? -1 - code : code;
    }

    String textOf(long code) {
        return RefCode.isOdd(code) ? oddReferences.get(RefCode.oddIndex(code)) : RefCode.text(code);
    }

    /** The groups that stand in a rate itself. */
    public List<ProviderGroup> groups(int rate) {
        List<ProviderGroup> inline = groups[rate];
        return inline == null ? List.of() : inline;
    }

    /** The rate as a record; made once for all its prices. */
    public Rate rate(int rate) {
        Rate made = rates[rate];
        if (made == null) {
            String[] ids = new String[referenceCount(rate)];
            Arrays.setAll(ids, i -> reference(rate, i));
            made = new Rate(items[rate], rateIndexes[rate], Arrays.asList(ids), groups(rate));
            rates[rate] = made;
        }
        return made;
    }

    /** The price as a record. */
    public Price price(int price) {
        return new Price(rate(rateOf[price]), amount(price), text(price), terms[price], offsets[price]);
    }

    // ---- filling

    boolean isFull() {
        return size == CAPACITY;
    }

    boolean hasEnough() {
        return size > CAPACITY - 256 || referenceCount > REFERENCES_ENOUGH;
    }

    void clear() {
        size = 0;
        Arrays.fill(groups, 0, rateCount, null);
        Arrays.fill(rates, 0, rateCount, null);
        rateCount = 0;
        referenceCount = 0;
        oddReferences.clear();
        large = null;
        texts = null;
        if (references.length > 4 * REFERENCES_ENOUGH) {
            references = new long[1024];
        }
    }

    void beginRate(Item item, long index) {
        if (rateCount == items.length) {
            makeRoomForRates(rateCount * 2);
        }
        items[rateCount] = item;
        rateIndexes[rateCount] = index;
        referenceEnds[rateCount] = referenceCount;
        rateCount++;
    }

    private void makeRoomForRates(int count) {
        if (count > items.length) {
            items = Arrays.copyOf(items, count);
            rateIndexes = Arrays.copyOf(rateIndexes, count);
            referenceEnds = Arrays.copyOf(referenceEnds, count);
            groups = Arrays.copyOf(groups, count);
            rates = Arrays.copyOf(rates, count);
        }
    }

    void addReference(long code) {
        if (referenceCount == references.length) {
            references = Arrays.copyOf(references, referenceCount * 2);
        }
        references[referenceCount++] = code;
        referenceEnds[rateCount - 1] = referenceCount;
    }

    void addOddReference(String text) {
        addReference(RefCode.odd(oddReferences.size()));
        oddReferences.add(text);
    }

    void addGroups(List<ProviderGroup> inline) {
        List<ProviderGroup> before = groups[rateCount - 1];
        List<ProviderGroup> all = new ArrayList<>(before == null ? List.of() : before);
        all.addAll(inline);
        groups[rateCount - 1] = all;
    }

    void add(long digits, int scale, PriceTerms priceTerms, long offset) {
        unscaled[size] = digits;
        scales[size] = (byte) scale;
        terms[size] = priceTerms;
        offsets[size] = offset;
        rateOf[size] = rateCount - 1;
        size++;
    }

    void add(BigDecimal amount, @Nullable String text, PriceTerms priceTerms, long offset) {
        if (text != null) {
            if (texts == null) {
                texts = new String[CAPACITY];
            }
            texts[size] = text;
        }
        boolean fits = amount.precision() <= 18 && Math.abs(amount.scale()) <= Byte.MAX_VALUE;
        if (!fits) {
            if (large == null) {
                large = new BigDecimal[CAPACITY];
            }
            large[size] = amount;
        }
        add(fits ? amount.unscaledValue().longValueExact() : 0, fits ? amount.scale() : 0, priceTerms, offset);
    }

    /** Becomes the same as another batch, which has other arrays and may be filled anew. */
    void copy(PriceBatch other) {
        clear();
        size = other.size;
        System.arraycopy(other.unscaled, 0, unscaled, 0, size);
        System.arraycopy(other.scales, 0, scales, 0, size);
        System.arraycopy(other.terms, 0, terms, 0, size);
        System.arraycopy(other.offsets, 0, offsets, 0, size);
        System.arraycopy(other.rateOf, 0, rateOf, 0, size);
        // These two are made anew by whoever needs them, and not changed any more by then.
        large = other.large;
        texts = other.texts;
        rateCount = other.rateCount;
        makeRoomForRates(rateCount);
        System.arraycopy(other.items, 0, items, 0, rateCount);
        System.arraycopy(other.rateIndexes, 0, rateIndexes, 0, rateCount);
        System.arraycopy(other.referenceEnds, 0, referenceEnds, 0, rateCount);
        System.arraycopy(other.groups, 0, groups, 0, rateCount);
        referenceCount = other.referenceCount;
        if (references.length < referenceCount) {
            references = new long[referenceCount];
        }
        System.arraycopy(other.references, 0, references, 0, referenceCount);
        oddReferences.addAll(other.oddReferences);
    }

    /** Puts other items in the place of those of the rates. */
    void replaceItems(UnaryOperator<Item> replacement) {
        for (int rate = 0; rate < rateCount; rate++) {
            items[rate] = replacement.apply(items[rate]);
        }
    }

    /** Forgets the prices of the current rate from {@code from} on, and the rate itself if none is left. */
    void truncate(int from) {
        if (large != null) {
            Arrays.fill(large, from, size, null);
        }
        if (texts != null) {
            Arrays.fill(texts, from, size, null);
        }
        size = from;
    }

    /** Keeps the current rate, with its references and groups, as the only one: the prices before were handed over. */
    void carryRate() {
        int last = rateCount - 1;
        int start = referenceStart(last);
        int count = referenceEnds[last] - start;
        System.arraycopy(references, start, references, 0, count);
        items[0] = items[last];
        rateIndexes[0] = rateIndexes[last];
        List<ProviderGroup> inline = groups[last];
        Rate made = rates[last];
        Arrays.fill(groups, 0, rateCount, null);
        Arrays.fill(rates, 0, rateCount, null);
        groups[0] = inline;
        rates[0] = made;
        referenceEnds[0] = count;
        referenceCount = count;
        rateCount = 1;
        size = 0;
        large = null;
        texts = null;
    }

    private int referenceStart(int rate) {
        return rate == 0 ? 0 : referenceEnds[rate - 1];
    }
}
