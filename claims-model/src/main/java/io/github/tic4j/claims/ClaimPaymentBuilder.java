package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ClaimPayment}. A blank text means absent; charge and payment are nought until set. Not thread-safe. */
public final class ClaimPaymentBuilder {

    private final String patientControlNumber;
    private final String statusCode;
    private BigDecimal charge = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;
    private @Nullable BigDecimal patientResponsibility;
    private @Nullable String filingIndicator;
    private @Nullable String payerControlNumber;
    private @Nullable String facilityType;
    private @Nullable String frequency;
    private @Nullable String memberId;
    private @Nullable Npi rendering;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable LocalDate receivedDate;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<ServicePayment> services = new ArrayList<>();

    ClaimPaymentBuilder(String patientControlNumber, String statusCode) {
        this.patientControlNumber = patientControlNumber;
        this.statusCode = statusCode;
    }

    /** Total charge. */
    public ClaimPaymentBuilder charge(BigDecimal value) {
        charge = value;
        return this;
    }

    /** Total payment. */
    public ClaimPaymentBuilder paid(BigDecimal value) {
        paid = value;
        return this;
    }

    /** What the patient owes. */
    public ClaimPaymentBuilder patientResponsibility(@Nullable BigDecimal value) {
        patientResponsibility = value;
        return this;
    }

    /** Kind of plan. */
    public ClaimPaymentBuilder filingIndicator(@Nullable String value) {
        filingIndicator = Text.orNull(value);
        return this;
    }

    /** The payer's number of the claim. */
    public ClaimPaymentBuilder payerControlNumber(@Nullable String value) {
        payerControlNumber = Text.orNull(value);
        return this;
    }

    /** Place or bill type, and claim frequency. */
    public ClaimPaymentBuilder facility(@Nullable String type, @Nullable String claimFrequency) {
        facilityType = Text.orNull(type);
        frequency = Text.orNull(claimFrequency);
        return this;
    }

    /** The patient at the payer. */
    public ClaimPaymentBuilder memberId(@Nullable String value) {
        memberId = Text.orNull(value);
        return this;
    }

    /** NPI of who gave the service. */
    public ClaimPaymentBuilder renderingNpi(@Nullable String value) {
        rendering = Text.map(value, Npi::of);
        return this;
    }

    /** First and last day of service. */
    public ClaimPaymentBuilder period(@Nullable LocalDate start, @Nullable LocalDate end) {
        startDate = start;
        endDate = end;
        return this;
    }

    /** The day the payer got the claim. */
    public ClaimPaymentBuilder receivedDate(@Nullable LocalDate value) {
        receivedDate = value;
        return this;
    }

    /** Adds an adjustment of the claim as a whole. */
    public ClaimPaymentBuilder adjustment(Adjustment value) {
        adjustments.add(value);
        return this;
    }

    /** Adds the payment of a line. */
    public ClaimPaymentBuilder service(ServicePayment value) {
        services.add(value);
        return this;
    }

    /** The payment. */
    public ClaimPayment build() {
        return new ClaimPayment(
                patientControlNumber,
                statusCode,
                charge,
                paid,
                patientResponsibility,
                filingIndicator,
                payerControlNumber,
                facilityType,
                frequency,
                memberId,
                rendering,
                startDate,
                endDate,
                receivedDate,
                adjustments,
                services);
    }
}
