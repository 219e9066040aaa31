package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.io.IOException;

/** Walks through the elements of a list; a single object in place of a list is a list of one. */
final class Elements {

    private final ByteScanner scanner;
    private final boolean single;
    private long count;

    private Elements(ByteScanner scanner, boolean single) {
        this.scanner = scanner;
        this.single = single;
    }

    /** Opens the list that comes next; if there is none, it is stepped over and counts as empty. */
    static Elements open(Scan scan, ByteScanner scanner) throws IOException {
        int b = scanner.peekInside();
        if (b == '[') {
            scanner.pos++;
            return new Elements(scanner, false);
        }
        if (b == '{') {
            scan.context.lenient(Leniency.VALUE_FOR_ARRAY, scanner.offset(), null);
            return new Elements(scanner, true);
        }
        scan.groups.noArray(scanner);
        Elements none = new Elements(scanner, true);
        none.count = 1;
        return none;
    }

    /** The rest of a list, from an element on that comes next. */
    static Elements from(ByteScanner scanner) {
        return new Elements(scanner, false);
    }

    /** Steps over elements that the scanner is already behind. */
    void passed(long elements) {
        count += elements;
    }

    /** Whether another element comes; the scanner then stands before it. */
    boolean next() throws IOException {
        boolean more = single ? count == 0 : scanner.more(']', count == 0);
        count++;
        return more;
    }

    /** The position of the element that {@link #next} came to. */
    long index() {
        return count - 1;
    }
}
