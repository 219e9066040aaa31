package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a scan counts on its way, all of it additive: the counts of two stretches of a document can be put together. */
final class Counts {

    final LedgerCounts ledger = new LedgerCounts();
    final Map<Leniency, Long> leniencies = new EnumMap<>(Leniency.class);
    final Map<String, Long> findings = new TreeMap<>();
    final Map<String, Long> unknownKeys = new TreeMap<>();

    /** Items that were wanted for their code alone, by the code system that they state. */
    final Map<String, Long> byCodeAlone = new TreeMap<>();

    /** How many NPIs were read. */
    long npis;

    /** How many lists had to wait for what stands behind them, and how many of these were too long for memory. */
    long deferredLists;

    long spilledSpools;

    /** Adds everything to other counts and starts again from zero. */
    void moveTo(Counts into) {
        ledger.moveTo(into.ledger);
        move(leniencies, into.leniencies);
        move(findings, into.findings);
        move(unknownKeys, into.unknownKeys);
        move(byCodeAlone, into.byCodeAlone);
        into.npis += npis;
        into.deferredLists += deferredLists;
        into.spilledSpools += spilledSpools;
        npis = 0;
        deferredLists = 0;
        spilledSpools = 0;
    }

    static <K> void move(Map<K, Long> from, Map<K, Long> into) {
        from.forEach((key, count) -> into.merge(key, count, Long::sum));
        from.clear();
    }
}
