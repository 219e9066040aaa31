package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.PaymentStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the claims of one Synthea encounter. A charge is a line; the payments booked behind it are summed into it:
 * {@code ECHECK} is paid by the insurers, everything else by the patient. Procedures are SNOMED CT or RxNorm and are
 * told as refused rather than taken for HCPCS; ids of practitioners and places are kept where an NPI would stand, and
 * read as invalid.
 */
final class SyntheaClaims {

    private SyntheaClaims() {}

    static List<Sourced<Claim>> map(List<SourceRow> rows, Consumer<Refusal> refusals) {
        SourceRow encounter = rows.stream()
                .filter(row -> SyntheaLayout.ENCOUNTERS.accepts(row.header()))
                .findFirst()
                .orElse(null);
        List<SourceRow> orphans = new ArrayList<>(rows.stream()
                .filter(row -> SyntheaLayout.BOOKINGS.accepts(row.header()))
                .toList());
        List<Sourced<Claim>> claims = new ArrayList<>();
        for (SourceRow row : rows) {
            if (SyntheaLayout.CLAIMS.accepts(row.header())) {
                List<SourceRow> bookings = orphans.stream()
                        .filter(booking -> Objects.equals(booking.value("CLAIMID"), row.value("Id")))
                        .toList();
                orphans.removeAll(bookings);
                claims.add(claim(row, bookings, encounter, refusals));
            }
        }
        for (SourceRow orphan : orphans) {
            refusals.accept(
                    new Refusal(orphan.lineage(), "CLAIMID", orphan.raw(), "no claim of this encounter has the id"));
        }
        return claims;
    }

    private static Sourced<Claim> claim(
            SourceRow row, List<SourceRow> bookings, @Nullable SourceRow encounter, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(List.of(row), refusals);
        ClaimType type = type(fields.text("HEALTHCARECLAIMTYPEID1"));
        LocalDate start = fields.date("startDate", "SERVICEDATE");
        LocalDate stop = encounter == null
                ? start
                : Fields.of(List.of(encounter), refusals).date("endDate", "STOP");
        ClaimBuilder claim = Claim.builder(RifClaims.orEmpty(fields.text("Id")), type)
                .personId(fields.text("PATIENTID"))
                .payer(payer(fields))
                .patientControlNumber(fields.text("APPOINTMENTID"))
                .status("CLOSED".equals(fields.text("STATUS1")) ? PaymentStatus.PAID : null)
                .period(start, stop == null ? start : stop)
                .renderingNpi(fields.text("PROVIDERID"))
                .referringNpi(fields.text("REFERRINGPROVIDERID"))
                .source("synthea");
        if (encounter != null
                && type == ClaimType.INSTITUTIONAL
                && "inpatient".equals(encounter.value("ENCOUNTERCLASS"))) {
            claim.stay(start, stop);
        }
        Diagnoses diagnoses = new Diagnoses().principal(fields.text("DIAGNOSIS1"), null);
        for (int slot = 1; slot <= 8; slot++) {
            diagnoses.add(fields.text("DIAGNOSIS" + slot), null, null);
        }
        diagnoses.all().forEach(claim::diagnosis);
        List<Charge> charges = charges(bookings, fields);
        List<ClaimLine> lines = charges.stream().map(Charge::line).toList();
        claim.lines(lines).amounts(LineSums.of(lines));
        if (!bookings.isEmpty()) {
            claim.facilityNpi(bookings.get(0).value("PLACEOFSERVICE"));
        }
        fields.refused().forEach(claim::refused);
        return Sourced.of(claim.build(), lineage(row, bookings, encounter));
    }

    private static List<SourceRow> lineage(SourceRow claim, List<SourceRow> bookings, @Nullable SourceRow encounter) {
        List<SourceRow> lineage = new ArrayList<>(List.of(claim));
        lineage.addAll(bookings);
        if (encounter != null) {
            lineage.add(encounter);
        }
        return lineage;
    }

    private static ClaimType type(@Nullable String code) {
        if ("1".equals(code)) {
            return ClaimType.PROFESSIONAL;
        }
        return "2".equals(code) ? ClaimType.INSTITUTIONAL : ClaimType.UNDETERMINED;
    }

