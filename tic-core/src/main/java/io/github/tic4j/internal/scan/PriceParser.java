package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.internal.scan.ShapeCache.Shape;
import io.github.tic4j.mrf.Column;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.PriceTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code negotiated_prices} into a batch: by its shape if that is known, else key by key. */
final class PriceParser {

    private final Scan scan;
    private final ScanContext context;
    private final LedgerCounts ledger;
    private final PriceFilter filter;
    private final Values values;
    private final ShapeCache shapes = new ShapeCache();

    private @Nullable String negotiatedType;
    private @Nullable String expirationDate;
    private @Nullable String billingClass;
    private @Nullable String setting;
    private @Nullable String additionalInformation;
    private List<String> serviceCodes = List.of();
    private List<String> modifiers = List.of();
    private @Nullable BigDecimal amount;
    private @Nullable String amountText;
    private boolean amountSeen;
    private int numberStart;
    private int numberEnd;

    PriceParser(Scan scan) {
        this.scan = scan;
        this.context = scan.context;
        this.ledger = scan.ledger;
        this.filter = scan.plan.filter();
        this.values = scan.values;
    }

    /** Reads the price that comes next. The batch must not be full. */
    void parse(ByteScanner scanner, PriceBatch batch) throws IOException {
        if (scanner.peekInside() != '{') {
            notAnObject(scanner);
            return;
        }
        parseObject(scanner, batch);
    }

    /** Reads the price whose opening brace stands at the position of the scanner. The batch must not be full. */
    void parseObject(ByteScanner scanner, PriceBatch batch) throws IOException {
        scanner.has(ShapeCache.LONGEST);
        if (!parseByShape(scanner, batch)) {
            parseByKeys(scanner, batch);
        }
    }

    private boolean parseByShape(ByteScanner scanner, PriceBatch batch) {
        byte[] bytes = scanner.buf;
        int start = scanner.pos;
        int prefix = shapes.matchPrefix(bytes, start);
        if (prefix < 0) {
            return false;
        }
        int p = start + prefix;
        boolean negative = bytes[p] == '-';
        if (negative) {
            p++;
        }
        long block = Digits.block(bytes, p);
        int whole = Digits.count(block);
        if (whole == 0 || whole == Digits.BLOCK || (whole > 1 && bytes[p] == '0')) {
            return false;
        }
        long digits = Digits.value(block, whole);
        p += whole;
        int scale = 0;
        if (bytes[p] == '.') {
            block = Digits.block(bytes, p + 1);
            scale = Digits.count(block);
            if (scale == 0 || scale == Digits.BLOCK) {
                return false;
            }
            digits = digits * Digits.power(scale) + Digits.value(block, scale);
            p += 1 + scale;
        }
        if (!endsNumber(bytes[p])) {
            return false;
        }
        Shape shape = shapes.matchTail(bytes, p, scanner.limit);
        if (shape == null || p + shape.tail.length > scanner.limit) {
            return false;
        }
        scanner.pos = p + shape.tail.length;
        ledger.pricesSeen++;
        if (shape.notes != null) {
            shape.notes.forEach(Runnable::run);
        }
        if (shape.wanted) {
            batch.add(negative ? -digits : digits, scale, shape.terms, scanner.offsetOf(start));
        } else {
            ledger.pricesFiltered++;
        }
        return true;
    }

