package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Leniency;
import java.io.IOException;

/** Reads a list of links at the root, as an index of indexes or a list of blobs has it, one link a step. */
final class LinkListSection implements Section {

    private final Scan scan;
    private final ByteScanner scanner;
    private final Slot slot;
    private final Elements links;

    /** Starts before the array. */
    LinkListSection(Scan scan, ByteScanner scanner, Field list) throws IOException {
        this.scan = scan;
        this.scanner = scanner;
        this.slot = IndexSection.slot(list);
        scan.context.enter(list.key());
        this.links = Elements.open(scan, scanner);
    }

    @Override
    public boolean step() throws IOException {
        if (!links.next()) {
            scan.context.leave();
            return false;
        }
        long index = links.index();
        scan.context.at(index);
        int b = scanner.peekInside();
        long at = scanner.offset();
        if (b == '{') {
            scan.events.indexEntry(IndexSection.link(scan, scanner, index, slot));
        } else if (b == '"') {
            scan.events.indexEntry(new FileLink(index, slot, null, scan.values.text(scanner), at));
        } else {
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, at, null);
            scanner.skip();
        }
        return true;
    }
}
