package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.Column;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.ProviderGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements of {@code negotiated_rates} into a batch and hands the batch over when it is full.
 *
 * <p>A rate's prices are handed over with all its references and groups, whatever the order of its keys: they stay in the
 * batch until the rate ends. Only a rate with more prices than a batch holds is handed over in parts; if its references
 * have not been met by then, the rest of its prices waits in a spool. A batch that was handed over stays as it is until
 * the next step, so that a consumer may read it at its own pace.
 */
final class RateParser {

    private final Scan scan;
    private final PriceParser prices;
    private final RateChoice choice;
    private final boolean wantsGroups;
    private final PriceBatch batch = new PriceBatch();
    private final ByteScanner replay;
    private final RateShape shape = new RateShape();
    private final IdParser ids;

    private @Nullable ByteScanner source;
    private boolean firstKey;
    private boolean whoKnown;
    private boolean referencesSeen;
    private boolean pricesSeen;
    private int firstPrice;
    private @Nullable ByteScanner priceSource;
    private boolean firstPriceInList;
    private long priceIndex;
    private @Nullable Spool waiting;
    private long waitingOffset;
    private @Nullable Spool replayed;
    private HandedOver handedOver = HandedOver.NOTHING;

    /** What became of the batch's content; it is left in place until the next price comes, so that it can be read. */
    private enum HandedOver {
        NOTHING,
        PART_OF_RATE,
        ALL
    }

    RateParser(Scan scan, RateChoice choice) {
        this.scan = scan;
        this.choice = choice;
        this.replay = scan.replayScanner();
        PriceFilter filter = scan.plan.filter();
        this.prices = new PriceParser(scan);
        this.ids = new IdParser(scan, batch, shape, filter.wants(Column.PROVIDER_REFERENCES) || choice.isActive());
        this.wantsGroups = filter.wants(Column.PROVIDER_GROUPS) || choice.isActive();
    }

