package io.github.tic4j.mrf;

import java.util.Map;

/**
 * The account of a read: what was seen, and what became of it. Balanced at the end of each document, or the read fails.
 *
 * @param prices the prices; in an allowed-amounts file the payments by provider list, in a drug file the drug prices
 * @param groups the provider groups that were read
 * @param items the items
 * @param ratesUnread unwanted rates whose prices were not counted
 * @param itemsUnread unwanted items whose prices were not counted
 * @param groupBytesUnread how much of {@code provider_references} was stepped over because nothing asked for it
 */
public record Ledger(
        Tally prices, Tally groups, Tally items, long ratesUnread, long itemsUnread, long groupBytesUnread) {

    /** The account of nothing. */
    public static final Ledger EMPTY = new Ledger(Tally.NONE, Tally.NONE, Tally.NONE, 0, 0, 0);

    /** Whether everything seen is accounted for. */
    public boolean isBalanced() {
        return prices.isBalanced() && groups.isBalanced() && items.isBalanced();
    }

    /** Whether every price of the file was seen; not so where unwanted items were stepped over unread. */
    public boolean isComplete() {
        return ratesUnread == 0 && itemsUnread == 0;
    }

    /** The sum of two. */
    public Ledger plus(Ledger other) {
        return new Ledger(
                prices.plus(other.prices),
                groups.plus(other.groups),
                items.plus(other.items),
                ratesUnread + other.ratesUnread,
                itemsUnread + other.itemsUnread,
                groupBytesUnread + other.groupBytesUnread);
    }

    /** The same with another account of the prices. */
    public Ledger withPrices(Tally other) {
        return new Ledger(other, groups, items, ratesUnread, itemsUnread, groupBytesUnread);
    }

    /** The account as a JSON object on one line. */
    public String toJson() {
        return "{\"prices\":" + json(prices) + ",\"groups\":" + json(groups) + ",\"items\":" + json(items)
                + ",\"rates_unread\":" + ratesUnread + ",\"items_unread\":" + itemsUnread
                + ",\"group_bytes_unread\":" + groupBytesUnread + ",\"balanced\":" + isBalanced() + ",\"complete\":"
                + isComplete() + "}";
    }

    private static String json(Tally tally) {
        StringBuilder text = new StringBuilder("{\"seen\":")
                .append(tally.seen())
                .append(",\"delivered\":")
                .append(tally.delivered())
                .append(",\"filtered\":")
                .append(tally.filtered())
                .append(",\"rejected\":{");
        String separator = "";
        for (Map.Entry<String, Long> reason : tally.rejected().entrySet()) {
            text.append(separator)
                    .append('"')
                    .append(reason.getKey())
                    .append("\":")
                    .append(reason.getValue());
            separator = ",";
        }
        return text.append("}}").toString();
    }
}
