package io.github.tic4j.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a generated file holds, counted while it was written.
 *
 * @param kind which of the files of the rule
 * @param bytes its size, uncompressed
 * @param all the totals over all items
 * @param selected the totals over the items whose code is among {@link MrfSpec#selectedCodes()}
 * @param providers what the provider references, inline groups and providers of payments hold
 * @param itemsByCodeType items by billing code type
 * @param pricesByCode prices of the selected codes, by {@code TYPE CODE}, in files that have items
 * @param plans plans listed in a table of contents
 * @param files files listed in a table of contents
 */
public record MrfTruth(
        MrfSpec.Kind kind,
        long bytes,
        Totals all,
        Totals selected,
        Providers providers,
        SortedMap<String, Long> itemsByCodeType,
        SortedMap<String, Long> pricesByCode,
        long plans,
        long files) {

    /** Copies the maps. */
    public MrfTruth {
        itemsByCodeType = Collections.unmodifiableSortedMap(new TreeMap<>(itemsByCodeType));
        pricesByCode = Collections.unmodifiableSortedMap(new TreeMap<>(pricesByCode));
    }

    /**
     * Totals over items. In an allowed-amounts file {@code rates} counts elements of {@code allowed_amounts} and {@code
     * prices} counts payments; the structures of a table of contents and the groups of a provider-reference file are not
     * items.
     *
     * @param items items
     * @param rates rates
     * @param prices prices
     * @param references provider references of the rates
     * @param sum the exact sum of the prices
     * @param billed the exact sum of the billed charges of payments
     * @param priceChecksum the sum of {@link PriceChecksum#price(long, long, int, long)}
     * @param textChecksum the sum of {@link PriceChecksum#hash(CharSequence)} over the prices as they are spelt
     * @param referenceChecksum the sum of {@link PriceChecksum#hash(CharSequence)} over the references as they are spelt
     */
    public record Totals(
            long items,
            long rates,
            long prices,
            long references,
            BigDecimal sum,
            BigDecimal billed,
            long priceChecksum,
            long textChecksum,
            long referenceChecksum) {}

    /**
     * Counts of providers.
     *
     * @param references elements of the root's {@code provider_references}
     * @param groups provider groups, inline ones included; in an allowed-amounts file, providers of payments
     * @param npis NPIs in them
     */
    public record Providers(long references, long groups, long npis) {}

    /** This truth as a JSON object, with the names of the components. */
    public String toJson() {
        ByteArrayOutputStream bytesOut = new ByteArrayOutputStream();
        try {
            JsonOut out = new JsonOut(bytesOut, MrfSpec.Layout.SPACES, 0, MrfRandom.of(0, 0, 0));
            out.beginObject();
            out.name(Text.of("kind"));
            out.string(kind.name());
            number(out, "bytes", bytes);
            out.name(Text.of("all"));
            totals(out, all);
            out.name(Text.of("selected"));
            totals(out, selected);
            out.name(Text.of("providers"));
            out.beginObject();
            number(out, "references", providers.references);
            number(out, "groups", providers.groups);
            number(out, "npis", providers.npis);
            out.endObject();
            counts(out, "itemsByCodeType", itemsByCodeType);
            counts(out, "pricesByCode", pricesByCode);
            number(out, "plans", plans);
            number(out, "files", files);
            out.endObject();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytesOut.toString(StandardCharsets.UTF_8);
    }

    private static void totals(JsonOut out, Totals totals) throws IOException {
        out.beginObject();
        number(out, "items", totals.items);
        number(out, "rates", totals.rates);
        number(out, "prices", totals.prices);
        number(out, "references", totals.references);
        number(out, "sum", totals.sum.toPlainString());
        number(out, "billed", totals.billed.toPlainString());
        number(out, "priceChecksum", totals.priceChecksum);
        number(out, "textChecksum", totals.textChecksum);
        number(out, "referenceChecksum", totals.referenceChecksum);
        out.endObject();
    }

    private static void counts(JsonOut out, String name, Map<String, Long> counts) throws IOException {
        out.name(Text.of(name));
        out.beginObject();
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            number(out, count.getKey(), count.getValue());
        }
        out.endObject();
    }

    private static void number(JsonOut out, String name, long value) throws IOException {
        number(out, name, Long.toString(value));
    }

    private static void number(JsonOut out, String name, String digits) throws IOException {
        out.name(Text.of(name));
        out.raw(digits.getBytes(StandardCharsets.US_ASCII), digits.length());
    }
}
