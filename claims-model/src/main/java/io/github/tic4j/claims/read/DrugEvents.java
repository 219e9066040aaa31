package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.PrescriptionFillBuilder;
import io.github.tic4j.claims.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes pharmacy claims of Medicare Part D events, in the columns of RIF and of DE-SynPUF. */
final class DrugEvents {

    private static final String NPI_QUALIFIER = "01";

    private DrugEvents() {}

    static List<Sourced<Claim>> rif(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        String change = fields.text("ADJSTMT_DLTN_CD");
        RecordType type = "D".equals(change)
                ? RecordType.REVERSAL
                : "A".equals(change) ? RecordType.ADJUSTMENT : RecordType.ORIGINAL;
        PrescriptionFillBuilder fill = fill(fields)
                .prescriptionNumber(fields.text("RX_SRVC_RFRNC_NUM"))
                .fillNumber(fields.count("lines[0].fill.fillNumber", "FILL_NUM"))
                .dispenseAsWritten(fields.text("DAW_PROD_SLCTN_CD"))
                .compound(fields.text("CMPND_CD"))
                .prescriber(npi(fields, "PRSCRBR_ID", "PRSCRBR_ID_QLFYR_CD"))
                .dispenser(npi(fields, "SRVC_PRVDR_ID", "SRVC_PRVDR_ID_QLFYR_CD"));
        Amounts amounts = amounts(fields).withPaid(fields.amount("amounts.paid", "CVRD_D_PLAN_PD_AMT"));
        return claim(rows, fields, fill.build(), amounts, type, fields.date("paidDate", "PD_DT"), "rif");
    }

    static List<Sourced<Claim>> synPuf(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        return claim(rows, fields, fill(fields).build(), amounts(fields), RecordType.ORIGINAL, null, "synpuf");
    }

    private static PrescriptionFillBuilder fill(Fields fields) {
        return PrescriptionFill.builder()
                .ndc(fields.text("PROD_SRVC_ID"))
                .dispensingDate(fields.date("lines[0].fill.dispensingDate", "SRVC_DT"))
                .quantity(fields.amount("lines[0].fill.quantity", "QTY_DSPNSD_NUM"))
                .daysSupply(fields.count("lines[0].fill.daysSupply", "DAYS_SUPLY_NUM"));
    }

    private static Amounts amounts(Fields fields) {
        BigDecimal cost = fields.amount("amounts.charge", "TOT_RX_CST_AMT");
        return Amounts.NONE
                .withCharge(cost)
                .withAllowed(cost)
                .withCopayment(fields.amount("amounts.copayment", "PTNT_PAY_AMT"));
    }

    /** An id that its qualifier says is something else than an NPI, such as a state licence, is told and left out. */
    private static @Nullable String npi(Fields fields, String column, String qualifierColumn) {
        String id = fields.text(column);
        String qualifier = fields.text(qualifierColumn);
        if (id != null && qualifier != null && !qualifier.equals(NPI_QUALIFIER)) {
            fields.refuse(column, column, id, "an id with qualifier " + qualifier + " is not an NPI");
            return null;
        }
        return id;
    }

    private static List<Sourced<Claim>> claim(
            List<SourceRow> rows,
            Fields fields,
            PrescriptionFill fill,
            Amounts amounts,
            RecordType type,
            @Nullable LocalDate paid,
            String source) {
        ClaimLine line = ClaimLine.builder(1)
                .date(fill.dispensingDate())
                .units(fill.quantity())
                .amounts(amounts)
                .fill(fill)
                .build();
        var claim = Claim.pharmacy(RifClaims.orEmpty(fields.text("PDE_ID")))
                .personId(fields.first("BENE_ID", "DESYNPUF_ID"))
                .payer("medicare")
                .plan(fields.text("PLAN_CNTRCT_REC_ID"))
                .recordType(type)
                .status(PaymentStatus.PAID)
                .date(fill.dispensingDate())
                .paidDate(paid)
                .amounts(amounts)
                .line(line)
                .source(source);
        fields.refused().forEach(claim::refused);
        return List.of(Sourced.of(claim.build(), rows));
    }
}
