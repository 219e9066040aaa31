package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.ContainedCode.Role;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.Skipping;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code in_network}, one rate a step.
 *
 * <p>Rates are delivered as soon as their item's fields are known. What stands before that, such as rates before the
 * code, waits in a spool and is read when the item ends. An item that the filter does not want is left at once.
 */
final class InNetworkSection implements Section {

    private enum State {
        BETWEEN_ITEMS,
        IN_ITEM,
        IN_RATES,
        TAKEN,
        AT_END
    }

    private static final int MOST_WAITING = 1_000;

    private final Scan scan;
    private final ByteScanner scanner;
    private final RateParser rates;
    private final ItemHead head;
    private final ByteScanner replay;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private State state = State.BETWEEN_ITEMS;
    private Elements items;
    private final @Nullable ItemsAhead ahead;
    private ScanEvents shifted;
    private boolean firstKey;
    private boolean firstRate;
    private boolean inSingleRate;
    private long itemIndex = -1;
    private long rateIndex;
    private @Nullable Item item;
    private boolean ratesDelivered;
    private boolean itemClosed;
    private ByteScanner rateScanner;
    private @Nullable Spool replayed;

    /** Starts before the array. Items that were read ahead are used, if there are any. */
    InNetworkSection(Scan scan, ByteScanner scanner, RateChoice choice, @Nullable ItemsAhead ahead) throws IOException {
        this(scan, scanner, ahead, choice);
        items = Elements.open(scan, scanner);
    }

    private InNetworkSection(Scan scan, ByteScanner scanner, @Nullable ItemsAhead ahead, RateChoice choice) {
        this.scan = scan;
        this.scanner = scanner;
        this.rates = new RateParser(scan, choice);
        this.head = ItemHead.inNetwork(scan);
        this.replay = scan.replayScanner();
        this.rateScanner = scanner;
        this.ahead = ahead;
        this.shifted = scan.events;
        this.items = Elements.from(scanner);
        scan.context.enter("in_network");
    }

    /** Starts within the array, before an item. */
    static InNetworkSection withinItems(Scan scan, ByteScanner scanner, RateChoice choice) {
        return new InNetworkSection(scan, scanner, null, choice);
    }

    /** Starts anew, before an item at another place. */
    void restart() {
        items = Elements.from(scanner);
    }

    /** Reads the item that comes next; false if the array is at its end. */
    boolean readItem() throws IOException {
        do {
            step();
        } while (state != State.BETWEEN_ITEMS && state != State.AT_END);
        return state == State.BETWEEN_ITEMS;
    }

    /** Hands over the prices that are complete. */
    void handOver() {
        rates.handOver();
    }

    @Override
    public boolean step() throws IOException {
        switch (state) {
            case BETWEEN_ITEMS -> beginItem();
            case IN_ITEM -> readKeys();
            case IN_RATES -> readRate();
            case TAKEN -> playTaken();
            default -> {
                return false;
            }
        }
        return true;
    }

    // ---- items

