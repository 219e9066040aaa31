package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.ContainedCode.Role;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Leniency;
import java.io.IOException;

/** Reads {@code bundled_codes} and {@code covered_services}, one code at a time. */
final class ContainedCodes {

    private ContainedCodes() {}

    static void read(Scan scan, ByteScanner scanner, long itemIndex, Role role) throws IOException {
        int b = scanner.peekInside();
        if (b == '{') {
            scan.context.lenient(Leniency.VALUE_FOR_ARRAY, scanner.offset(), null);
            readOne(scan, scanner, itemIndex, role);
            return;
        }
        if (b != '[') {
            scan.groups.noArray(scanner);
            return;
        }
        scanner.pos++;
        scan.context.enter(role == Role.BUNDLED ? "bundled_codes" : "covered_services");
        long index = 0;
        for (boolean first = true; scanner.more(']', first); first = false) {
            scan.context.at(index++);
            readOne(scan, scanner, itemIndex, role);
        }
        scan.context.leave();
    }

    private static void readOne(Scan scan, ByteScanner scanner, long itemIndex, Role role) throws IOException {
        long at = scanner.offset();
        if (scanner.peekInside() != '{') {
            scanner.skip();
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, at, null);
            return;
        }
        scanner.pos++;
        String type = null;
        String version = null;
        String code = null;
        String description = null;
        for (boolean first = true; scanner.more('}', first); first = false) {
            Key key = scanner.key(scan.keys);
            switch (key.field) {
                case BILLING_CODE_TYPE -> type = scan.values.text(scanner);
                case BILLING_CODE_TYPE_VERSION -> version = scan.values.text(scanner);
                case BILLING_CODE -> code = scan.values.text(scanner);
                case DESCRIPTION -> description = scan.values.text(scanner);
                default -> scan.unknown(scanner, key);
            }
        }
        ContainedCode contained = new ContainedCode(itemIndex, role, type, version, code, description);
        if (contained.isBlank()) {
            scan.context.finding(
                    "contained-code-blank", Severity.INFO, at, null, "A contained code has at least one field");
        } else {
            scan.events.containedCode(contained);
        }
    }
}
