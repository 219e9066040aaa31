package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.ServicePayment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A claim and the payments that answer it, in the order of their remittances. {@code toString} shows the sizes only.
 *
 * @param claim the claim as billed
 * @param payments the payments
 */
public record MatchedClaim(Claim claim, List<Answer> payments) {

    /** What made a payment belong to a claim. */
    public enum Basis {
        /** The provider's own number came back. */
        PATIENT_CONTROL_NUMBER,
        /** The payer's number, known from the claim or from an earlier payment. */
        PAYER_CONTROL_NUMBER,
        /** Member, first day and charge are equal. */
        SERVICE
    }

    /**
     * A service that was paid and the line that asked for it.
     *
     * @param service what the payer decided
     * @param line the line; empty if none fits
     */
    public record AnsweredLine(ServicePayment service, Optional<ClaimLine> line) {}

    /**
     * One payment of the claim.
     *
     * @param payment the payment
     * @param basis what made it belong
     * @param lines its services with their lines
     */
    public record Answer(ClaimPayment payment, Basis basis, List<AnsweredLine> lines) {

        /** Copies the list. */
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /** Copies the list. */
    public MatchedClaim {
        payments = List.copyOf(payments);
    }

    /** What was paid in all, reversals taken off. */
    public BigDecimal paid() {
        return payments.stream().map(answer -> answer.payment().paid()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The claim with what the payer decided in the end. */
    public Claim adjudicated() {
        return Adjudication.of(this);
    }

    @Override
    public String toString() {
        return "MatchedClaim[" + claim.lines().size() + " lines, " + payments.size() + " payments]";
    }
}
