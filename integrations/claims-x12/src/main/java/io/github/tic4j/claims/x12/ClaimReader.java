package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.RecordType;
import io.github.tic4j.claims.read.Lineage;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.x12.Fields.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes claims of the claim loops (2300) of an 837. */
final class ClaimReader {

    private final Transaction transaction;
    private final Consumer<Refusal> refusals;

    ClaimReader(Transaction transaction, Consumer<Refusal> refusals) {
        this.transaction = transaction;
        this.refusals = refusals;
    }

    /** A claim, given the person it is for and who asks for the money. */
    Sourced<Claim> read(Loop loop, Person person, Biller biller) {
        X12Segment clm = loop.first("CLM");
        if (clm == null) {
            throw new IllegalStateException("the loop 2300 begins with CLM");
        }
        Fields fields = new Fields(transaction.source(), refusals);
        ClaimBuilder claim = Claim.builder(text(clm.element(1)), type())
                .patientControlNumber(clm.element(1))
                .personId(person.id())
                .memberId(person.memberId())
                .payer(person.payer())
                .plan(person.plan())
                .source("x12");
        biller.apply(claim);
        frequency(clm, claim);
        claim.originalClaimId(second(loop.first("REF", "F8")));
        participants(loop, claim);
        Period period = Period.NONE;
        LineReader lines = new LineReader(transaction.guide(), clm, fields);
        for (Loop line : loop.loops("2400")) {
            period = union(period, lines.read(line, claim));
        }
        period = statement(loop, fields, period);
        claim.period(period.start(), period.end());
        if (transaction.guide() == Guide.INSTITUTIONAL) {
            stay(loop, claim, fields, period);
        }
        DiagnosisReader codes = new DiagnosisReader(fields);
        loop.all("HI").forEach(hi -> codes.read(hi, claim));
        claim.amounts(Amounts.NONE
                .withCharge(fields.amount(clm, 2, "amounts.charge"))
                .withOtherPayerPaid(otherPayers(loop, fields)));
        fields.refused().forEach(claim::refused);
        return new Sourced<>(claim.build(), List.of(new Lineage(transaction.source(), clm.number())));
    }

    private ClaimType type() {
        return switch (transaction.guide()) {
            case INSTITUTIONAL -> ClaimType.INSTITUTIONAL;
            case DENTAL -> ClaimType.DENTAL;
            default -> ClaimType.PROFESSIONAL;
        };
    }

    private static void frequency(X12Segment clm, ClaimBuilder claim) {
        String frequency = clm.component(5, 3);
        claim.frequency(frequency);
        if ("7".equals(frequency)) {
            claim.recordType(RecordType.ADJUSTMENT);
        } else if ("8".equals(frequency)) {
            claim.recordType(RecordType.REVERSAL);
        }
        if ("A".equals(clm.component(5, 2))) {
            claim.billType(text(clm.component(5, 1)) + text(frequency));
        }
    }

    private static void participants(Loop loop, ClaimBuilder claim) {
        for (Loop participant : loop.loops("2310")) {
            for (X12Segment name : participant.all("NM1")) {
                String npi = Biller.npi(name);
                switch (text(name.element(1))) {
                    case "82" -> claim.renderingNpi(npi);
                    case "77" -> claim.facilityNpi(npi);
                    case "71" -> claim.attendingNpi(npi);
                    case "72" -> claim.operatingNpi(npi);
                    case "DN" -> claim.referringNpi(npi);
                    default -> {
                        // The model has no place for others.
                    }
                }
            }
        }
    }

    /** The days that the claim states for itself, or else those of its lines. */
    private static Period statement(Loop loop, Fields fields, Period ofLines) {
        X12Segment stated = loop.first("DTP", "434", "472");
        Period period = fields.period(stated, 2, "period");
        return period.start() == null ? ofLines : period;
    }

    private static void stay(Loop loop, ClaimBuilder claim, Fields fields, Period period) {
        LocalDate admission = fields.period(loop.first("DTP", "435"), 2, "institutional.admissionDate")
                .start();
        X12Segment clm = loop.first("CLM");
        X12Segment codes = loop.first("CL1");
        String status = codes == null ? null : codes.element(3);
        if (codes != null) {
            claim.admission(codes.element(1), codes.element(2)).dischargeStatus(status);
        }
        String frequency = clm == null ? null : clm.component(5, 3);
        boolean isLastBill = "1".equals(frequency) || "4".equals(frequency) || "7".equals(frequency);
        // The guide has no day of discharge: a last bill ends with it, unless the patient is still there.
        boolean hasLeft = admission != null && isLastBill && status != null && !status.equals("30");
        claim.stay(admission, hasLeft ? period.end() : null);
    }

    private static @Nullable BigDecimal otherPayers(Loop loop, Fields fields) {
        BigDecimal sum = null;
        for (Loop payer : loop.loops("2320")) {
            BigDecimal paid = fields.amount(payer.first("AMT", "D"), 2, "amounts.otherPayerPaid");
            sum = paid == null ? sum : sum == null ? paid : sum.add(paid);
        }
        return sum;
    }

    static Period union(Period one, Period other) {
        return new Period(earlier(one.start(), other.start()), later(one.end(), other.end()));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    static @Nullable String second(@Nullable X12Segment segment) {
        return segment == null ? null : segment.element(2);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