    /**
     * Begins the rate that comes next and reads as much of it as the batch can hold.
     *
     * @return whether it is complete; if not, the batch was handed over and {@link #resume} goes on
     */
    boolean parse(ByteScanner scanner, Item item, long index) throws IOException {
        if (scanner.peekInside() != '{') {
            long at = scanner.offset();
            scanner.skip();
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, at, null);
            return true;
        }
        makeRoom();
        batch.beginRate(item, index);
        firstPrice = batch.size();
        whoKnown = false;
        pricesSeen = false;
        firstKey = true;
        referencesSeen = false;
        source = scanner;
        if (shape.isKnown() && ids.areWanted()) {
            scanner.has(RateShape.WINDOW);
            if (shape.opening().standsIn(scanner.buf, scanner.pos)) {
                return readByShape(scanner);
            }
        } else if (!shape.isKnown()) {
            scanner.has(RateShape.WINDOW);
            shape.watch(scanner, scan.context.lenientTotal());
        }
        scanner.pos++;
        return resume();
    }

    // ---- the quick way

    /** Reads a rate that opens as known; whatever is not as known is left to the long way, from there on. */
    private boolean readByShape(ByteScanner scanner) throws IOException {
        scanner.pos += shape.opening().length;
        firstKey = false;
        whoKnown = true;
        referencesSeen = true;
        if (!ids.readByShape(scanner)) {
            return resume();
        }
        pricesSeen = true;
        beginList(scanner, true);
        while (!batch.isFull()) {
            scan.context.at(priceIndex++);
            prices.parseObject(scanner, batch);
            firstPriceInList = false;
            int p = scanner.pos;
            byte[] bytes = scanner.buf;
            if (shape.closing.standsIn(bytes, p)) {
                scanner.pos = p + shape.closing.length;
                scan.context.leave();
                priceSource = null;
                end();
                return true;
            }
            int next = p + shape.betweenPrices.length;
            if (!shape.betweenPrices.standsIn(bytes, p) || bytes[next] != '{') {
                break;
            }
            scanner.pos = next;
            firstPriceInList = true;
        }
        return resume();
    }

    // ---- the long way

    /** Whether a rate has been begun and is not complete. */
    boolean isOpen() {
        return source != null;
    }

    /** Goes on with the rate; what it returns is as for {@link #parse}. */
    boolean resume() throws IOException {
        ByteScanner scanner = Objects.requireNonNull(source);
        makeRoom();
        while (true) {
            if (priceSource != null) {
                if (!readPriceList(priceSource)) {
                    return false;
                }
                scan.context.leave();
                priceSource = null;
            } else if (scanner.more('}', firstKey)) {
                firstKey = false;
                readKey(scanner);
            } else if (waiting != null) {
                beginReplay(waiting);
            } else {
                break;
            }
            closeReplayed();
        }
        if (!shape.isKnown()) {
            shape.learn(scanner.offset(), scan.context.lenientTotal());
        }
        end();
        return true;
    }

    private void end() {
        source = null;
        dropUnwanted();
        if (batch.hasEnough()) {
            handOver();
        }
    }

    private void readKey(ByteScanner scanner) throws IOException {
        long at = scanner.offset();
        Key key = scanner.key(scan.keys);
        switch (key.field) {
            case PROVIDER_REFERENCES -> {
                if (referencesSeen) {
                    scan.context.lenient(Leniency.DUPLICATE_KEY, at, key.name);
                }
                referencesSeen = true;
                whoKnown = true;
                ids.read(scanner);
            }
            case PROVIDER_GROUPS -> {
                shape.odd();
                readGroups(scanner);
            }
            case NEGOTIATED_PRICES -> {
                if (pricesSeen) {
                    scan.context.lenient(Leniency.DUPLICATE_KEY, at, key.name);
                }
                pricesSeen = true;
                readPrices(scanner);
            }
            default -> {
                shape.odd();
                scan.unknown(scanner, key);
            }
        }
    }

    // ---- who

    private void readGroups(ByteScanner scanner) throws IOException {
        whoKnown = true;
        if (!wantsGroups) {
            long before = scanner.offset();
            scanner.skip();
            scan.ledger.groupBytesUnread += scanner.offset() - before;
            return;
        }
        List<ProviderGroup> groups = new ArrayList<>();
        scan.groups.groups(scanner, groups);
        scan.ledger.groupsDelivered += groups.size();
        if (!groups.isEmpty()) {
            batch.addGroups(groups);
        }
    }

    // ---- prices

    private void readPrices(ByteScanner scanner) throws IOException {
        int b = scanner.peekInside();
        if (b == '[') {
            scanner.pos++;
            beginList(scanner, true);
        } else if (b == '{' && !batch.isFull()) {
            scan.context.lenient(Leniency.VALUE_FOR_ARRAY, scanner.offset(), null);
            prices.parse(scanner, batch);
        } else {
            scan.groups.noArray(scanner);
        }
    }

    private void beginList(ByteScanner from, boolean atStart) {
        priceSource = from;
        firstPriceInList = atStart;
        priceIndex = 0;
        scan.context.enter("negotiated_prices");
    }

    /** Reads the list to its end; false if the batch is full before that and was handed over. */
    private boolean readPriceList(ByteScanner from) throws IOException {
        while (true) {
            if (batch.isFull()) {
                if (whoKnown) {
                    handOverPart();
                    return false;
                }
                letWait(from);
                return true;
            }
            if (!from.more(']', firstPriceInList)) {
                return true;
            }
            firstPriceInList = false;
            scan.context.at(priceIndex++);
            if (shape.isKnown()) {
                prices.parse(from, batch);
            } else {
                readWatched(from);
            }
        }
    }

    private void readWatched(ByteScanner from) throws IOException {
        from.peekInside();
        long start = from.offset();
        long leniencies = scan.context.lenientTotal();
        prices.parse(from, batch);
        shape.price(start, from.offset(), scan.context.lenientTotal() - leniencies);
    }

    /** Takes the rest of a list aside: the batch is full, and who the prices are for is not known yet. */
    private void letWait(ByteScanner scanner) throws IOException {
        shape.odd();
        Spool spool = scan.newSpool();
        waiting = spool;
        waitingOffset = scanner.offset();
        scanner.beginCapture(spool);
        scanner.skipRest(']');
        scanner.endCapture();
    }

    private void beginReplay(Spool spool) throws IOException {
        waiting = null;
        whoKnown = true;
        replayed = spool;
        scan.counts.spilledSpools += spool.isSpilled() ? 1 : 0;
        scan.counts.deferredLists++;
        replay.restart(spool.read(), waitingOffset);
        beginList(replay, false);
    }

    private void closeReplayed() throws IOException {
        if (replayed != null && priceSource == null) {
            replayed.close();
            replayed = null;
        }
    }

    // ---- handing over

    private void dropUnwanted() {
        if (!choice.wants(batch, batch.rateCount() - 1)) {
            scan.ledger.pricesFiltered += batch.size() - firstPrice;
            batch.truncate(firstPrice);
        }
    }

    private void handOverPart() {
        dropUnwanted();
        handedOver = HandedOver.PART_OF_RATE;
        send();
    }

    /** Hands over what the batch holds; it stays there until the next rate is read. */
    void handOver() {
        if (handedOver == HandedOver.NOTHING) {
            handedOver = HandedOver.ALL;
            send();
        }
    }

    private void send() {
        if (batch.rateCount() > 0) {
            scan.ledger.pricesDelivered += batch.size();
            scan.events.prices(batch);
        }
    }

    private void makeRoom() {
        if (handedOver == HandedOver.PART_OF_RATE) {
            batch.carryRate();
            firstPrice = 0;
        } else if (handedOver == HandedOver.ALL) {
            batch.clear();
        }
        handedOver = HandedOver.NOTHING;
    }

    /** After an error: hands over the prices that are complete and rejects those whose rate is not. */
    void abandon() throws IOException {
        if (source != null && handedOver == HandedOver.NOTHING) {
            if (whoKnown) {
                dropUnwanted();
            } else {
                scan.ledger.rejectPrices("rate-incomplete", batch.size() - firstPrice);
                batch.truncate(firstPrice);
            }
        }
        source = null;
        handOver();
        if (waiting != null) {
            waiting.close();
        }
        if (replayed != null) {
            replayed.close();
        }
    }
}
