package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.io.IOException;

/** Reads the ids of a rate's references into its batch. */
final class IdParser {

    private final Scan scan;
    private final PriceBatch batch;
    private final RateShape shape;
    private final boolean wanted;

    IdParser(Scan scan, PriceBatch batch, RateShape shape, boolean wanted) {
        this.scan = scan;
        this.batch = batch;
        this.shape = shape;
        this.wanted = wanted;
    }

    boolean areWanted() {
        return wanted;
    }

    /** Reads the ids and what leads to the prices; false if the long way has to go on with the next key. */
    boolean readByShape(ByteScanner scanner) throws IOException {
        boolean atId = true;
        while (atId && (scanner.pos < scanner.limit - RateShape.WINDOW / 4 || refill(scanner))) {
            byte[] bytes = scanner.buf;
            int p = scanner.pos;
            long digits = 0;
            int q = p;
            for (int c = digit(bytes[q]); c < 10; c = digit(bytes[++q])) {
                digits = digits * 10 + c;
            }
            int point = bytes[q] == '.' ? q : 0;
            if (point != 0) {
                for (int c = digit(bytes[++q]); c < 10; c = digit(bytes[++q])) {
                    digits = digits * 10 + c;
                }
            }
            int scale = point == 0 ? 0 : q - point - 1;
            boolean plain = q > p
                    && q - p <= 17
                    && point != p
                    && (point == 0 || scale > 0)
                    && (bytes[p] != '0' || q == p + 1 || point == p + 1);
            boolean last = plain && RateShape.stands(bytes, q, shape.beforePrices);
            if (!plain || !(last || RateShape.stands(bytes, q, shape.betweenIds))) {
                break;
            }
            batch.addReference(RefCode.of(digits, scale));
            if (last) {
                scanner.pos = q + shape.beforePrices.length;
                return true;
            }
            int next = q + shape.betweenIds.length;
            atId = bytes[next] >= '0' && bytes[next] <= '9';
            scanner.pos = atId ? next : q;
        }
        readList(scanner, atId);
        return false;
    }

    /** The value of a digit; ten or more for any other byte. */
    private static int digit(byte b) {
        return (b - '0') & 0xFF;
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
