package io.github.tic4j.collaboratemd;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A charge of a patient; what is not stated is null.
 *
 * @param transactionId the charge's identifier
 * @param procedureCode the billed code
 * @param totalCharges the amount charged
 * @param insurancePayments paid by insurance
 * @param insuranceAdjustments adjusted by insurance
 * @param patientPayments paid by the patient
 * @param otherAdjustments adjusted otherwise
 * @param balance what is outstanding
 * @param fromDate first day of service
 * @param toDate last day of service
 * @param claimId the claim
 * @param status where the charge stands, in a history
 * @param source the element as it was sent
 */
public record ChargeItem(
        @Nullable String transactionId,
        @Nullable String procedureCode,
        @Nullable BigDecimal totalCharges,
        @Nullable BigDecimal insurancePayments,
        @Nullable BigDecimal insuranceAdjustments,
        @Nullable BigDecimal patientPayments,
        @Nullable BigDecimal otherAdjustments,
        @Nullable BigDecimal balance,
        @Nullable LocalDate fromDate,
        @Nullable LocalDate toDate,
        @Nullable String claimId,
        @Nullable String status,
        Element source) {

    static ChargeItem from(Element item) {
        return new ChargeItem(
                Wire.readText(item, "TranID"),
                Wire.readText(item, "CPT"),
                Wire.readMoney(item, "TotalCharges"),
                Wire.readMoney(item, "InsPayments"),
                Wire.readMoney(item, "InsAdjustments"),
                Wire.readMoney(item, "PatientPayments"),
                Wire.readMoney(item, "OtherAdjustments"),
                Wire.readMoney(item, "Balance"),
                Wire.readDate(item, "FromDate"),
                Wire.readDate(item, "ToDate"),
                Wire.readText(item, "ClaimID"),
                Wire.readText(item, "Status"),
                item);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "ChargeItem[***]";
    }
}
