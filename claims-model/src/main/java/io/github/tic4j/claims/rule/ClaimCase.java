package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.Drg;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A claim with everything that it is judged by, and the answers that many rules ask for. Not thread-safe. */
public final class ClaimCase {

    private final Claim claim;
    private final ReferenceData reference;
    private final RuleOptions options;
    private final LocalDate today;
    private final boolean inpatient;
    private @Nullable Patient patient;
    private boolean patientSought;

    ClaimCase(Claim claim, ReferenceData reference, RuleOptions options) {
        this.claim = claim;
        this.reference = reference;
        this.options = options;
        this.today = LocalDate.now(options.clock());
        this.inpatient = isInstitutional() && (hasInpatientBill() || hasUsableDrg());
    }

    /** The claim. */
    public Claim claim() {
        return claim;
    }

    /** The thresholds. */
    public RuleOptions options() {
        return options;
    }

    /** Today's date by the clock of the options. */
    public LocalDate today() {
        return today;
    }

    /** The patient of the claim; null if patients are not loaded, the claim names none or it is not among them. */
    public @Nullable Patient patient() {
        if (!patientSought) {
            patient = findPatient().orElse(null);
            patientSought = true;
        }
        return patient;
    }

    /** Whether the claim is professional. */
    public boolean isProfessional() {
        return claim.type() == ClaimType.PROFESSIONAL;
    }

    /** Whether the claim is institutional. */
    public boolean isInstitutional() {
        return claim.type() == ClaimType.INSTITUTIONAL;
    }

    /** Whether the claim is for dispensed drugs. */
    public boolean isPharmacy() {
        return claim.type() == ClaimType.PHARMACY;
    }

    /** Whether the claim is institutional and its type of bill or a valid DRG makes it inpatient. */
    public boolean isInpatient() {
        return inpatient;
    }

    /** Whether a payer has decided about the claim. */
    public boolean isAdjudicated() {
        return claim.status() != null || claim.processedDate() != null || claim.paidDate() != null;
    }

    /** The day by which code lists are chosen: discharge or last day of institutional claims, otherwise the first day. */
    public @Nullable LocalDate codingDate() {
        LocalDate discharge = claim.institutional().dischargeDate();
        if (isInstitutional()) {
            return discharge != null ? discharge : claim.endDate() != null ? claim.endDate() : claim.startDate();
        }
        return claim.startDate() != null ? claim.startDate() : claim.endDate();
    }

    ReferenceData reference() {
        return reference;
    }

    private Optional<Patient> findPatient() {
        Function<String, Optional<Patient>> patients = reference.patients();
        String personId = claim.personId();
        return patients == null || personId == null ? Optional.empty() : patients.apply(personId);
    }

    private boolean hasInpatientBill() {
        BillType billType = claim.institutional().billType();
        return billType != null && billType.isInpatient();
    }

    private boolean hasUsableDrg() {
        Drg drg = claim.institutional().drg();
        return drg != null && drg.isValid() && !drg.isUngroupable();
    }
}
