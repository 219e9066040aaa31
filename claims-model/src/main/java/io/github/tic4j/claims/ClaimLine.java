package io.github.tic4j.claims;

import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.PlaceOfService;
import io.github.tic4j.claims.code.RevenueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service of a claim. {@code toString} shows number and code only.
 *
 * @param number the line number, from 1
 * @param controlNumber the provider's own number of the line, which a remittance repeats
 * @param startDate first day of service
 * @param endDate last day of service
 * @param hcpcs CPT, HCPCS, CDT or HIPPS code
 * @param modifiers modifiers of the code, in order
 * @param revenueCode revenue centre of an institutional line
 * @param placeOfService place of a professional line
 * @param diagnosisPointers sequences of the diagnoses that the service was for
 * @param units how much was done
 * @param unitType what units count, as sent: {@code UN} units, {@code MJ} minutes, {@code DA} days
 * @param rendering who gave the service, where the line names somebody
 * @param status what the payer decided about this line
 * @param amounts money of the line
 * @param adjustments why it was not paid as charged
 * @param remarkCodes remittance remark codes, as sent
 * @param tooth tooth number or letter of a dental line, as sent
 * @param fill the drug of a pharmacy line
 */
public record ClaimLine(
        int number,
        @Nullable String controlNumber,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable HcpcsCode hcpcs,
        List<Modifier> modifiers,
        @Nullable RevenueCode revenueCode,
        @Nullable PlaceOfService placeOfService,
        List<Integer> diagnosisPointers,
        @Nullable BigDecimal units,
        @Nullable String unitType,
        @Nullable Npi rendering,
        @Nullable PaymentStatus status,
        Amounts amounts,
        List<Adjustment> adjustments,
        List<String> remarkCodes,
        @Nullable String tooth,
        @Nullable PrescriptionFill fill) {

    /** Copies the lists. */
    public ClaimLine {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
        adjustments = List.copyOf(adjustments);
        remarkCodes = List.copyOf(remarkCodes);
    }

    /** A builder of a line with this number. */
    public static ClaimLineBuilder builder(int number) {
        return new ClaimLineBuilder(number);
    }

    /** A builder that starts with the values of this line. */
    public ClaimLineBuilder toBuilder() {
        return new ClaimLineBuilder(this);
    }

    /** Whether this is the revenue line 0001, which repeats the total of the claim. */
    public boolean isTotalLine() {
        return revenueCode != null && revenueCode.isTotal();
    }

    @Override
    public String toString() {
        return "ClaimLine[" + number + ", " + (hcpcs != null ? hcpcs : revenueCode) + "]";
    }
}
