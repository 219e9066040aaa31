package io.github.tic4j.payer;

import io.github.tic4j.mrf.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of an index, one after the other, once. Not safe for use by several threads. Whoever was given it closes it,
 * which frees temporary files; a source that fails while it is read throws {@link java.io.UncheckedIOException}.
 */
public interface FileListing extends Iterator<ListedFile>, Closeable {

    /** What is wrong with the index, as far as it has been read: the first hundred findings of each rule. */
    default List<Finding> findings() {
        return List.of();
    }

    /** How many findings there are in all, by rule. */
    default Map<String, Long> findingCounts() {
        Map<String, Long> counts = new TreeMap<>();
        findings().forEach(finding -> counts.merge(finding.rule(), 1L, Long::sum));
        return counts;
    }

    @Override
    default void close() throws IOException {}
}
