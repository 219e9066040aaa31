package io.github.tic4j.normalize;

import io.github.tic4j.mrf.Ledger;
import io.github.tic4j.mrf.Tally;
import java.util.Map;
import java.util.TreeMap;

/** What became of the prices that the reader delivered. */
final class Account {

    long written;
    long filtered;
    private final Map<String, Long> rejected = new TreeMap<>();

    void reject(String rule) {
        rejected.merge(rule, 1L, Long::sum);
    }

    /**
     * The account of a document, made of the reader's and this one.
     *
     * @param limited whether reading ended before the document did; prices that were read by then count as filtered
     * @throws IllegalStateException if a price is not accounted for
     */
    Ledger close(Ledger read, boolean limited) {
        Map<String, Long> all = new TreeMap<>(read.prices().rejected());
        rejected.forEach((rule, count) -> all.merge(rule, count, Long::sum));
        long rejectedTotal = all.values().stream().mapToLong(Long::longValue).sum();
        long seen = read.prices().seen();
        long unwanted = limited ? seen - written - rejectedTotal : read.prices().filtered() + filtered;
        Ledger ledger = read.withPrices(new Tally(seen, written, unwanted, all));
        if (!ledger.prices().isBalanced()) {
            throw new IllegalStateException("The ledger does not balance: " + ledger.toJson());
        }
        return ledger;
    }
}
