package io.github.tic4j.mrf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was learnt about one document by reading it. Complete at its end.
 *
 * @param source the document, with the members of containers that lead to it
 * @param containers the containers that were peeled off, outermost first
 * @param kind what the document is about
 * @param schemaLine the line of the schema that its fields show
 * @param header what it says about itself
 * @param rootKeys the keys of the root in the order of the document, each with the byte offset of its value
 * @param bytes its decompressed length, as far as it was read
 * @param npis how many NPIs were read, repetitions included
 * @param deferredLists lists that had to wait for fields behind them, and were read from memory or disk
 * @param spilledLists how many of these were too long for memory
 * @param passes how often the document was read: twice where providers are chosen and stand behind the items
 * @param itemsByCodeAlone items that were wanted for a code without a type, by the code system that they state
 * @param ledger the account
 * @param leniencies what lenient reading took, and how often
 * @param findings what the reader's own rules said, and how often
 * @param unknownKeys keys that no schema has, with the object that they stand in, and how often
 */
public record FileReport(
        String source,
        List<String> containers,
        MrfKind kind,
        SchemaLine schemaLine,
        Header header,
        Map<String, Long> rootKeys,
        long bytes,
        long npis,
        long deferredLists,
        long spilledLists,
        int passes,
        Map<String, Long> itemsByCodeAlone,
        Ledger ledger,
        Map<Leniency, Long> leniencies,
        Map<String, Long> findings,
        Map<String, Long> unknownKeys) {

    /** Copies lists and maps. */
    public FileReport {
        containers = List.copyOf(containers);
        rootKeys = Collections.unmodifiableMap(new LinkedHashMap<>(rootKeys));
        itemsByCodeAlone = Collections.unmodifiableMap(new TreeMap<>(itemsByCodeAlone));
        leniencies = Collections.unmodifiableMap(new TreeMap<>(leniencies));
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
        unknownKeys = Collections.unmodifiableMap(new TreeMap<>(unknownKeys));
    }

    /** The same with other leniencies and findings. */
    public FileReport with(Map<Leniency, Long> otherLeniencies, Map<String, Long> otherFindings) {
        return new FileReport(
                source,
                containers,
                kind,
                schemaLine,
                header,
                rootKeys,
                bytes,
                npis,
                deferredLists,
                spilledLists,
                passes,
                itemsByCodeAlone,
                ledger,
                otherLeniencies,
                otherFindings,
                unknownKeys);
    }
}
