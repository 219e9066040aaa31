package io.github.tic4j.testing;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a writer writes. */
final class TruthCounter {

    private final MrfSpec spec;
    private final Tally all = new Tally();
    private final Tally selected = new Tally();
    private final Tally item = new Tally();
    private final SortedMap<String, Long> itemsByCodeType = new TreeMap<>();
    private final SortedMap<String, Long> pricesByCode = new TreeMap<>();
    private long references;
    private long groups;
    private long npis;
    private long plans;
    private long files;

    TruthCounter(MrfSpec spec) {
        this.spec = spec;
    }

    /** The counts of the item that is being written. */
    Tally item() {
        return item;
    }

    /** Ends an item. */
    void endItem(int codeIndex) {
        BillingCode code = BillingCode.at(codeIndex);
        item.items++;
        all.add(item);
        itemsByCodeType.merge(code.type().value(), 1L, Long::sum);
        if (spec.isSelected(codeIndex)) {
            selected.add(item);
            pricesByCode.merge(code.key(), item.prices, Long::sum);
        }
        item.clear();
    }

    void reference() {
        references++;
    }

    void group(int npiCount) {
        groups++;
        npis += npiCount;
    }

    void structure(int planCount, int fileCount) {
        plans += planCount;
        files += fileCount;
    }

    MrfTruth truth(long bytes) {
        return new MrfTruth(
                spec.kind(),
                bytes,
                all.totals(),
                selected.totals(),
                new MrfTruth.Providers(references, groups, npis),
                itemsByCodeType,
                pricesByCode,
                plans,
                files);
    }
}
