package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.SchemaLine;
import io.github.tic4j.source.ContentException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document of any kind, a step at a time, and hands over what it finds. Each step is bounded: a root key, a
 * reference, a rate, a plan, a link.
 *
 * <p>Providers are chosen by references. Where these stand behind the items, the items are stepped over first and read in
 * a second pass, or from a spool where the document cannot be opened again.
 */
public final class DocumentScan implements Closeable {

    private static final int MOST_ROOT_KEYS = 100;

    private final Scan scan;
    private final RateChoice choice;
    private final @Nullable Opener again;
    private final Map<String, Long> rootKeys = new LinkedHashMap<>();
    private final HeaderFields header;
    private @Nullable Split split;
    private ByteScanner scanner;
    private @Nullable Section section;
    private @Nullable Spool itemsAside;
    private long itemsAsideOffset;

    private boolean inRoot;
    private boolean inRootArray;
    private boolean firstRootInArray = true;
    private boolean firstKey;
    private boolean anyRoot;
    private boolean referencesSeen;
    private boolean itemsLeftForLater;
    private int pass = 1;
    private boolean finished;
    private long bytes;

    /** What broke the first pass; thrown when the items before it have been read in the second. */
    private @Nullable ContentException failure;

    private MrfKind kind = MrfKind.UNKNOWN;

    /** Opens the same document again, at its first byte. */
    public interface Opener {
        /** A new stream. */
        InputStream open() throws IOException;
    }

    /**
     * A scan of a document.
     *
     * @param source its name, for messages and items
     * @param in its bytes; the caller closes it
     * @param again how to open it again, or {@code null} if that is impossible
     * @param plan what to do
     * @param events who receives what is read
     */
    public DocumentScan(String source, InputStream in, @Nullable Opener again, ScanPlan plan, ScanEvents events) {
        this.scan = new Scan(plan, events, source);
        this.choice = new RateChoice(plan.filter(), plan.ids());
        this.again = again;
        this.header = new HeaderFields(scan);
        this.scanner = newScanner(in, 0);
    }

    /** Has items read on several threads, from a document that lies somewhere as it is. */
    public void splitItems(Split over) {
        split = over;
    }

    private ByteScanner newScanner(InputStream in, long offset) {
        return new ByteScanner(in, offset, scan.context, scan.plan.isStrict(), scan.plan.limits());
    }

    /**
     * Reads on.
     *
     * @return false at the end of the document
     * @throws ContentException if it is broken; everything complete has been handed over by then
     * @throws IOException if the stream fails
     */
    public boolean step() throws IOException {
        if (finished) {
            return false;
        }
        boolean whole = false;
        try {
            advance();
            whole = true;
        } catch (ContentException broken) {
            whole = pass == 1 && itemsLeftForLater;
            if (!whole) {
                throw broken;
            }
            failure = broken;
            scanner.endCapture();
            closeSection();
            readItemsNow();
        } finally {
            if (!whole) {
                abandon();
            }
        }
        return !finished;
    }

    /** What the document is about, as far as it has been read. */
    public MrfKind kind() {
        return kind;
    }

    /** The fault of a document that has ended and is none of ours, or {@code null}: a server's error message is JSON too. */
    public @Nullable ContentException foreign() {
        if (kind != MrfKind.UNKNOWN || header.any()) {
            return null;
        }
        String keys = Numbers.clipped(rootKeys.keySet().toString()).replaceAll("\\p{Cntrl}", "?");
        return scan.context.malformed(
                "Not a machine-readable file: it has " + (rootKeys.isEmpty() ? "no keys" : "only the keys " + keys), 0);
    }

    /** What was learnt so far. */
    public FileReport report(List<String> containers) {
        return new FileReport(
                scan.context.source,
                containers,
                kind,
                scan.schema2 ? SchemaLine.V2 : SchemaLine.V1,
                header.header(),
                rootKeys,
                Math.max(bytes, scanner.offset()),
                scan.counts.npis,
                scan.counts.deferredLists,
                scan.counts.spilledSpools,
                pass,
                scan.counts.byCodeAlone,
                scan.ledger.ledger(),
                scan.counts.leniencies,
                scan.counts.findings,
                scan.counts.unknownKeys);
    }

    private void advance() throws IOException {
        Section current = section;
        if (current != null) {
            if (!current.step()) {
                section = null;
            }
        } else if (inRoot) {
            readRootKey();
        } else {
            nextRoot();
        }
    }

    // ---- roots

    private void nextRoot() throws IOException {
        if (inRootArray) {
            if (scanner.more(']', firstRootInArray)) {
                firstRootInArray = false;
                openRoot();
            } else {
                inRootArray = false;
            }
            return;
        }
        int b = scanner.peek();
        while (b == 0) {
            scanner.pos++;
            b = scanner.peek();
        }
        if (b < 0) {
            endPass();
        } else if (b == '[' && !anyRoot) {
            scan.context.lenient(Leniency.SEVERAL_ROOTS, scanner.offset(), null);
            scanner.pos++;
            anyRoot = true;
            inRootArray = true;
        } else if (b == '{' || !anyRoot) {
            openRoot();
        } else {
            scan.context.lenient(Leniency.TRAILING_BYTES, scanner.offset(), null);
            while (scanner.fill() >= 0) {
                scanner.pos = scanner.limit;
            }
            scanner.pos = scanner.limit;
        }
    }