    private void beginItem() throws IOException {
        long end = scanner.offset();
        if (!items.next()) {
            close();
            rates.handOver();
            scan.context.leave();
            state = State.AT_END;
            return;
        }
        itemIndex = items.index();
        if (itemIndex > 0 && ahead != null) {
            long taken = ahead.take(end, scanner.offset());
            if (taken > 0) {
                rates.handOver();
                items.passed(taken - 1);
                scan.context.at(items.index());
                shifted = new Shifted(scan.events, itemIndex);
                state = State.TAKEN;
                return;
            }
        }
        scan.context.at(itemIndex);
        boolean object = scanner.peekInside() == '{';
        scan.ledger.itemsSeen++;
        if (!object) {
            scan.ledger.itemsRejected++;
            long at = scanner.offset();
            scanner.skip();
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, at, null);
            scan.context.reject("item-not-an-object", at, null);
            return;
        }
        scanner.pos++;
        head.clear();
        item = null;
        ratesDelivered = false;
        itemClosed = false;
        firstKey = true;
        rateIndex = 0;
        state = State.IN_ITEM;
    }

    private void playTaken() {
        if (ahead != null && !ahead.play(shifted)) {
            ahead.goBehind(scanner);
            state = State.BETWEEN_ITEMS;
        }
    }

    private void readKeys() throws IOException {
        while (scanner.more('}', firstKey)) {
            firstKey = false;
            long at = scanner.offset();
            Key key = scanner.key(scan.keys);
            if (head.read(scanner, key, ratesDelivered)) {
                continue;
            }
            switch (key.field) {
                case NEGOTIATED_RATES, BUNDLED_CODES, COVERED_SERVICES -> {
                    if (head.isJudgeable() && !head.isWanted()) {
                        leaveItem(key.field);
                        return;
                    }
                    if (key.field == Field.NEGOTIATED_RATES && rateIndex > 0) {
                        scan.context.lenient(Leniency.DUPLICATE_KEY, at, key.name);
                    }
                    if (head.isComplete()) {
                        deliverItem();
                        if (openList(scanner, key.field)) {
                            return;
                        }
                    } else {
                        letWait(key.field);
                    }
                }
                default -> scan.unknown(scanner, key);
            }
        }
        itemClosed = true;
        endItem();
    }

    /** At the end of an item: delivers what waited, then goes on to the next. */
    private void endItem() throws IOException {
        if (item == null && !head.isWanted()) {
            dropWaiting();
            scan.ledger.itemsFiltered++;
        } else {
            deliverItem();
            while (!waiting.isEmpty()) {
                if (replayNext()) {
                    return;
                }
            }
        }
        state = State.BETWEEN_ITEMS;
    }

    private void deliverItem() {
        if (item == null) {
            item = head.item(itemIndex);
            scan.itemDelivered(head);
            scan.events.item(item);
        }
    }

    /** Leaves an item that is not wanted, at one of its lists. */
    private void leaveItem(Field list) throws IOException {
        scan.ledger.itemsFiltered++;
        state = State.BETWEEN_ITEMS;
        closeWaiting();
        if (scan.plan.skipping() == Skipping.COUNTED) {
            if (list == Field.NEGOTIATED_RATES) {
                scan.ledger.pricesCounted(PriceCounter.count(scanner, scan));
            } else {
                scanner.skip();
            }
            while (scanner.more('}', false)) {
                Key key = scanner.key(scan.keys);
                if (key.field == Field.NEGOTIATED_RATES) {
                    scan.ledger.pricesCounted(PriceCounter.count(scanner, scan));
                } else {
                    scanner.skip();
                }
            }
        } else {
            scan.ledger.itemsUnread++;
            if (scan.plan.isStrict()) {
                scanner.skip();
            }
            scanner.skipRest('}');
        }
    }

    // ---- rates

    /** Opens a list of the item; true if it is one of rates, which are then read one a step. */
    private boolean openList(ByteScanner from, Field list) throws IOException {
        int b = from.peekInside();
        if (list != Field.NEGOTIATED_RATES) {
            ContainedCodes.read(scan, from, itemIndex, list == Field.BUNDLED_CODES ? Role.BUNDLED : Role.COVERED);
            return false;
        }
        if (b != '[') {
            return openSingleRate(from, b);
        }
        from.pos++;
        rateScanner = from;
        firstRate = true;
        ratesDelivered = true;
        scan.context.enter("negotiated_rates");
        state = State.IN_RATES;
        return true;
    }

    /** Reads a rate in place of a list of rates; true if there is more of it than fits in a step. */
    private boolean openSingleRate(ByteScanner from, int b) throws IOException {
        if (b != '{' || item == null) {
            scan.groups.noArray(from);
            return false;
        }
        scan.context.lenient(Leniency.VALUE_FOR_ARRAY, from.offset(), null);
        inSingleRate = !rates.parse(from, item, rateIndex++);
        if (inSingleRate) {
            state = State.IN_RATES;
        }
        return inSingleRate;
    }

    private void readRate() throws IOException {
        if (rates.isOpen()) {
            rates.resume();
            return;
        }
        Item current = item;
        if (current != null && !inSingleRate && rateScanner.more(']', firstRate)) {
            firstRate = false;
            scan.context.at(rateIndex);
            rates.parse(rateScanner, current, rateIndex++);
            return;
        }
        if (!inSingleRate) {
            scan.context.leave();
        }
        inSingleRate = false;
        closeReplayed();
        state = State.IN_ITEM;
        if (itemClosed) {
            endItem();
        }
    }

    // ---- what waits

    private record Waiting(Field list, Spool spool, long offset) {}

    private void letWait(Field list) throws IOException {
        if (waiting.size() >= MOST_WAITING) {
            throw scan.context.malformed("Cannot read an item: too many lists before its code", scanner.offset());
        }
        Spool spool = scan.newSpool();
        scanner.peekInside();
        waiting.add(new Waiting(list, spool, scanner.offset()));
        scanner.beginCapture(spool);
        scanner.skip();
        scanner.endCapture();
    }

    /** Reads what waited longest; true if it is a list of rates, which are then read one a step. */
    private boolean replayNext() throws IOException {
        Waiting next = waiting.remove();
        scan.counts.deferredLists++;
        scan.counts.spilledSpools += next.spool.isSpilled() ? 1 : 0;
        replayed = next.spool;
        replay.restart(next.spool.read(), next.offset);
        if (openList(replay, next.list)) {
            return true;
        }
        closeReplayed();
        return false;
    }

    private void closeReplayed() throws IOException {
        if (replayed != null) {
            replayed.close();
            replayed = null;
        }
    }

    private void dropWaiting() throws IOException {
        boolean counted = scan.plan.skipping() == Skipping.COUNTED;
        boolean unread = false;
        while (!waiting.isEmpty()) {
            Waiting next = waiting.remove();
            try (Spool spool = next.spool) {
                if (next.list == Field.NEGOTIATED_RATES && counted) {
                    replay.restart(spool.read(), next.offset);
                    scan.ledger.pricesCounted(PriceCounter.count(replay, scan));
                } else {
                    unread |= next.list == Field.NEGOTIATED_RATES;
                }
            }
        }
        scan.ledger.itemsUnread += unread ? 1 : 0;
    }

    private void closeWaiting() throws IOException {
        if (!waiting.isEmpty()) {
            long unread = scan.ledger.itemsUnread;
            dropWaiting();
            scan.ledger.itemsUnread = unread;
        }
    }

    @Override
    public void abandon() throws IOException {
        rates.abandon();
        if (item == null && state != State.BETWEEN_ITEMS && state != State.AT_END) {
            scan.ledger.itemsRejected++;
        }
        close();
    }

    @Override
    public void close() throws IOException {
        if (ahead != null) {
            ahead.close();
        }
        closeReplayed();
        for (Waiting next : waiting) {
            next.spool.close();
        }
        waiting.clear();
    }
}
