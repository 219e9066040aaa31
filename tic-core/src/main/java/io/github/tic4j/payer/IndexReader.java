package io.github.tic4j.payer;

import io.github.tic4j.internal.container.ContainerOptions;
import io.github.tic4j.internal.container.ContainerReader;
import io.github.tic4j.internal.container.Document;
import io.github.tic4j.internal.scan.DocumentScan;
import io.github.tic4j.internal.scan.GroupUse;
import io.github.tic4j.internal.scan.ScanEvents;
import io.github.tic4j.internal.scan.ScanPlan;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.PlanEntry;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the documents of one index, whatever its form, and says what it is. */
final class IndexReader {

    private final ReadOptions options;
    private final Findings findings;

    IndexReader(ReadOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
    }

    /**
     * Hands over the plans and links of a source.
     *
     * @return {@link Slot#TABLE_OF_CONTENTS}, or another slot if the source holds prices: it is then read no further
     * @throws io.github.tic4j.source.ContentException if it is broken, or neither an index nor a file of prices
     */
    Slot read(Source source, IndexEntries to) throws IOException {
        ContainerOptions containers = ContainerOptions.of(options.strictness(), options.spoolFolder());
        try (ContainerReader reader = ContainerReader.openText(source, containers)) {
            Slot slot = Slot.TABLE_OF_CONTENTS;
            for (Document document = reader.next(); document != null; document = reader.next()) {
                to.nextDocument();
                slot = document.isJson() ? readJson(document, to) : readText(document, to);
                if (slot != Slot.TABLE_OF_CONTENTS) {
                    break;
                }
            }
            return slot;
        }
    }

    private Slot readJson(Document document, IndexEntries to) throws IOException {
        ScanPlan plan = new ScanPlan(
                options.strictness(),
                Skipping.UNREAD,
                PriceFilter.all(),
                options.limits(),
                options.keyAliases(),
                GroupUse.RECORDS,
                options.ids(),
                options.spoolFolder());
        Entries entries = new Entries();
        DocumentScan scan =
                new DocumentScan(document.name(), RootArray.underKey(document.stream()), null, plan, entries);
        boolean more = true;
        while (more) {
            more = scan.step();
            Slot prices = pricesOf(scan.kind());
            if (prices != Slot.TABLE_OF_CONTENTS) {
                return prices;
            }
            entries.handTo(to);
        }
        if (scan.kind() == MrfKind.UNKNOWN) {
            throw notAnIndex(document, "none of the keys of an index");
        }
        return Slot.TABLE_OF_CONTENTS;
    }

    private static Slot pricesOf(MrfKind kind) {
        return switch (kind) {
            case IN_NETWORK -> Slot.IN_NETWORK;
            case ALLOWED_AMOUNTS -> Slot.ALLOWED_AMOUNTS;
            case PRESCRIPTION_DRUGS -> Slot.PRESCRIPTION_DRUGS;
            case PROVIDER_REFERENCE -> Slot.UNKNOWN;
            case TABLE_OF_CONTENTS, UNKNOWN -> Slot.TABLE_OF_CONTENTS;
        };
    }

    private Slot readText(Document document, IndexEntries to) throws IOException {
        CsvRows rows =
                new CsvRows(document.stream(), document.name(), options.limits().maxStringBytes());
        TextList list = new TextList(rows);
        if (list.isPriceFile()) {
            return Slot.IN_NETWORK;
        }
        if (!list.read(to)) {
            throw notAnIndex(document, "no URL and no name of a file");
        }
        return Slot.TABLE_OF_CONTENTS;
    }

    private static MalformedContentException notAnIndex(Document document, String lack) {
        return new MalformedContentException("Not an index of files: it has " + lack, Location.of(document.name(), 0));
    }

    /** Entries between a step of the scan and whoever wants them, because that one may fail to write. */
    private final class Entries implements ScanEvents {
        private final Deque<IndexEntry> ready = new ArrayDeque<>();

        @Override
        public void indexEntry(IndexEntry entry) {
            ready.add(entry);
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        void handTo(IndexEntries to) throws IOException {
            for (IndexEntry entry = ready.poll(); entry != null; entry = ready.poll()) {
                if (entry instanceof PlanEntry plan) {
                    to.plan(plan);
                } else if (entry instanceof FileLink link) {
                    to.link(link);
                }
            }
        }
    }
}
