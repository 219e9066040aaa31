package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.lifecycle.ClaimHash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows which claims are in force. A claim is, unless its last record is a reversal or another record names it as the one
 * that it takes back or replaces; the order in which the records come makes no difference, and a record that comes twice
 * changes nothing. Records that share an id are versions of one claim, of which the one decided last counts. Not
 * thread-safe; grows with the number of claims.
 */
final class ClaimLedger {

    private static final Comparator<Claim> BY_DECISION = Comparator.<Claim, @Nullable LocalDate>comparing(
                    ClaimLedger::decidedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(claim -> claim.isOriginal() ? 0 : claim.isReversal() ? 1 : 2)
            .thenComparing(ClaimHash::of);

    private final Map<String, Claim> latest = new HashMap<>();
    private final Map<String, Set<String>> byControlNumber = new HashMap<>();
    private final Set<String> takenBack = new HashSet<>();

    /** Takes a record in; answers what changed, if anything. */
    List<ClaimChange> accept(Claim claim) {
        List<ClaimChange> changes = new ArrayList<>(2);
        String key = AlertState.keyOf(claim);
        String original = claim.originalClaimId();
        if (!claim.isOriginal() && original != null && !original.equals(claim.id())) {
            takeBack(reference(original, claim), key, changes);
        }
        Claim before = latest.get(key);
        if (before == null || BY_DECISION.compare(before, claim) < 0) {
            if (before != null && isInForce(before)) {
                changes.add(ClaimChange.removed(before));
            }
            latest.put(key, claim);
            String control = claim.payerControlNumber();
            if (control != null) {
                byControlNumber
                        .computeIfAbsent(reference(control, claim), k -> new HashSet<>())
                        .add(key);
            }
            if (isInForce(claim)) {
                changes.add(ClaimChange.added(claim));
            }
        }
        return changes;
    }

    private void takeBack(String reference, String by, List<ClaimChange> changes) {
        if (takenBack.contains(reference)) {
            return;
        }
        Set<String> keys = new HashSet<>(byControlNumber.getOrDefault(reference, Set.of()));
        keys.add(reference);
        keys.remove(by);
        List<Claim> ending = new ArrayList<>();
        for (String key : keys) {
            Claim claim = latest.get(key);
            if (claim != null && isInForce(claim)) {
                ending.add(claim);
            }
        }
        takenBack.add(reference);
        ending.forEach(claim -> changes.add(ClaimChange.removed(claim)));
    }

    private boolean isInForce(Claim claim) {
        String control = claim.payerControlNumber();
        return !claim.isReversal()
                && !takenBack.contains(AlertState.keyOf(claim))
                && (control == null || !takenBack.contains(reference(control, claim)) || names(claim, control));
    }

    /** A record that carries the control number of the one it replaces is not replaced by itself. */
    private static boolean names(Claim claim, String control) {
        return !claim.isOriginal() && control.equals(claim.originalClaimId());
    }

    private static String reference(String number, Claim claim) {
        return number + "\0" + claim.source();
    }

    private static @Nullable LocalDate decidedOn(Claim claim) {
        LocalDate date = claim.processedDate() != null ? claim.processedDate() : claim.paidDate();
        return date != null ? date : claim.receivedDate();
    }
}
