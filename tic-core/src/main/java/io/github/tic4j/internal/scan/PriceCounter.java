package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import java.io.IOException;

/** Counts the prices in {@code negotiated_rates} that nobody wants, without reading them. */
final class PriceCounter {

    private PriceCounter() {}

    static long count(ByteScanner scanner, Scan scan) throws IOException {
        long prices = 0;
        int b = scanner.peekInside();
        if (b == '{') {
            return countRate(scanner, scan);
        }
        if (b != '[') {
            scanner.skip();
            return 0;
        }
        scanner.pos++;
        for (boolean first = true; scanner.more(']', first); first = false) {
            if (scanner.peekInside() == '{') {
                prices += countRate(scanner, scan);
            } else {
                scanner.skip();
            }
        }
        return prices;
    }

    private static long countRate(ByteScanner scanner, Scan scan) throws IOException {
        long prices = 0;
        scanner.pos++;
        for (boolean first = true; scanner.more('}', first); first = false) {
            Key key = scanner.key(scan.keys);
            if (key.field == Field.NEGOTIATED_PRICES) {
                prices += countElements(scanner);
            } else {
                scanner.skip();
            }
        }
        return prices;
    }

    private static long countElements(ByteScanner scanner) throws IOException {
        int b = scanner.peekInside();
        if (b != '[') {
            scanner.skip();
            return b == '{' ? 1 : 0;
        }
        long elements = 0;
        scanner.pos++;
        for (boolean first = true; scanner.more(']', first); first = false) {
            scanner.skip();
            elements++;
        }
        return elements;
    }
}
