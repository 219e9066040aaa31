package io.github.tic4j.claims;

import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.DischargeStatus;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.IcdProcedureCode;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.Taxonomy;
import io.github.tic4j.claims.code.Tin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Claim}. A blank text means absent. Not thread-safe. */
public final class ClaimBuilder {

    private String id;
    private ClaimType type;
    private RecordType recordType = RecordType.ORIGINAL;
    private @Nullable PaymentStatus status;
    private @Nullable String frequency;
    private @Nullable String originalClaimId;
    private @Nullable String patientControlNumber;
    private @Nullable String payerControlNumber;
    private @Nullable String personId;
    private @Nullable String memberId;
    private @Nullable String payer;
    private @Nullable String plan;
    private @Nullable LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable LocalDate receivedDate;
    private @Nullable LocalDate processedDate;
    private @Nullable LocalDate paidDate;
    private InstitutionalDetail institutional = InstitutionalDetail.NONE;
    private ClaimProviders providers = ClaimProviders.NONE;
    private final List<Diagnosis> diagnoses = new ArrayList<>();
    private final List<InpatientProcedure> procedures = new ArrayList<>();
    private List<ClaimLine> lines = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private Amounts amounts = Amounts.NONE;
    private @Nullable String source;
    private final List<RefusedValue> refused = new ArrayList<>();

    ClaimBuilder(String id, ClaimType type) {
        this.id = id.strip();
        this.type = type;
    }

    ClaimBuilder(Claim claim) {
        id = claim.id();
        type = claim.type();
        recordType = claim.recordType();
        status = claim.status();
        frequency = claim.frequency();
        originalClaimId = claim.originalClaimId();
        patientControlNumber = claim.patientControlNumber();
        payerControlNumber = claim.payerControlNumber();
        personId = claim.personId();
        memberId = claim.memberId();
        payer = claim.payer();
        plan = claim.plan();
        startDate = claim.startDate();
        endDate = claim.endDate();
        receivedDate = claim.receivedDate();
        processedDate = claim.processedDate();
        paidDate = claim.paidDate();
        institutional = claim.institutional();
        providers = claim.providers();
        diagnoses.addAll(claim.diagnoses());
        procedures.addAll(claim.procedures());
        lines.addAll(claim.lines());
        adjustments.addAll(claim.adjustments());
        amounts = claim.amounts();
        source = claim.source();
        refused.addAll(claim.refused());
    }

    /** Another claim number. */
    public ClaimBuilder id(String value) {
        id = value.strip();
        return this;
    }

    /** Whether it changes an earlier record; {@link RecordType#ORIGINAL} by default. */
    public ClaimBuilder recordType(RecordType value) {
        recordType = value;
        return this;
    }

    /** What the payer decided. */
    public ClaimBuilder status(@Nullable PaymentStatus value) {
        status = value;
        return this;
    }

    /** The frequency code. */
    public ClaimBuilder frequency(@Nullable String value) {
        frequency = Text.orNull(value);
        return this;
    }

    /** The claim that this one changes. */
    public ClaimBuilder originalClaimId(@Nullable String value) {
        originalClaimId = Text.orNull(value);
        return this;
    }

    /** The provider's own number. */
    public ClaimBuilder patientControlNumber(@Nullable String value) {
        patientControlNumber = Text.orNull(value);
        return this;
    }

    /** The payer's number. */
    public ClaimBuilder payerControlNumber(@Nullable String value) {
        payerControlNumber = Text.orNull(value);
        return this;
    }

    /** The patient across sources. */
    public ClaimBuilder personId(@Nullable String value) {
        personId = Text.orNull(value);
        return this;
    }

    /** The patient at the payer. */
    public ClaimBuilder memberId(@Nullable String value) {
        memberId = Text.orNull(value);
        return this;
    }

    /** The payer. */
    public ClaimBuilder payer(@Nullable String value) {
        payer = Text.orNull(value);
        return this;
    }

    /** The plan. */
    public ClaimBuilder plan(@Nullable String value) {
        plan = Text.orNull(value);
        return this;
    }

    /** First and last day of service. */
    public ClaimBuilder period(@Nullable LocalDate start, @Nullable LocalDate end) {
        startDate = start;
        endDate = end;
        return this;
    }

    /** A claim of one day. */
    public ClaimBuilder date(@Nullable LocalDate day) {
        return period(day, day);
    }

    /** The day the payer got it. */
    public ClaimBuilder receivedDate(@Nullable LocalDate value) {
        receivedDate = value;
        return this;
    }

    /** The day the payer decided. */
    public ClaimBuilder processedDate(@Nullable LocalDate value) {
        processedDate = value;
        return this;
    }

    /** The day of payment. */
    public ClaimBuilder paidDate(@Nullable LocalDate value) {
        paidDate = value;
        return this;
    }

    /** Type of bill; its last character becomes the frequency if none is set. */
    public ClaimBuilder billType(@Nullable String value) {
        institutional = institutional.withBillType(Text.map(value, BillType::of));
        return this;
    }

    /** The diagnosis related group. */
    public ClaimBuilder drg(@Nullable Drg value) {
        institutional = institutional.withDrg(value);
        return this;
    }

    /** First and last day of the stay; the last is null while the patient is there. */
    public ClaimBuilder stay(@Nullable LocalDate admission, @Nullable LocalDate discharge) {
        institutional = institutional.withStay(admission, discharge);
        return this;
    }

    /** Type and source of the admission. */
    public ClaimBuilder admission(@Nullable String admissionType, @Nullable String admissionSource) {
        institutional = institutional.withAdmission(Text.orNull(admissionType), Text.orNull(admissionSource));
        return this;
    }

