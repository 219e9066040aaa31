package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Leniency;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Reads a list of links at the root, as an index of indexes, a list of blobs or a list of metadata has it, one link a step.
 * Each link counts as a structure of its own.
 */
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
            LinkFields.object(scan, scanner, index, slot);
        } else if (b == '"') {
            scan.events.indexEntry(
                    new FileLink(index, slot, null, scan.values.text(scanner), OptionalLong.empty(), at));
        } else {
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, at, null);
            scanner.skip();
        }
        return true;
    }
}
