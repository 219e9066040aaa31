package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.lifecycle.ClaimChain.Reversal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays the records of a chain in steps and keeps what stands.
 *
 * <p>An accepted adjustment replaces what stands, whether a reversal came with it or not; a denied one replaces nothing. A reversal
 * takes back the record that it names; a void, which often names the original, takes back what stands. Several candidates are told
 * apart by the money that the reversal cancels. A reversal of a record that was already replaced changes nothing more.
 *
 * <p>Nothing orders the records of one step: a reversal goes first where it cancels what stands, then the next bill, one that another
 * reversal waits for before the others.
 */
final class ChainFold {

    private final List<Claim> records = new ArrayList<>();
    private final List<Claim> standing = new ArrayList<>();
    private final List<Claim> replaced = new ArrayList<>();
    private final List<Reversal> reversals = new ArrayList<>();
    private List<Claim> stoodBefore = List.of();
    private Amounts total = Amounts.NONE;

    private ChainFold() {}

    static ClaimChain fold(String originalId, List<List<Claim>> steps) {
        ChainFold fold = new ChainFold();
        steps.forEach(fold::play);
        return new ClaimChain(originalId, fold.records, fold.current(), fold.total, fold.reversals);
    }

    private void play(List<Claim> step) {
        stoodBefore = List.copyOf(standing);
        List<Claim> bills = new ArrayList<>();
        List<Claim> open = new ArrayList<>();
        step.forEach(claim -> (claim.isReversal() ? open : bills).add(claim));
        while (!bills.isEmpty() || !open.isEmpty()) {
            Optional<Claim> cancelling = open.stream().filter(this::cancels).findFirst();
            if (cancelling.isPresent()) {
                open.remove(cancelling.get());
                reverse(cancelling.get());
            } else if (!bills.isEmpty()) {
                Claim next = nextOf(bills, open);
                bills.remove(next);
                bill(next);
            } else {
                reverse(open.remove(0));
            }
        }
    }

    /** Originals first; of adjustments the one that a reversal is waiting for, for the others come after it. */
    private static Claim nextOf(List<Claim> bills, List<Claim> reversals) {
        Claim first = bills.get(0);
        return first.isOriginal()
                ? first
                : bills.stream()
                        .filter(claim -> reversals.stream().anyMatch(reversal -> nets(reversal, claim)))
                        .findFirst()
                        .orElse(first);
    }

    private void bill(Claim claim) {
        records.add(claim);
        if (claim.isAdjustment() && isAccepted(claim)) {
            standing.forEach(this::takeOff);
            replaced.addAll(standing);
            standing.clear();
        }
        // A payer may mark a record as reversed without sending a reversal: then it never counts.
        if (claim.status() == PaymentStatus.REVERSED) {
            replaced.add(claim);
            return;
        }
        standing.add(claim);
        if (isAccepted(claim)) {
            total = total.plus(claim.amounts());
        }
    }

    private void reverse(Claim reversal) {
        records.add(reversal);
        Claim target = targetOf(reversal);
        reversals.add(new Reversal(reversal, Optional.ofNullable(target)));
        boolean stood = standing.remove(target);
        if (target == null || (stood && isAccepted(target))) {
            total = total.plus(reversal.amounts().map(BigDecimal::abs).map(BigDecimal::negate));
        } else {
            replaced.remove(target);
        }
    }

    private boolean cancels(Claim reversal) {
        Claim target = targetOf(reversal);
        return target != null && standing.contains(target) && nets(reversal, target);
    }

    private @Nullable Claim targetOf(Claim reversal) {
        List<Claim> known = new ArrayList<>(standing);
        known.addAll(replaced);
        List<Claim> named =
                known.stream().filter(claim -> isNamedBy(reversal, claim)).toList();
        List<Claim> candidates = known;
        if (named.isEmpty() && reversal.originalClaimId() != null) {
            // It names a record from outside the chain, and so none that came with it.
            candidates = stoodBefore;
        } else if (!named.isEmpty() && !"8".equals(reversal.frequency())) {
            candidates = named;
        }
        for (Claim claim : candidates) {
            if (nets(reversal, claim)) {
                return claim;
            }
        }
        List<Claim> left = candidates.stream().filter(standing::contains).toList();
        return left.isEmpty() ? first(candidates) : left.get(left.size() - 1);
    }

    private static @Nullable Claim first(List<Claim> claims) {
        return claims.isEmpty() ? null : claims.get(0);
    }

    /** The last accepted record that stands; a chain of nothing but denials is in force as denied. */
    private Optional<Claim> current() {
        Claim current = null;
        for (Claim claim : standing) {
            if (current == null || isAccepted(claim) || !isAccepted(current)) {
                current = claim;
            }
        }
        return Optional.ofNullable(current);
    }

    private void takeOff(Claim claim) {
        if (isAccepted(claim)) {
            total = total.plus(claim.amounts().map(BigDecimal::negate));
        }
    }

    private static boolean nets(Claim reversal, Claim claim) {
        return new Reversal(reversal, Optional.of(claim)).netsToZero();
    }

    private static boolean isNamedBy(Claim reversal, Claim claim) {
        String name = reversal.originalClaimId();
        return name != null && (name.equals(claim.id()) || name.equals(claim.payerControlNumber()));
    }

    private static boolean isAccepted(Claim claim) {
        return claim.status() != PaymentStatus.DENIED;
    }
}
