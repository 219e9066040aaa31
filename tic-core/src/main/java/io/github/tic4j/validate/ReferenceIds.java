package io.github.tic4j.validate;

import io.github.tic4j.internal.validate.Hash64;
import io.github.tic4j.internal.validate.LongTable;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.ProviderReference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Which group ids a document defines and which its rates point to, at 16 bytes an id. Beyond the bound further ids are not
 * followed.
 */
final class ReferenceIds {

    private static final int DEFINED = 1;
    private static final int USED = 2;
    private static final int FLAG_BITS = 2;
    private static final int MOST_TEXTS = 10_000;

    private final IdRule rule;
    private final int mostIds;
    private final LongTable ids = new LongTable();
    private final Map<Long, String> texts = new HashMap<>();
    private boolean full;

    ReferenceIds(IdRule rule, int mostIds) {
        this.rule = rule;
        this.mostIds = mostIds;
    }

    boolean isFull() {
        return full;
    }

    /** Takes a definition; false if its id was defined before. */
    boolean define(ProviderReference reference) {
        String id = reference.id();
        return id == null || (note(id, DEFINED, reference.byteOffset()) & DEFINED) == 0;
    }

    /** Takes a use, by the price at {@code byteOffset}. */
    void use(String id, long byteOffset) {
        note(id, USED, byteOffset);
    }

    /** Sets a flag of an id, which remembers where it stood first; the flags from before. */
    private long note(String id, int flag, long byteOffset) {
        long hash = Hash64.of(rule.key(id));
        long key = hash == 0 ? 1 : hash;
        long entry = ids.get(key);
        if (entry != 0) {
            if ((entry & flag) == 0) {
                ids.put(key, entry | flag);
            }
            return entry;
        }
        if (ids.size() >= mostIds) {
            full = true;
            return 0;
        }
        ids.put(key, (byteOffset << FLAG_BITS) | flag);
        if (texts.size() < MOST_TEXTS) {
            texts.put(key, id);
        }
        return 0;
    }

    /** Reports the ids that are used and not defined. */
    void reportDangling(Severity severity, FindingTally tally, int maxSamples) {
        report(USED, maxSamples, (count, samples) -> {
            tally.addCount(QualityRule.DANGLING_REFERENCE.id(), severity, count);
            samples.forEach(sample -> tally.keep(new Finding(
                    QualityRule.DANGLING_REFERENCE.id(),
                    severity,
                    "$.in_network",
                    sample.byteOffset,
                    sample.text,
                    "Expected the file to define the group that the rate of this price points to")));
        });
    }

    /** Reports the ids that are defined and not used. */
    void reportUnused(Severity severity, FindingTally tally, int maxSamples) {
        report(DEFINED, maxSamples, (count, samples) -> {
            tally.addCount(QualityRule.UNUSED_REFERENCE.id(), severity, count);
            samples.forEach(sample -> tally.keep(new Finding(
                    QualityRule.UNUSED_REFERENCE.id(),
                    severity,
                    "$.provider_references",
                    sample.byteOffset,
                    sample.text,
                    "Expected a rate to point to the group")));
        });
    }

    private void report(int onlyFlag, int maxSamples, Reporting reporting) {
        PriorityQueue<Sample> last =
                new PriorityQueue<>(Comparator.comparingLong(Sample::byteOffset).reversed());
        long[] count = new long[1];
        ids.forEach((key, entry) -> {
            if ((entry & (DEFINED | USED)) == onlyFlag) {
                count[0]++;
                last.add(new Sample(entry >>> FLAG_BITS, texts.get(key)));
                if (last.size() > maxSamples) {
                    last.remove();
                }
            }
        });
        if (count[0] > 0) {
            reporting.found(
                    count[0],
                    last.stream()
                            .sorted(Comparator.comparingLong(Sample::byteOffset))
                            .toList());
        }
    }

    private record Sample(long byteOffset, @Nullable String text) {}

    @FunctionalInterface
    private interface Reporting {
        void found(long count, List<Sample> samples);
    }
}
