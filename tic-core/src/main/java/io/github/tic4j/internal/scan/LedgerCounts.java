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

    /** Adds everything to other counts and starts again from zero. */
    void moveTo(LedgerCounts into) {
        into.pricesSeen += pricesSeen;
        into.pricesDelivered += pricesDelivered;
        into.pricesFiltered += pricesFiltered;
        into.groupsSeen += groupsSeen;
        into.groupsDelivered += groupsDelivered;
        into.itemsSeen += itemsSeen;
        into.itemsDelivered += itemsDelivered;
        into.itemsFiltered += itemsFiltered;
        into.itemsRejected += itemsRejected;
        into.ratesUnread += ratesUnread;
        into.itemsUnread += itemsUnread;
        into.groupBytesUnread += groupBytesUnread;
        Counts.move(pricesRejected, into.pricesRejected);
        Counts.move(groupsRejected, into.groupsRejected);
        clear();
    }

    private void clear() {
        pricesSeen = 0;
        pricesDelivered = 0;
        pricesFiltered = 0;
        groupsSeen = 0;
        groupsDelivered = 0;
        itemsSeen = 0;
        itemsDelivered = 0;
        itemsFiltered = 0;
        itemsRejected = 0;
        ratesUnread = 0;
        itemsUnread = 0;
        groupBytesUnread = 0;
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
