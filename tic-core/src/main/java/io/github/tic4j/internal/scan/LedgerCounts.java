package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Ledger;
import io.github.tic4j.mrf.Tally;
import java.util.HashMap;
import java.util.Map;

/** The ledger while it is being written. Seen, delivered, filtered and rejected are each counted at their own place. */
final class LedgerCounts {

    long pricesSeen;
    long pricesDelivered;
    long pricesFiltered;
    private final Map<String, Long> pricesRejected = new HashMap<>();

    long groupsSeen;
    long groupsDelivered;
    private final Map<String, Long> groupsRejected = new HashMap<>();

    long itemsSeen;
    long itemsDelivered;
    long itemsFiltered;
    long itemsRejected;

    long ratesUnread;
    long itemsUnread;
    long groupBytesUnread;

    /** Prices that were counted without being read, because nobody wants them. */
    void pricesCounted(long count) {
        pricesSeen += count;
        pricesFiltered += count;
    }

    void rejectPrice(String reason) {
        pricesRejected.merge(reason, 1L, Long::sum);
    }

    void rejectPrices(String reason, long count) {
        if (count == 0) {
            return;
        }
        pricesRejected.merge(reason, count, Long::sum);
    }

    void rejectGroup(String reason) {
        groupsRejected.merge(reason, 1L, Long::sum);
    }

    /** After an error: rejects the groups that were read and could not be delivered. */
    void closeGroups() {
        long rejected =
                groupsRejected.values().stream().mapToLong(Long::longValue).sum();
        long lost = groupsSeen - groupsDelivered - rejected;
        if (lost > 0) {
            groupsRejected.merge("reference-incomplete", lost, Long::sum);
        }
    }

    Ledger ledger() {
        Map<String, Long> noItem = itemsRejected == 0 ? Map.of() : Map.of("item-not-an-object", itemsRejected);
        return new Ledger(
                new Tally(pricesSeen, pricesDelivered, pricesFiltered, pricesRejected),
                new Tally(groupsSeen, groupsDelivered, 0, groupsRejected),
                new Tally(itemsSeen, itemsDelivered, itemsFiltered, noItem),
                ratesUnread,
                itemsUnread,
                groupBytesUnread);
    }
}
