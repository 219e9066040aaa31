package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.lifecycle.MatchedClaim.Answer;
import io.github.tic4j.claims.lifecycle.MatchedClaim.AnsweredLine;
import io.github.tic4j.claims.lifecycle.MatchedClaim.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claim that each payment answers: by the provider's number of the claim, which a payer may have cut to 20 characters;
 * else by the payer's number; else by member, first day and charge. Where a number fits several claims, the payer's number, frequency,
 * charge and first day decide, and if they do not, the payment stays unmatched rather than guessed.
 *
 * <p>Lines are found by their control number, else by code, modifiers and charge, in order.
 */
public final class RemittanceMatching {

    // A payer need not return more of a patient control number than this.
    private static final int RETURNED_LENGTH = 20;

    private final Map<List<Object>, List<Billed>> index = new HashMap<>();
    private final List<UnmatchedPayment> unmatched = new ArrayList<>();

    private RemittanceMatching() {}

    /**
     * What came of matching.
     *
     * @param claims every claim in the order given, with its payments, which may be none
     * @param unmatched payments that belong to no claim for certain
     */
    public record Outcome(List<MatchedClaim> claims, List<UnmatchedPayment> unmatched) {

        /** Copies the lists. */
        public Outcome {
            claims = List.copyOf(claims);
            unmatched = List.copyOf(unmatched);
        }
    }

    /**
     * A payment without a claim.
     *
     * @param payment the payment
     * @param candidates how many claims it may belong to: none, or several that nothing tells apart
     */
    public record UnmatchedPayment(ClaimPayment payment, int candidates) {}

    /** Matches the payments of these remittances, which are taken in the order of their dates. */
    public static Outcome match(Collection<Claim> claims, Collection<Remittance> remittances) {
        RemittanceMatching matching = new RemittanceMatching();
        List<Billed> billed = claims.stream().map(Billed::new).toList();
        billed.forEach(matching::add);
        remittances.stream()
                .sorted(Comparator.<Remittance, @Nullable LocalDate>comparing(
                        Remittance::paymentDate, Comparator.nullsFirst(Comparator.naturalOrder())))
                .flatMap(remittance -> remittance.claims().stream())
                .forEach(matching::assign);
        List<MatchedClaim> matched = billed.stream()
                .map(one -> new MatchedClaim(one.claim, one.answers))
                .toList();
        return new Outcome(matched, matching.unmatched);
    }

    private void add(Billed billed) {
        Claim claim = billed.claim;
        String number = claim.patientControlNumber();
        if (number != null) {
            index(List.of(Basis.PATIENT_CONTROL_NUMBER, number), billed);
            if (number.length() > RETURNED_LENGTH) {
                index(List.of(Basis.PATIENT_CONTROL_NUMBER, number.substring(0, RETURNED_LENGTH)), billed);
            }
        }
        if (claim.payerControlNumber() != null) {
            index(List.of(Basis.PAYER_CONTROL_NUMBER, claim.payerControlNumber()), billed);
        }
        List<Object> service =
                serviceKey(claim.memberId(), claim.startDate(), claim.amounts().charge());
        if (!service.isEmpty()) {
            index(service, billed);
        }
    }

    private void assign(ClaimPayment payment) {
        Basis basis = Basis.PATIENT_CONTROL_NUMBER;
        List<Billed> candidates = find(List.of(basis, payment.patientControlNumber()));
        if (candidates.isEmpty() && payment.payerControlNumber() != null) {
            basis = Basis.PAYER_CONTROL_NUMBER;
            candidates = find(List.of(basis, payment.payerControlNumber()));
        }
        if (candidates.isEmpty()) {
            basis = Basis.SERVICE;
            candidates = find(serviceKey(payment.memberId(), payment.startDate(), payment.charge()));
        }
        candidates = narrow(candidates, payment);
        if (candidates.size() != 1) {
            unmatched.add(new UnmatchedPayment(payment, candidates.size()));
            return;
        }
        Billed billed = candidates.get(0);
        billed.answers.add(new Answer(payment, basis, linesOf(billed.claim, payment)));
        if (payment.payerControlNumber() != null) {
            index(List.of(Basis.PAYER_CONTROL_NUMBER, payment.payerControlNumber()), billed);
        }
    }

    private List<Billed> narrow(List<Billed> candidates, ClaimPayment payment) {
        List<Billed> kept = candidates;
        String payerNumber = payment.payerControlNumber();
        if (payerNumber != null) {
            kept = keep(kept, find(List.of(Basis.PAYER_CONTROL_NUMBER, payerNumber))::contains);
        }
        kept = keep(
                kept, one -> payment.frequency() != null && payment.frequency().equals(one.claim.frequency()));
        kept = keep(kept, one -> isSameSize(one.claim.amounts().charge(), payment.charge()));
        return keep(
                kept, one -> payment.startDate() != null && payment.startDate().equals(one.claim.startDate()));
    }

    /** What the condition keeps; everything if it keeps nothing, or if nothing is left to decide. */
    private static List<Billed> keep(List<Billed> candidates, Predicate<Billed> condition) {
        if (candidates.size() < 2) {
            return candidates;
        }
        List<Billed> kept = candidates.stream().filter(condition).toList();
        return kept.isEmpty() ? candidates : kept;
    }

    private static List<AnsweredLine> linesOf(Claim claim, ClaimPayment payment) {
        List<ClaimLine> open = new ArrayList<>(claim.lines());
        List<AnsweredLine> lines = new ArrayList<>();
        for (ServicePayment service : payment.services()) {
            Optional<ClaimLine> line = open.stream()
                    .filter(own ->
                            own.controlNumber() != null && own.controlNumber().equals(service.lineControlNumber()))
                    .findFirst()
                    .or(() ->
                            open.stream().filter(own -> isAskedBy(own, service)).findFirst());
            line.ifPresent(open::remove);
            lines.add(new AnsweredLine(service, line));
        }
        return lines;
    }

    private static boolean isAskedBy(ClaimLine line, ServicePayment service) {
        boolean sameCode = Objects.equals(line.hcpcs(), service.hcpcs())
                && line.modifiers().equals(service.modifiers());
        boolean sameRevenue =
                service.revenueCode() == null || service.revenueCode().equals(line.revenueCode());
        boolean sameDay = service.date() == null
                || line.startDate() == null
                || service.date().equals(line.startDate());
        return sameCode && sameRevenue && sameDay && isSameSize(line.amounts().charge(), service.charge());
    }

    // A reversal repeats the charge with the opposite sign.
    private static boolean isSameSize(@Nullable BigDecimal one, BigDecimal other) {
        return one != null && one.abs().compareTo(other.abs()) == 0;
    }

    private static List<Object> serviceKey(
            @Nullable String memberId, @Nullable LocalDate start, @Nullable BigDecimal charge) {
        return memberId == null || start == null || charge == null
                ? List.of()
                : List.of(Basis.SERVICE, memberId, start, charge.abs().stripTrailingZeros());
    }

    private List<Billed> find(List<Object> key) {
        return index.getOrDefault(key, List.of());
    }

    private void index(List<Object> key, Billed billed) {
        List<Billed> known = index.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (!known.contains(billed)) {
            known.add(billed);
        }
    }

    /** A claim that was given, apart from an equal one, and what answers it. */
    private static final class Billed {

        private final Claim claim;
        private final List<Answer> answers = new ArrayList<>();

        Billed(Claim claim) {
            this.claim = claim;
        }
    }
}