    private void openRoot() throws IOException {
        int b = scanner.peekInside();
        if (b != '{') {
            throw scanner.unexpected("'{' at the start of the document", b);
        }
        if (anyRoot && !inRootArray) {
            scan.context.lenient(Leniency.SEVERAL_ROOTS, scanner.offset(), null);
        }
        anyRoot = true;
        scanner.pos++;
        inRoot = true;
        firstKey = true;
    }

    private void readRootKey() throws IOException {
        if (!scanner.more('}', firstKey)) {
            inRoot = false;
            return;
        }
        firstKey = false;
        Key key = scanner.key(scan.keys);
        if (pass == 2) {
            if (key.field == Field.IN_NETWORK) {
                section = items();
            } else {
                scanner.skip();
            }
            return;
        }
        scanner.peekInside();
        if (rootKeys.size() < MOST_ROOT_KEYS) {
            rootKeys.put(key.name, scanner.offset());
        }
        if (!header.read(scanner, key)) {
            openSection(key);
        }
    }

    private void openSection(Key key) throws IOException {
        switch (key.field) {
            case PROVIDER_REFERENCES -> {
                is(MrfKind.IN_NETWORK);
                openReferences();
            }
            case IN_NETWORK -> {
                is(MrfKind.IN_NETWORK);
                openItems();
            }
            case OUT_OF_NETWORK -> {
                is(MrfKind.ALLOWED_AMOUNTS);
                section = new AllowedAmountsSection(scan, scanner);
            }
            case REPORTING_STRUCTURE -> {
                is(MrfKind.TABLE_OF_CONTENTS);
                section = new IndexSection(scan, scanner);
            }
            case TOC_FILES, BLOBS, FILES, IN_NETWORK_FILES, ALLOWED_AMOUNT_FILE, DRUG_FILE -> {
                is(MrfKind.TABLE_OF_CONTENTS);
                section = new LinkListSection(scan, scanner, key.field);
            }
            case PROVIDER_GROUPS -> {
                is(MrfKind.PROVIDER_REFERENCE);
                section = new ReferencesSection(scan, scanner, choice, true);
            }
            case DRUGS -> {
                is(MrfKind.PRESCRIPTION_DRUGS);
                section = new DrugsSection(scan, scanner);
            }
            default -> scan.unknown(scanner, key);
        }
    }

    private Section items() throws IOException {
        return new InNetworkSection(scan, scanner, choice, split == null ? null : new ItemsAhead(split, scan, choice));
    }

    private void is(MrfKind found) {
        if (kind == MrfKind.UNKNOWN) {
            kind = found;
        }
    }

    private void openReferences() throws IOException {
        referencesSeen = true;
        if (scan.plan.groups() == GroupUse.SKIP && !choice.isActive()) {
            long before = scanner.offset();
            scanner.skip();
            scan.ledger.groupBytesUnread += scanner.offset() - before;
        } else {
            section = new ReferencesSection(scan, scanner, choice, false);
        }
    }

    private void openItems() throws IOException {
        if (!scan.plan.needsReferencesFirst() || referencesSeen) {
            section = items();
            return;
        }
        itemsLeftForLater = true;
        if (again != null) {
            scanner.skip();
            return;
        }
        Spool spool = itemsAside == null ? scan.newSpool() : itemsAside;
        itemsAside = spool;
        scanner.peekInside();
        itemsAsideOffset = scanner.offset();
        scanner.beginCapture(spool);
        scanner.skip();
        scanner.endCapture();
    }

    // ---- ends

    private void endPass() throws IOException {
        if (!anyRoot) {
            throw scan.context.malformed("Cannot read a document: it is empty", scanner.offset());
        }
        bytes = Math.max(bytes, scanner.offset());
        if (itemsLeftForLater && pass == 1) {
            readItemsNow();
        } else {
            finish();
        }
    }

    private void readItemsNow() throws IOException {
        pass = 2;
        anyRoot = false;
        inRoot = false;
        inRootArray = false;
        if (itemsAside != null) {
            scan.counts.spilledSpools += itemsAside.isSpilled() ? 1 : 0;
            scanner = newScanner(itemsAside.read(), itemsAsideOffset);
            section = new InNetworkSection(scan, scanner, choice, null);
            anyRoot = true;
        } else if (again != null) {
            scanner = newScanner(again.open(), 0);
        }
    }

    private void finish() throws IOException {
        if (kind == MrfKind.UNKNOWN && header.any()) {
            scan.context.lenient(Leniency.NO_LIST, scanner.offset(), null);
        }
        finished = true;
        closeSpool();
        if (failure != null) {
            scan.ledger.closeGroups();
            throw failure;
        }
        if (!scan.ledger.ledger().isBalanced()) {
            throw new IllegalStateException("The ledger of " + scan.context.source + " does not balance: "
                    + scan.ledger.ledger().toJson());
        }
    }

    private void abandon() throws IOException {
        finished = true;
        Section broken = section;
        if (broken != null) {
            broken.abandon();
        }
        scan.ledger.closeGroups();
        closeSpool();
    }

    /** Frees what is held, if the document is not read to its end. */
    @Override
    public void close() throws IOException {
        finished = true;
        closeSection();
        closeSpool();
    }

    private void closeSection() throws IOException {
        if (section != null) {
            section.close();
            section = null;
        }
    }

    private void closeSpool() throws IOException {
        if (itemsAside != null) {
            itemsAside.close();
            itemsAside = null;
        }
    }
}
