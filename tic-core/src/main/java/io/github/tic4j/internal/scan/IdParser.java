package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.io.IOException;

/** Reads the ids of a rate's references into its batch. */
final class IdParser {

    private final Scan scan;
    private final PriceBatch batch;
    private final RateShape shape;
    private final boolean wanted;
    private int codeEnd;

    IdParser(Scan scan, PriceBatch batch, RateShape shape, boolean wanted) {
        this.scan = scan;
        this.batch = batch;
        this.shape = shape;
        this.wanted = wanted;
    }

    boolean areWanted() {
        return wanted;
    }

    /** Reads the ids and what leads to the first price; false if the long way has to go on with the next key. */
    boolean readByShape(ByteScanner scanner) throws IOException {
        int room = scan.plan.limits().maxReferencesPerRate();
        boolean atId = true;
        while (atId && room-- > 0 && (scanner.pos < scanner.limit - RateShape.WINDOW / 4 || refill(scanner))) {
            byte[] bytes = scanner.buf;
            int start = scanner.pos;
            long code = readCode(bytes, start);
            int end = codeEnd;
            if (code < 0) {
                break;
            }
            if (shape.betweenIds.standsIn(bytes, end)) {
                batch.addReference(code);
                int next = end + shape.betweenIds.length;
                atId = isDigit(bytes[next]);
                scanner.pos = atId ? next : end;
            } else if (shape.beforePrices.standsIn(bytes, end) && bytes[end + shape.beforePrices.length] == '{') {
                batch.addReference(code);
                scanner.pos = end + shape.beforePrices.length;
                return true;
            } else {
                break;
            }
        }
        readList(scanner, atId);
        return false;
    }

    /** The id that starts at a position, up to {@link #codeEnd}; negative if it is not of the usual kind. */
    private long readCode(byte[] bytes, int start) {
        long block = Digits.block(bytes, start);
        int count = Digits.count(block);
        codeEnd = start + count;
        if (count == 0 || count == Digits.BLOCK || (count > 1 && bytes[start] == '0')) {
            return readLongCode(bytes, start);
        }
        long digits = Digits.value(block, count);
        if (bytes[codeEnd] != '.') {
            return RefCode.of(digits, 0);
        }
        long behind = Digits.block(bytes, codeEnd + 1);
        int scale = Digits.count(behind);
        codeEnd += 1 + scale;
        return scale == 0 || scale == Digits.BLOCK
                ? readLongCode(bytes, start)
                : RefCode.of(digits * Digits.power(scale) + Digits.value(behind, scale), scale);
    }

    private long readLongCode(byte[] bytes, int start) {
        int p = start;
        while (isDigit(bytes[p]) || bytes[p] == '.') {
            p++;
        }
        codeEnd = p;
        return RefCode.parse(bytes, start, p);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Makes more of the ids available; whether there are any. */
    private static boolean refill(ByteScanner scanner) throws IOException {
        scanner.has(RateShape.WINDOW);
        return scanner.limit > scanner.pos;
    }

    /** Reads the value of {@code provider_references}. */
    void read(ByteScanner scanner) throws IOException {
        int b = scanner.peekInside();
        if (!wanted) {
            scanner.skip();
        } else if (b == '[') {
            scanner.pos++;
            readList(scanner, true);
        } else if (b == 'n' || b == '{') {
            scan.groups.noArray(scanner);
        } else {
            scan.context.lenient(Leniency.VALUE_FOR_ARRAY, scanner.offset(), null);
            readReference(scanner);
        }
    }

    private void readList(ByteScanner scanner, boolean atStart) throws IOException {
        for (boolean first = atStart; scanner.more(']', first); first = false) {
            scanner.peekInside();
            long start = scanner.offset();
            readReference(scanner);
            shape.id(start, scanner.offset());
        }
    }

    private void readReference(ByteScanner scanner) throws IOException {
        int most = scan.plan.limits().maxReferencesPerRate();
        if (batch.referenceCount(batch.rateCount() - 1) >= most) {
            throw scan.context.limit("maxReferencesPerRate", most, scanner.offset());
        }
        int b = scanner.peekInside();
        long at = scanner.offset();
        if (b == '"') {
            scanner.string();
            addId(scanner.decoded(at), scanner);
            scan.context.lenient(Leniency.STRING_FOR_NUMBER, at, null);
        } else if (b == '{' || b == '[') {
            scan.context.lenient(Leniency.STRUCTURE_FOR_VALUE, at, null);
            scanner.skip();
        } else {
            readId(scanner, at);
        }
    }

    private void readId(ByteScanner scanner, long at) throws IOException {
        scanner.scalar();
        if (scanner.is("null")) {
            scan.context.lenient(Leniency.NULL_VALUE, at, null);
            return;
        }
        long code = RefCode.parse(scanner.buf, scanner.from, scanner.to);
        if (code >= 0) {
            batch.addReference(code);
            return;
        }
        String text = scanner.decoded(at);
        if (!Numbers.isJson(scanner.buf, scanner.from, scanner.to)) {
            Numbers.oddScalar(scanner, scan.context);
        }
        batch.addOddReference(text);
    }

    private void addId(String text, ByteScanner scanner) {
        long code = RefCode.parse(scanner.buf, scanner.from, scanner.to);
        if (code >= 0 && text.length() == scanner.to - scanner.from) {
            batch.addReference(code);
        } else {
            batch.addOddReference(text);
        }
    }
}
