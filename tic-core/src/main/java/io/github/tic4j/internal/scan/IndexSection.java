package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.IndexEntry.PlanEntry;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Leniency;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code reporting_structure}, one plan or link a step. Plans and links are handed over as they come, with the
 * number of their structure; nothing is kept, however many there are.
 */
final class IndexSection implements Section {

    private final Scan scan;
    private final ByteScanner scanner;
    private final Elements structures;
    private boolean firstKey;
    private boolean firstEntry;
    private long structure = -1;
    private long entry;
    private boolean inStructure;
    private @Nullable Field list;

    /** Starts before the array. */
    IndexSection(Scan scan, ByteScanner scanner) throws IOException {
        this.scan = scan;
        this.scanner = scanner;
        scan.context.enter("reporting_structure");
        this.structures = Elements.open(scan, scanner);
    }

    @Override
    public boolean step() throws IOException {
        if (list != null) {
            readEntry(list);
        } else if (inStructure) {
            readKey();
        } else if (structures.next()) {
            beginStructure();
        } else {
            scan.context.leave();
            return false;
        }
        return true;
    }

    private void beginStructure() throws IOException {
        structure = structures.index();
        scan.context.at(structure);
        if (scanner.peekInside() != '{') {
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, scanner.offset(), null);
            scanner.skip();
            return;
        }
        scanner.pos++;
        inStructure = true;
        firstKey = true;
    }

    private void readKey() throws IOException {
        if (!scanner.more('}', firstKey)) {
            inStructure = false;
            return;
        }
        firstKey = false;
        Key key = scanner.key(scan.keys);
        switch (key.field) {
            case REPORTING_PLANS, IN_NETWORK_FILES, ALLOWED_AMOUNT_FILE, DRUG_FILE, TOC_FILES -> openList(key);
            default -> scan.unknown(scanner, key);
        }
    }

    private void openList(Key key) throws IOException {
        int b = scanner.peekInside();
        boolean single = key.field == Field.ALLOWED_AMOUNT_FILE || key.field == Field.DRUG_FILE;
        scan.context.enter(key.field.key());
        if (b == '[') {
            if (single) {
                scan.context.lenient(Leniency.ARRAY_FOR_VALUE, scanner.offset(), null);
            }
            scanner.pos++;
            list = key.field;
            firstEntry = true;
            entry = 0;
            return;
        }
        if (b == '{') {
            if (!single) {
                scan.context.lenient(Leniency.VALUE_FOR_ARRAY, scanner.offset(), null);
            }
            readOne(key.field);
        } else {
            scan.groups.noArray(scanner);
        }
        scan.context.leave();
    }

    private void readEntry(Field of) throws IOException {
        if (!scanner.more(']', firstEntry)) {
            list = null;
            scan.context.leave();
            return;
        }
        firstEntry = false;
        scan.context.at(entry++);
        if (scanner.peekInside() == '{') {
            readOne(of);
        } else {
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, scanner.offset(), null);
            scanner.skip();
        }
    }

    private void readOne(Field of) throws IOException {
        if (of == Field.REPORTING_PLANS) {
            scan.events.indexEntry(new PlanEntry(structure, PlanFields.object(scan, scanner)));
        } else {
            LinkFields.object(scan, scanner, structure, slot(of));
        }
    }

    static Slot slot(Field of) {
        return switch (of) {
            case IN_NETWORK_FILES -> Slot.IN_NETWORK;
            case ALLOWED_AMOUNT_FILE -> Slot.ALLOWED_AMOUNTS;
            case DRUG_FILE -> Slot.PRESCRIPTION_DRUGS;
            case TOC_FILES -> Slot.TABLE_OF_CONTENTS;
            default -> Slot.UNKNOWN;
        };
    }
}
