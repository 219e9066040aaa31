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
import io.github.tic4j.claims.RecordType;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.Drg;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes claims of the lines of a RIF file: carrier and equipment on one side, facilities on the other. */
final class RifClaims {

    private static final int MAX_CODES = 25;
    private static final String DENIED_LINE = "BCDILMNOPZ";

    private RifClaims() {}

    static List<Sourced<Claim>> map(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        boolean carrier = fields.has("CARR_CLM_PMT_DNL_CD");
        ClaimBuilder claim = Claim.builder(
                        orEmpty(fields.text("CLM_ID")), carrier ? ClaimType.PROFESSIONAL : ClaimType.INSTITUTIONAL)
                .personId(fields.text("BENE_ID"))
                .payer("medicare")
                .period(fields.date("startDate", "CLM_FROM_DT"), fields.date("endDate", "CLM_THRU_DT"))
                .processedDate(fields.date("processedDate", "NCH_WKLY_PROC_DT"))
                .patientControlNumber(fields.text("CLM_GRP_ID"))
                .payerControlNumber(fields.first("CARR_CLM_CNTL_NUM", "FI_DOC_CLM_CNTL_NUM"))
                .originalClaimId(fields.text("FI_ORIG_CLM_CNTL_NUM"))
                .source("rif");
        List<Diagnosis> diagnoses = diagnoses(fields);
        diagnoses.forEach(claim::diagnosis);
        if (carrier) {
            carrier(claim, fields);
        } else {
            facility(claim, fields);
        }
        for (int i = 0; i < rows.size(); i++) {
            Fields line = fields.line(rows.get(i), i);
            claim.line(carrier ? carrierLine(line, i, diagnoses) : facilityLine(line, i));
        }
        fields.refused().forEach(claim::refused);
        return List.of(Sourced.of(claim.build(), rows));
    }

    private static void carrier(ClaimBuilder claim, Fields fields) {
        String entry = fields.text("CARR_CLM_ENTRY_CD");
        String decision = fields.text("CARR_CLM_PMT_DNL_CD");
        claim.recordType(
                        "3".equals(entry)
                                ? RecordType.REVERSAL
                                : "5".equals(entry) ? RecordType.ADJUSTMENT : RecordType.ORIGINAL)
                .status("0".equals(decision) || "D".equals(decision) ? PaymentStatus.DENIED : PaymentStatus.PAID)
                .billingNpi(fields.first("CARR_CLM_BLG_NPI_NUM", "ORG_NPI_NUM", "PRVDR_NPI"))
                .billingTin(fields.text("TAX_NUM"))
                .referringNpi(fields.text("RFR_PHYSN_NPI"))
                .amounts(Amounts.NONE
                        .withCharge(fields.amount("amounts.charge", "NCH_CARR_CLM_SBMTD_CHRG_AMT"))
                        .withAllowed(fields.amount("amounts.allowed", "NCH_CARR_CLM_ALOWD_AMT"))
                        .withPaid(fields.amount("amounts.paid", "CLM_PMT_AMT"))
                        .withDeductible(fields.amount("amounts.deductible", "CARR_CLM_CASH_DDCTBL_APLD_AMT"))
                        .withOtherPayerPaid(fields.amount("amounts.otherPayerPaid", "CARR_CLM_PRMRY_PYR_PD_AMT")));
    }

