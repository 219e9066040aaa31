package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.Tin;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code out_of_network}, one item a step.
 *
 * <p>These files are small beside the in-network ones, so every inner list simply waits until the object around it has
 * ended: then all that belongs to a row is known, whatever the order of the keys.
 */
final class AllowedAmountsSection implements Section {

    private final Scan scan;
    private final ByteScanner scanner;
    private final ItemHead head;
    private final ByteScanner amountsReplay;
    private final ByteScanner paymentsReplay;
    private final ByteScanner providersReplay;
    private final Elements items;
    private long itemIndex = -1;
    private boolean itemOpen;

    /** Starts before the array. */
    AllowedAmountsSection(Scan scan, ByteScanner scanner) throws IOException {
        this.scan = scan;
        this.scanner = scanner;
        this.head = ItemHead.allowedAmounts(scan);
        this.amountsReplay = scan.replayScanner();
        this.paymentsReplay = scan.replayScanner();
        this.providersReplay = scan.replayScanner();
        scan.context.enter("out_of_network");
        this.items = Elements.open(scan, scanner);
    }

    @Override
    public boolean step() throws IOException {
        if (!items.next()) {
            scan.context.leave();
            return false;
        }
        itemIndex = items.index();
        scan.context.at(itemIndex);
        boolean object = scanner.peekInside() == '{';
        scan.ledger.itemsSeen++;
        itemOpen = true;
        if (object) {
            readItem();
        } else {
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, scanner.offset(), null);
            scan.ledger.itemsRejected++;
            itemOpen = false;
            scanner.skip();
        }
        return true;
    }

    private void readItem() throws IOException {
        scanner.pos++;
        head.clear();
        Deferred amounts = new Deferred(scan, amountsReplay);
        for (boolean firstKey = true; scanner.more('}', firstKey); firstKey = false) {
            Key key = scanner.key(scan.keys);
            if (key.field == Field.ALLOWED_AMOUNTS) {
                amounts.capture(scanner, "allowed_amounts");
            } else if (!head.read(scanner, key, false)) {
                scan.unknown(scanner, key);
            }
        }
        itemOpen = false;
        if (!scan.plan.filter().wantsItem(null, head.type(), head.code())) {
            scan.ledger.itemsFiltered++;
            scan.ledger.itemsUnread += amounts.drop() ? 1 : 0;
            return;
        }
        Item item = head.item(itemIndex);
        scan.itemDelivered(head);
        scan.events.item(item);
        amounts.replay(replay -> readAmount(replay, item));
    }

    private void readAmount(ByteScanner in, Item item) throws IOException {
        Row row = new Row(item);
        Deferred payments = new Deferred(scan, paymentsReplay);
        in.pos++;
        for (boolean firstKey = true; in.more('}', firstKey); firstKey = false) {
            Key key = in.key(scan.keys);
            switch (key.field) {
                case TIN -> row.tin = scan.groups.tin(in);
                case SERVICE_CODE -> row.serviceCodes = scan.values.texts(in);
                case BILLING_CLASS -> row.billingClass = scan.values.text(in);
                case SETTING -> {
                    scan.schema2 = true;
                    row.setting = scan.values.text(in);
                }
                case PAYMENTS -> payments.capture(in, "payments");
                default -> scan.unknown(in, key);
            }
        }
        payments.replay(replay -> readPayment(replay, row));
    }

    private void readPayment(ByteScanner in, Row row) throws IOException {
        long at = in.offset();
        row.clearPayment();
        Deferred providers = new Deferred(scan, providersReplay);
        in.pos++;
        for (boolean firstKey = true; in.more('}', firstKey); firstKey = false) {
            Key key = in.key(scan.keys);
            switch (key.field) {
                case ALLOWED_AMOUNT -> {
                    row.amount = scan.values.decimal(in);
                    row.amountText = scan.values.oddText;
                }
                case BILLING_CODE_MODIFIER -> row.modifiers = scan.values.texts(in);
                case PROVIDERS -> providers.capture(in, "providers");
                default -> scan.unknown(in, key);
            }
        }
        if (providers.isEmpty()) {
            reject("providers-missing", at, null);
        }
        providers.replay(replay -> readProvider(replay, row));
    }

    private void readProvider(ByteScanner in, Row row) throws IOException {
        long at = in.offset();
        BigDecimal billed = null;
        NpiList npis = NpiList.EMPTY;
        in.pos++;
        for (boolean firstKey = true; in.more('}', firstKey); firstKey = false) {
            Key key = in.key(scan.keys);
            switch (key.field) {
                case BILLED_CHARGE -> billed = scan.amount(in);
                case NPI -> npis = scan.values.npis(in, scan.plan.limits().maxGroupNpis());
                default -> scan.unknown(in, key);
            }
        }
        deliver(row, billed, npis, at);
    }

    private void deliver(Row row, @Nullable BigDecimal billed, NpiList npis, long at) {
        BigDecimal amount = row.amount;
        if (amount == null) {
            String missing = row.amountText == null ? "allowed_amount-missing" : "allowed_amount-not-a-number";
            reject(missing, at, row.amountText);
            return;
        }
        scan.ledger.pricesSeen++;
        AllowedAmount made = new AllowedAmount(
                row.item,
                row.tin,
                row.billingClass,
                row.setting,
                row.serviceCodes,
                amount,
                row.modifiers,
                billed,
                npis,
                at);
        if (isWanted(made)) {
            scan.events.allowedAmount(made);
            scan.ledger.pricesDelivered++;
        } else {
            scan.ledger.pricesFiltered++;
        }
    }

    private boolean isWanted(AllowedAmount amount) {
        PriceFilter filter = scan.plan.filter();
        PriceTerms terms = new PriceTerms(null, null, amount.billingClass(), null, List.of(), List.of(), null);
        return filter.wantsTerms(terms)
                && (!filter.choosesProviders() || filter.wantsProviders(amount.npis(), amount.tin()));
    }

    private void reject(String reason, long at, @Nullable String raw) {
        scan.ledger.pricesSeen++;
        scan.ledger.rejectPrice(reason);
        scan.context.reject(reason, at, raw);
    }

    @Override
    public void abandon() {
        if (itemOpen) {
            scan.ledger.itemsRejected++;
            itemOpen = false;
        }
    }

    /** What is known of a row so far. */
    private static final class Row {
        final Item item;
        Tin tin = Tin.NONE;

        @Nullable
        String billingClass;

        @Nullable
        String setting;

        List<String> serviceCodes = List.of();

        @Nullable
        BigDecimal amount;

        @Nullable
        String amountText;

        List<String> modifiers = List.of();

        Row(Item item) {
            this.item = item;
        }

        void clearPayment() {
            amount = null;
            amountText = null;
            modifiers = List.of();
        }
    }
}
