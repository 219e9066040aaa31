package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer decided about one claim (835 CLP). {@code toString} shows status and size only.
 *
 * @param patientControlNumber the provider's number of the claim (CLP01)
 * @param statusCode claim status as sent (CLP02): {@code 1} to {@code 3} processed, {@code 4} denied, {@code 22} reversal
 * @param charge total charge (CLP03)
 * @param paid total payment (CLP04)
 * @param patientResponsibility what the patient owes (CLP05), or null
 * @param filingIndicator kind of plan as sent (CLP06)
 * @param payerControlNumber the payer's number of the claim (CLP07)
 * @param facilityType place or bill type as sent (CLP08)
 * @param frequency claim frequency as sent (CLP09)
 * @param memberId the patient at the payer
 * @param rendering who gave the service
 * @param startDate first day of service
 * @param endDate last day of service
 * @param receivedDate the day the payer got the claim
 * @param adjustments adjustments of the claim as a whole
 * @param services payments of lines
 */
public record ClaimPayment(
        String patientControlNumber,
        String statusCode,
        BigDecimal charge,
        BigDecimal paid,
        @Nullable BigDecimal patientResponsibility,
        @Nullable String filingIndicator,
        @Nullable String payerControlNumber,
        @Nullable String facilityType,
        @Nullable String frequency,
        @Nullable String memberId,
        @Nullable Npi rendering,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate receivedDate,
        List<Adjustment> adjustments,
        List<ServicePayment> services) {

    /** Copies the lists. */
    public ClaimPayment {
        adjustments = List.copyOf(adjustments);
        services = List.copyOf(services);
    }

    /** A builder with the three numbers that every payment has. */
    public static ClaimPaymentBuilder builder(String patientControlNumber, String statusCode) {
        return new ClaimPaymentBuilder(patientControlNumber, statusCode);
    }

    /** Whether it takes an earlier payment back (status 22). */
    public boolean isReversal() {
        return statusCode.equals("22");
    }

    /** Whether the claim was denied (status 4). */
    public boolean isDenied() {
        return statusCode.equals("4");
    }

    @Override
    public String toString() {
        return "ClaimPayment[status " + statusCode + ", " + services.size() + " services]";
    }
}