    private static boolean endsNumber(byte b) {
        return b == ',' || b == '}' || b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private void parseByKeys(ByteScanner scanner, PriceBatch batch) throws IOException {
        reset();
        long offset = scanner.offset();
        scanner.pin();
        context.record();
        readObject(scanner);
        List<Runnable> notes = context.recorded();
        ledger.pricesSeen++;
        PriceTerms terms = new PriceTerms(
                negotiatedType, expirationDate, billingClass, setting, serviceCodes, modifiers, additionalInformation);
        boolean wanted = filter.wantsTerms(terms);
        int start = scanner.pinned();
        if (amount == null) {
            reject(offset);
        } else {
            boolean repeatable = numberStart >= 0 && amountText == null && scanner.pos - start <= ShapeCache.LONGEST;
            if (repeatable) {
                shapes.learn(
                        scanner.buf, start, start + numberStart, start + numberEnd, scanner.pos, terms, wanted, notes);
            }
            if (wanted) {
                batch.add(amount, amountText, terms, offset);
            } else {
                ledger.pricesFiltered++;
            }
        }
        scanner.unpin();
    }

    private void readObject(ByteScanner scanner) throws IOException {
        scanner.pos++;
        long seen = 0;
        for (boolean first = true; scanner.more('}', first); first = false) {
            long at = scanner.offset();
            Key key = scanner.key(scan.keys);
            long bit = key.field.bit();
            if ((seen & bit) != 0) {
                context.lenient(Leniency.DUPLICATE_KEY, at, key.name);
            }
            seen |= bit;
            readField(scanner, key);
        }
    }

    private void readField(ByteScanner scanner, Key key) throws IOException {
        switch (key.field) {
            case NEGOTIATED_TYPE -> negotiatedType = values.text(scanner);
            case NEGOTIATED_RATE -> readAmount(scanner);
            case EXPIRATION_DATE -> expirationDate = values.text(scanner);
            case BILLING_CLASS -> billingClass = values.text(scanner);
            case SETTING -> {
                scan.schema2 = true;
                setting = values.text(scanner);
            }
            case SERVICE_CODE -> serviceCodes = wantedTexts(scanner, Column.SERVICE_CODES);
            case BILLING_CODE_MODIFIER -> modifiers = wantedTexts(scanner, Column.MODIFIERS);
            case ADDITIONAL_INFORMATION -> {
                if (filter.wants(Column.ADDITIONAL_INFORMATION)) {
                    additionalInformation = values.text(scanner);
                } else {
                    scanner.skip();
                }
            }
            default -> scan.unknown(scanner, key);
        }
    }

    private List<String> wantedTexts(ByteScanner scanner, Column column) throws IOException {
        if (filter.wants(column)) {
            return values.texts(scanner);
        }
        scanner.skip();
        return List.of();
    }

    private void readAmount(ByteScanner scanner) throws IOException {
        scanner.peekInside();
        int before = scanner.pos - scanner.pinned();
        amount = values.decimal(scanner);
        amountText = values.oddText;
        if (amount != null && amountText == null) {
            int length = scanner.to - scanner.from;
            String published = amount.toString();
            if (length != published.length()) {
                amountText = exponentText(scanner);
            }
        }
        numberStart = amountSeen || amountText != null ? -1 : before;
        numberEnd = scanner.pos - scanner.pinned();
        amountSeen = true;
    }

    /** The text of a number in scientific notation: its digits do not show how it was published. */
    private static @Nullable String exponentText(ByteScanner scanner) {
        String text = scanner.decoded(scanner.offsetOf(scanner.from));
        return text.indexOf('e') >= 0 || text.indexOf('E') >= 0 ? text : null;
    }

    private void reject(long offset) {
        String reason = !amountSeen || amountText == null ? "negotiated_rate-missing" : "negotiated_rate-not-a-number";
        ledger.rejectPrice(reason);
        context.reject(reason, offset, amountText);
    }

    private void notAnObject(ByteScanner scanner) throws IOException {
        long offset = scanner.offset();
        scanner.skip();
        context.lenient(Leniency.VALUE_FOR_OBJECT, offset, null);
        ledger.pricesSeen++;
        ledger.rejectPrice("price-not-an-object");
        context.reject("price-not-an-object", offset, null);
    }

    private void reset() {
        negotiatedType = null;
        expirationDate = null;
        billingClass = null;
        setting = null;
        additionalInformation = null;
        serviceCodes = List.of();
        modifiers = List.of();
        amount = null;
        amountText = null;
        amountSeen = false;
        numberStart = -1;
    }
}