    private static ClaimLine carrierLine(Fields line, int index, List<Diagnosis> diagnoses) {
        String decision = line.text("LINE_PRCSG_IND_CD");
        PaymentStatus status = "A".equals(decision) ? PaymentStatus.PAID : null;
        ClaimLineBuilder builder = codes(line, index)
                .period(line.date("startDate", "LINE_1ST_EXPNS_DT"), line.date("endDate", "LINE_LAST_EXPNS_DT"))
                .placeOfService(line.text("LINE_PLACE_OF_SRVC_CD"))
                .units(line.amount("units", "LINE_SRVC_CNT"))
                .renderingNpi(line.first("PRF_PHYSN_NPI", "PRVDR_NPI"))
                .status(decision != null && DENIED_LINE.contains(decision) ? PaymentStatus.DENIED : status)
                .amounts(Amounts.NONE
                        .withCharge(line.amount("amounts.charge", "LINE_SBMTD_CHRG_AMT"))
                        .withAllowed(line.amount("amounts.allowed", "LINE_ALOWD_CHRG_AMT"))
                        .withPaid(line.amount("amounts.paid", "LINE_NCH_PMT_AMT"))
                        .withCoinsurance(line.amount("amounts.coinsurance", "LINE_COINSRNC_AMT"))
                        .withDeductible(line.amount("amounts.deductible", "LINE_BENE_PTB_DDCTBL_AMT"))
                        .withOtherPayerPaid(line.amount("amounts.otherPayerPaid", "LINE_BENE_PRMRY_PYR_PD_AMT")));
        String code = line.text("LINE_ICD_DGNS_CD");
        if (code != null) {
            builder.diagnosisPointers(pointers(diagnoses, Diagnoses.code(code, line.text("LINE_ICD_DGNS_VRSN_CD"))));
        }
        return builder.build();
    }

    private static void facility(ClaimBuilder claim, Fields fields) {
        String query = fields.text("CLAIM_QUERY_CODE");
        String frequency = fields.text("CLM_FREQ_CD");
        String billType = orEmpty(fields.text("CLM_FAC_TYPE_CD"))
                + orEmpty(fields.text("CLM_SRVC_CLSFCTN_TYPE_CD"))
                + orEmpty(frequency);
        String drg = fields.text("CLM_DRG_CD");
        claim.recordType(recordType(query, frequency))
                .status(fields.text("CLM_MDCR_NON_PMT_RSN_CD") == null ? PaymentStatus.PAID : PaymentStatus.DENIED)
                .billType(billType)
                .drg(drg == null ? null : Drg.ms(drg))
                .stay(
                        fields.date(
                                "admissionDate", fields.has("CLM_ADMSN_DT") ? "CLM_ADMSN_DT" : "CLM_HOSPC_START_DT_ID"),
                        fields.date("dischargeDate", "NCH_BENE_DSCHRG_DT"))
                .admission(fields.text("CLM_IP_ADMSN_TYPE_CD"), fields.text("CLM_SRC_IP_ADMSN_CD"))
                .dischargeStatus(fields.text("PTNT_DSCHRG_STUS_CD"))
                .attendingNpi(fields.text("AT_PHYSN_NPI"))
                .operatingNpi(fields.text("OP_PHYSN_NPI"))
                .amounts(Amounts.NONE
                        .withCharge(fields.amount("amounts.charge", "CLM_TOT_CHRG_AMT"))
                        .withPaid(fields.amount("amounts.paid", "CLM_PMT_AMT"))
                        .withCoinsurance(fields.amount(
                                "amounts.coinsurance",
                                fields.has("NCH_BENE_PTA_COINSRNC_LBLTY_AM")
                                        ? "NCH_BENE_PTA_COINSRNC_LBLTY_AM"
                                        : "NCH_BENE_PTB_COINSRNC_AMT"))
                        .withDeductible(fields.amount(
                                "amounts.deductible",
                                fields.has("NCH_BENE_IP_DDCTBL_AMT")
                                        ? "NCH_BENE_IP_DDCTBL_AMT"
                                        : "NCH_BENE_PTB_DDCTBL_AMT"))
                        .withOtherPayerPaid(fields.amount("amounts.otherPayerPaid", "NCH_PRMRY_PYR_CLM_PD_AMT")));
        String organization = fields.text("ORG_NPI_NUM");
        claim.billingNpi(organization).facilityNpi(organization);
        for (int i = 1; i <= MAX_CODES; i++) {
            procedure(claim, fields, i);
        }
    }

    private static RecordType recordType(@Nullable String query, @Nullable String frequency) {
        if ("8".equals(frequency) || "0".equals(query)) {
            return RecordType.REVERSAL;
        }
        return "7".equals(frequency) || "5".equals(query) ? RecordType.ADJUSTMENT : RecordType.ORIGINAL;
    }

