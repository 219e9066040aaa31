package io.github.tic4j.pipeline;

import io.github.tic4j.validate.QualityReport;
import io.github.tic4j.validate.QualityRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sum of the files' quality reports in the order of the listing, whichever file was faster: a report waits until those
 * before it are there. Safe for use by several threads.
 */
final class QualitySum {

    private final Map<Integer, Optional<QualityReport>> waiting = new HashMap<>();
    private Optional<QualityReport> sum;
    private int next;

    QualitySum(Optional<QualityRules> rules) {
        this.sum = rules.map(QualityReport::empty);
    }

    /** Adds the report on the file at a position, or nothing if there is none; once for each position. */
    synchronized void add(int position, Optional<QualityReport> report) {
        waiting.put(position, report);
        for (Optional<QualityReport> ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
            ready.ifPresent(this::add);
            next++;
        }
    }

    private void add(QualityReport report) {
        sum = Optional.of(sum.map(before -> before.plus(report)).orElse(report));
    }

    /** The sum up to the first file that is missing. */
    synchronized Optional<QualityReport> sum() {
        return sum;
    }
}