    private static @Nullable String payer(Fields fields) {
        String payer = fields.text("PRIMARYPATIENTINSURANCEID");
        if (payer != null && payer.equals(fields.text("PATIENTID"))) {
            fields.refuse("payer", "PRIMARYPATIENTINSURANCEID", payer, "holds the id of the patient");
            return null;
        }
        return payer;
    }

    private static List<Charge> charges(List<SourceRow> bookings, Fields claim) {
        List<Charge> charges = new ArrayList<>();
        for (SourceRow booking : bookings) {
            if ("CHARGE".equals(booking.value("TYPE"))) {
                charges.add(new Charge(charges.size() + 1, claim.line(booking, charges.size()), booking));
            }
        }
        for (SourceRow booking : bookings) {
            Charge charge = chargeOf(booking, charges);
            Fields fields = claim.line(booking, charge == null ? 0 : charge.number - 1);
            if ("PAYMENT".equals(booking.value("TYPE"))) {
                BigDecimal amount = fields.amount("amounts.paid", "PAYMENTS");
                if (charge == null) {
                    fields.refuse(
                            "amounts.paid",
                            "PROCEDURECODE",
                            booking.raw(),
                            "a payment of a procedure that was not charged");
                } else if (amount != null) {
                    charge.pay("ECHECK".equals(booking.value("METHOD")), amount);
                }
            } else if ("ADJUSTMENT".equals(booking.value("TYPE"))) {
                String amount = RifClaims.orEmpty(booking.value("AMOUNT"));
                fields.refuse("adjustments", "AMOUNT", amount, "an adjustment has no group and reason in this layout");
            }
        }
        return charges;
    }

    /** The charge that a booking belongs to: the last one before it with the same procedure, else the first one. */
    private static @Nullable Charge chargeOf(SourceRow booking, List<Charge> charges) {
        Charge best = null;
        for (Charge charge : charges) {
            boolean same = Objects.equals(charge.row.value("PROCEDURECODE"), booking.value("PROCEDURECODE"));
            boolean before = charge.row.lineage().line() < booking.lineage().line();
            if (same && (best == null || before)) {
                best = charge;
            }
        }
        return best;
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    /** A charge and what was paid for it. */
    private static final class Charge {

        private final int number;
        private final SourceRow row;
        private final ClaimLineBuilder line;
        private final @Nullable BigDecimal charged;
        private @Nullable BigDecimal byInsurers;
        private @Nullable BigDecimal byPatient;

        Charge(int number, Fields fields, SourceRow row) {
            this.number = number;
            this.row = row;
            this.charged = fields.amount("amounts.charge", "AMOUNT");
            String procedure = fields.text("PROCEDURECODE");
            if (procedure != null) {
                fields.refuse("hcpcs", "PROCEDURECODE", procedure, "a SNOMED CT or RxNorm code is not HCPCS");
            }
            this.line = ClaimLine.builder(number)
                    .period(fields.date("startDate", "FROMDATE"), fields.date("endDate", "TODATE"))
                    .modifier(fields.text("MODIFIER1"))
                    .modifier(fields.text("MODIFIER2"))
                    .units(fields.amount("units", "UNITS"))
                    .renderingNpi(fields.text("PROVIDERID"))
                    .diagnosisPointers(pointers(fields));
        }

        private static Integer[] pointers(Fields fields) {
            List<Integer> pointers = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                Integer pointer = fields.count("diagnosisPointers", "DIAGNOSISREF" + i);
                if (pointer != null) {
                    pointers.add(pointer);
                }
            }
            return pointers.toArray(new Integer[0]);
        }

        void pay(boolean insurer, BigDecimal amount) {
            if (insurer) {
                byInsurers = plus(byInsurers, amount);
            } else {
                byPatient = plus(byPatient, amount);
            }
        }

        ClaimLine line() {
            Amounts amounts =
                    Amounts.NONE.withCharge(charged).withPaid(byInsurers).withCopayment(byPatient);
            return line.amounts(amounts).build();
        }
    }
}