    /** Where the patient went. */
    public ClaimBuilder dischargeStatus(@Nullable String value) {
        institutional = institutional.withDischargeStatus(Text.map(value, DischargeStatus::of));
        return this;
    }

    /** NPI of who asks for the money. */
    public ClaimBuilder billingNpi(@Nullable String value) {
        providers = providers.withBilling(Text.map(value, Npi::of));
        return this;
    }

    /** Taxpayer number of the billing provider. */
    public ClaimBuilder billingTin(@Nullable String value) {
        providers = providers.withBillingTin(Text.map(value, Tin::of));
        return this;
    }

    /** Taxonomy of the billing provider. */
    public ClaimBuilder billingTaxonomy(@Nullable String value) {
        providers = providers.withBillingTaxonomy(Text.map(value, Taxonomy::of));
        return this;
    }

    /** NPI of who gave the service. */
    public ClaimBuilder renderingNpi(@Nullable String value) {
        providers = providers.withRendering(Text.map(value, Npi::of));
        return this;
    }

    /** NPI of where it was given. */
    public ClaimBuilder facilityNpi(@Nullable String value) {
        providers = providers.withFacility(Text.map(value, Npi::of));
        return this;
    }

    /** NPI of the physician in charge of a stay. */
    public ClaimBuilder attendingNpi(@Nullable String value) {
        providers = providers.withAttending(Text.map(value, Npi::of));
        return this;
    }

    /** NPI of the surgeon. */
    public ClaimBuilder operatingNpi(@Nullable String value) {
        providers = providers.withOperating(Text.map(value, Npi::of));
        return this;
    }

    /** NPI of who sent the patient. */
    public ClaimBuilder referringNpi(@Nullable String value) {
        providers = providers.withReferring(Text.map(value, Npi::of));
        return this;
    }

    /** Adds ICD-10-CM diagnoses: the first of the claim is principal, the others are not. */
    public ClaimBuilder diagnoses(String... icd10) {
        for (String code : icd10) {
            DiagnosisType part = diagnoses.isEmpty() ? DiagnosisType.PRINCIPAL : DiagnosisType.OTHER;
            diagnosis(Diagnosis.of(diagnoses.size() + 1, part, DiagnosisCode.icd10(code)));
        }
        return this;
    }

    /** Adds a diagnosis. */
    public ClaimBuilder diagnosis(Diagnosis value) {
        diagnoses.add(value);
        return this;
    }

    /** Adds an ICD-10-PCS procedure. */
    public ClaimBuilder procedure(String icd10, @Nullable LocalDate date) {
        return procedure(new InpatientProcedure(procedures.size() + 1, IcdProcedureCode.icd10(icd10), date));
    }

    /** Adds a procedure. */
    public ClaimBuilder procedure(InpatientProcedure value) {
        procedures.add(value);
        return this;
    }

    /** Adds a line. */
    public ClaimBuilder line(ClaimLine value) {
        lines.add(value);
        return this;
    }

    /** Adds a line with the next number and the period of the claim as it is set now. */
    public ClaimBuilder line(UnaryOperator<ClaimLineBuilder> values) {
        return line(values.apply(ClaimLine.builder(lines.size() + 1).period(startDate, endDate))
                .build());
    }

    /** Replaces the lines. */
    public ClaimBuilder lines(List<ClaimLine> values) {
        lines = new ArrayList<>(values);
        return this;
    }

    /** Adds an adjustment of the claim as a whole. */
    public ClaimBuilder adjustment(Adjustment value) {
        adjustments.add(value);
        return this;
    }

    /** All amounts at once. */
    public ClaimBuilder amounts(Amounts value) {
        amounts = value;
        return this;
    }

    /** The charge. */
    public ClaimBuilder charge(@Nullable BigDecimal value) {
        amounts = amounts.withCharge(value);
        return this;
    }

    /** The charge as text; anything but a number is an {@link IllegalArgumentException}. */
    public ClaimBuilder charge(String value) {
        return charge(Text.money(value));
    }

    /** The allowed amount. */
    public ClaimBuilder allowed(@Nullable BigDecimal value) {
        amounts = amounts.withAllowed(value);
        return this;
    }

    /** The allowed amount as text; anything but a number is an {@link IllegalArgumentException}. */
    public ClaimBuilder allowed(String value) {
        return allowed(Text.money(value));
    }

    /** The amount paid. */
    public ClaimBuilder paid(@Nullable BigDecimal value) {
        amounts = amounts.withPaid(value);
        return this;
    }

    /** The amount paid as text; anything but a number is an {@link IllegalArgumentException}. */
    public ClaimBuilder paid(String value) {
        return paid(Text.money(value));
    }

    /** The data source. */
    public ClaimBuilder source(@Nullable String value) {
        source = Text.orNull(value);
        return this;
    }

    /** Keeps a value that could not be read. */
    public ClaimBuilder refused(RefusedValue value) {
        refused.add(value);
        return this;
    }

    /** The claim. */
    public Claim build() {
        BillType billType = institutional.billType();
        String billFrequency = billType == null ? null : Text.orNull(billType.frequency());
        return new Claim(
                id,
                type,
                recordType,
                status,
                frequency == null ? billFrequency : frequency,
                originalClaimId,
                patientControlNumber,
                payerControlNumber,
                personId,
                memberId,
                payer,
                plan,
                startDate,
                endDate,
                receivedDate,
                processedDate,
                paidDate,
                institutional,
                providers,
                diagnoses,
                procedures,
                lines,
                adjustments,
                amounts,
                source,
                refused);
    }
}
