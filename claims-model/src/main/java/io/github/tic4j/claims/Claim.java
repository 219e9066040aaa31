package io.github.tic4j.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as billed or as adjudicated, with its lines. {@code toString} shows its kind and size, no identifier.
 *
 * @param id the claim's number in its source; blank if the source has none
 * @param type the form it was billed on
 * @param recordType whether it changes an earlier record
 * @param status what the payer decided, or null if it has not
 * @param frequency claim frequency code as sent: {@code 1} first, {@code 7} replacement, {@code 8} void
 * @param originalClaimId the claim that this one changes
 * @param patientControlNumber the provider's own number
 * @param payerControlNumber the payer's number
 * @param personId the patient across sources
 * @param memberId the patient at the payer
 * @param payer the payer
 * @param plan the plan
 * @param startDate first day of service
 * @param endDate last day of service
 * @param receivedDate the day the payer got it
 * @param processedDate the day the payer decided
 * @param paidDate the day of payment
 * @param institutional what only institutional claims carry; {@link InstitutionalDetail#NONE} otherwise
 * @param providers who took part
 * @param diagnoses diagnoses in order of their sequence
 * @param procedures inpatient procedures
 * @param lines services
 * @param adjustments adjustments of the claim as a whole, those of its lines not included
 * @param amounts money of the claim as a whole, as the source states it
 * @param source the data source, or null
 * @param refused values that could not be read
 */
public record Claim(
        String id,
        ClaimType type,
        RecordType recordType,
        @Nullable PaymentStatus status,
        @Nullable String frequency,
        @Nullable String originalClaimId,
        @Nullable String patientControlNumber,
        @Nullable String payerControlNumber,
        @Nullable String personId,
        @Nullable String memberId,
        @Nullable String payer,
        @Nullable String plan,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate receivedDate,
        @Nullable LocalDate processedDate,
        @Nullable LocalDate paidDate,
        InstitutionalDetail institutional,
        ClaimProviders providers,
        List<Diagnosis> diagnoses,
        List<InpatientProcedure> procedures,
        List<ClaimLine> lines,
        List<Adjustment> adjustments,
        Amounts amounts,
        @Nullable String source,
        List<RefusedValue> refused) {

    /** Copies the lists. */
    public Claim {
        diagnoses = List.copyOf(diagnoses);
        procedures = List.copyOf(procedures);
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
        refused = List.copyOf(refused);
    }

    /** A builder of a professional claim with this number. */
    public static ClaimBuilder professional(String id) {
        return builder(id, ClaimType.PROFESSIONAL);
    }

    /** A builder of an institutional claim with this number. */
    public static ClaimBuilder institutional(String id) {
        return builder(id, ClaimType.INSTITUTIONAL);
    }

    /** A builder of a dental claim with this number. */
    public static ClaimBuilder dental(String id) {
        return builder(id, ClaimType.DENTAL);
    }

    /** A builder of a pharmacy claim with this number. */
    public static ClaimBuilder pharmacy(String id) {
        return builder(id, ClaimType.PHARMACY);
    }

    /** A builder of a claim with this number and type. */
    public static ClaimBuilder builder(String id, ClaimType type) {
        return new ClaimBuilder(id, type);
    }

    /** A builder that starts with the values of this claim. */
    public ClaimBuilder toBuilder() {
        return new ClaimBuilder(this);
    }

    /** Whether this record takes an earlier one back: a {@link RecordType#REVERSAL} or a void of frequency 8. */
    public boolean isReversal() {
        return recordType == RecordType.REVERSAL || "8".equals(frequency);
    }

    /** Whether this record replaces an earlier one: an {@link RecordType#ADJUSTMENT} or a replacement of frequency 7. */
    public boolean isAdjustment() {
        return !isReversal() && (recordType == RecordType.ADJUSTMENT || "7".equals(frequency));
    }

    /** Whether this record is the first of its claim, neither reversal nor adjustment. */
    public boolean isOriginal() {
        return !isReversal() && !isAdjustment();
    }

    /** The principal diagnosis, or null. */
    public @Nullable Diagnosis principalDiagnosis() {
        for (Diagnosis diagnosis : diagnoses) {
            if (diagnosis.type() == DiagnosisType.PRINCIPAL) {
                return diagnosis;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "Claim[" + type + ", " + recordType + ", " + status + ", " + lines.size() + " lines]";
    }
}
