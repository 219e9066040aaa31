package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Ndc;
import io.github.tic4j.claims.code.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A drug handed out once. {@code toString} shows drug and supply only.
 *
 * @param prescriptionNumber the pharmacy's number
 * @param ndc the product
 * @param drugName name as sent
 * @param dispensingDate the day it was handed out
 * @param quantity units handed out
 * @param daysSupply days it lasts
 * @param daysPrescribed days the prescriber meant, where the source keeps them
 * @param fillNumber 0 for the first fill, 1 for the first refill
 * @param dispenseAsWritten product selection code as sent, {@code 0} to {@code 9}
 * @param compound compound code as sent, {@code 1} no, {@code 2} yes
 * @param prescriber who prescribed
 * @param dispenser the pharmacy
 */
public record PrescriptionFill(
        @Nullable String prescriptionNumber,
        @Nullable Ndc ndc,
        @Nullable String drugName,
        @Nullable LocalDate dispensingDate,
        @Nullable BigDecimal quantity,
        @Nullable Integer daysSupply,
        @Nullable Integer daysPrescribed,
        @Nullable Integer fillNumber,
        @Nullable String dispenseAsWritten,
        @Nullable String compound,
        @Nullable Npi prescriber,
        @Nullable Npi dispenser) {

    /** A builder with nothing set. */
    public static PrescriptionFillBuilder builder() {
        return new PrescriptionFillBuilder();
    }

    @Override
    public String toString() {
        return "PrescriptionFill[" + ndc + ", days supply " + daysSupply + "]";
    }
}