    private static void procedure(ClaimBuilder claim, Fields fields, int slot) {
        String raw = fields.text("ICD_PRCDR_CD" + slot);
        if (raw == null) {
            return;
        }
        claim.procedure(new InpatientProcedure(
                slot,
                Diagnoses.procedure(raw, fields.text("ICD_PRCDR_VRSN_CD" + slot)),
                fields.date("procedures", "PRCDR_DT" + slot)));
    }

    private static ClaimLine facilityLine(Fields line, int index) {
        String hcpcs = line.text("HCPCS_CD");
        return codes(line, index)
                .revenueCode(line.text("REV_CNTR"))
                .hcpcs(hcpcs == null ? line.text("REV_CNTR_APC_HIPPS_CD") : hcpcs)
                .date(line.date("startDate", "REV_CNTR_DT"))
                .units(line.amount("units", "REV_CNTR_UNIT_CNT"))
                .renderingNpi(line.text("RNDRNG_PHYSN_NPI"))
                .amounts(Amounts.NONE
                        .withCharge(line.amount("amounts.charge", "REV_CNTR_TOT_CHRG_AMT"))
                        .withPaid(line.amount("amounts.paid", "REV_CNTR_PMT_AMT_AMT"))
                        .withCoinsurance(line.amount("amounts.coinsurance", "REV_CNTR_COINSRNC_WGE_ADJSTD_C"))
                        .withDeductible(line.amount("amounts.deductible", "REV_CNTR_CASH_DDCTBL_AMT")))
                .build();
    }

    private static ClaimLineBuilder codes(Fields line, int index) {
        Integer number = line.count("number", line.has("LINE_NUM") ? "LINE_NUM" : "CLM_LINE_NUM");
        ClaimLineBuilder builder = ClaimLine.builder(number == null ? index + 1 : number)
                .hcpcs(line.text("HCPCS_CD"))
                .modifier(line.text("HCPCS_1ST_MDFR_CD"))
                .modifier(line.text("HCPCS_2ND_MDFR_CD"))
                .modifier(line.text("HCPCS_3RD_MDFR_CD"))
                .modifier(line.text("HCPCS_4TH_MDFR_CD"));
        return builder;
    }

    private static List<Diagnosis> diagnoses(Fields fields) {
        Diagnoses diagnoses =
                new Diagnoses().principal(fields.text("PRNCPAL_DGNS_CD"), fields.text("PRNCPAL_DGNS_VRSN_CD"));
        for (int i = 1; i <= MAX_CODES; i++) {
            diagnoses.add(
                    fields.text("ICD_DGNS_CD" + i),
                    fields.text("ICD_DGNS_VRSN_CD" + i),
                    fields.text("CLM_POA_IND_SW" + i));
        }
        String firstCause = fields.text("FST_DGNS_E_CD");
        if (firstCause != null && !firstCause.equals(fields.text("ICD_DGNS_E_CD1"))) {
            diagnoses.add(DiagnosisType.EXTERNAL_CAUSE, firstCause, fields.text("FST_DGNS_E_VRSN_CD"));
        }
        for (int i = 1; i <= 12; i++) {
            diagnoses.add(
                    DiagnosisType.EXTERNAL_CAUSE,
                    fields.text("ICD_DGNS_E_CD" + i),
                    fields.text("ICD_DGNS_E_VRSN_CD" + i));
        }
        diagnoses.add(DiagnosisType.ADMITTING, fields.text("ADMTG_DGNS_CD"), fields.text("ADMTG_DGNS_VRSN_CD"));
        for (int i = 1; i <= 3; i++) {
            diagnoses.add(
                    DiagnosisType.REASON_FOR_VISIT,
                    fields.text("RSN_VISIT_CD" + i),
                    fields.text("RSN_VISIT_VRSN_CD" + i));
        }
        return diagnoses.all();
    }

    /** Where a line names its diagnosis by code, the first diagnosis of the claim with that code. */
    static Integer[] pointers(List<Diagnosis> diagnoses, DiagnosisCode code) {
        List<Integer> sequences = new ArrayList<>();
        for (Diagnosis diagnosis : diagnoses) {
            if (sequences.isEmpty() && diagnosis.code().value().equals(code.value())) {
                sequences.add(diagnosis.sequence());
            }
        }
        return sequences.toArray(new Integer[0]);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
