package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.IcdProcedureCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes claims of DE-SynPUF rows, whose codes are all ICD-9. The files have no charges and no bill types. What they put
 * in the ICD procedure and HCPCS columns is synthetic and often no such code; it is kept and reads as invalid.
 */
final class SynPufClaims {

    private static final String ICD_9 = "9";

    private SynPufClaims() {}

    static List<Sourced<Claim>> carrier(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        ClaimBuilder claim = header(fields, ClaimType.PROFESSIONAL, 8);
        List<Diagnosis> diagnoses = claim.build().diagnoses();
        List<ClaimLine> lines = new ArrayList<>();
        for (int slot = 1; slot <= 13; slot++) {
            if (fields.first("HCPCS_CD_" + slot, "PRF_PHYSN_NPI_" + slot, "LINE_PRCSG_IND_CD_" + slot) != null) {
                lines.add(carrierLine(fields, slot, lines.size(), diagnoses));
            }
        }
        claim.lines(lines).billingTin(fields.text("TAX_NUM_1"));
        claim.amounts(LineSums.of(lines));
        return finish(claim, fields, rows);
    }

    /** Inpatient and outpatient; a long claim has a second segment, a row of its own whose amounts repeat. */
    static List<Sourced<Claim>> facility(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        ClaimBuilder claim = header(fields, ClaimType.INSTITUTIONAL, 10);
        boolean inpatient = fields.has("CLM_ADMSN_DT");
        String drg = fields.text("CLM_DRG_CD");
        claim.attendingNpi(fields.text("AT_PHYSN_NPI"))
                .operatingNpi(fields.text("OP_PHYSN_NPI"))
                .drg(drg == null ? null : Drg.ms(drg))
                .stay(fields.date("admissionDate", "CLM_ADMSN_DT"), fields.date("dischargeDate", "NCH_BENE_DSCHRG_DT"))
                .amounts(Amounts.NONE
                        .withPaid(fields.amount("amounts.paid", "CLM_PMT_AMT"))
                        .withOtherPayerPaid(fields.amount("amounts.otherPayerPaid", "NCH_PRMRY_PYR_CLM_PD_AMT"))
                        .withDeductible(fields.amount(
                                "amounts.deductible", inpatient ? "NCH_BENE_IP_DDCTBL_AMT" : "NCH_BENE_PTB_DDCTBL_AMT"))
                        .withCoinsurance(fields.amount(
                                "amounts.coinsurance",
                                inpatient ? "NCH_BENE_PTA_COINSRNC_LBLTY_AM" : "NCH_BENE_PTB_COINSRNC_AMT")));
        String admitting = fields.text("ADMTNG_ICD9_DGNS_CD");
        if (admitting != null) {
            int sequence = claim.build().diagnoses().size() + 1;
            claim.diagnosis(Diagnosis.of(sequence, DiagnosisType.ADMITTING, Diagnoses.code(admitting, ICD_9)));
        }
        for (int slot = 1; slot <= 6; slot++) {
            String code = fields.text("ICD9_PRCDR_CD_" + slot);
            if (code != null) {
                claim.procedure(new InpatientProcedure(slot, IcdProcedureCode.icd9(code), null));
            }
        }
        int number = 0;
        for (SourceRow row : rows) {
            for (int slot = 1; slot <= 45; slot++) {
                String code = row.value("HCPCS_CD_" + slot);
                if (code != null) {
                    claim.line(ClaimLine.builder(++number).hcpcs(code).build());
                }
            }
        }
        return finish(claim, fields, rows);
    }

    private static ClaimBuilder header(Fields fields, ClaimType type, int diagnosisSlots) {
        LocalDate start = fields.date("startDate", "CLM_FROM_DT");
        LocalDate end = fields.date("endDate", "CLM_THRU_DT");
        ClaimBuilder claim = Claim.builder(RifClaims.orEmpty(fields.text("CLM_ID")), type)
                .personId(fields.text("DESYNPUF_ID"))
                .payer("medicare")
                .status(PaymentStatus.PAID)
                .period(start, end)
                .source("synpuf");
        String principal = fields.text("ICD9_DGNS_CD_1");
        Diagnoses diagnoses = new Diagnoses().principal(principal, ICD_9).add(principal, ICD_9, null);
        for (int slot = 2; slot <= diagnosisSlots; slot++) {
            diagnoses.add(fields.text("ICD9_DGNS_CD_" + slot), ICD_9, null);
        }
        diagnoses.all().forEach(claim::diagnosis);
        return claim;
    }

    private static ClaimLine carrierLine(Fields fields, int slot, int index, List<Diagnosis> diagnoses) {
        String path = "lines[" + index + "].amounts.";
        ClaimLineBuilder line = ClaimLine.builder(slot)
                .hcpcs(fields.text("HCPCS_CD_" + slot))
                .renderingNpi(fields.text("PRF_PHYSN_NPI_" + slot))
                .status("A".equals(fields.text("LINE_PRCSG_IND_CD_" + slot)) ? PaymentStatus.PAID : null)
                .amounts(Amounts.NONE
                        .withPaid(fields.amount(path + "paid", "LINE_NCH_PMT_AMT_" + slot))
                        .withAllowed(fields.amount(path + "allowed", "LINE_ALOWD_CHRG_AMT_" + slot))
                        .withCoinsurance(fields.amount(path + "coinsurance", "LINE_COINSRNC_AMT_" + slot))
                        .withDeductible(fields.amount(path + "deductible", "LINE_BENE_PTB_DDCTBL_AMT_" + slot))
                        .withOtherPayerPaid(
                                fields.amount(path + "otherPayerPaid", "LINE_BENE_PRMRY_PYR_PD_AMT_" + slot)));
        String code = fields.text("LINE_ICD9_DGNS_CD_" + slot);
        if (code != null) {
            line.diagnosisPointers(RifClaims.pointers(diagnoses, Diagnoses.code(code, ICD_9)));
        }
        return line.build();
    }

    private static List<Sourced<Claim>> finish(ClaimBuilder claim, Fields fields, List<SourceRow> rows) {
        fields.refused().forEach(claim::refused);
        return List.of(Sourced.of(claim.build(), rows));
    }
}
