package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.Code;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.rule.Walk.Getter;
import org.jspecify.annotations.Nullable;

/** Where a code stands in a claim: the parts to step through, the path below each, and the code of a part. */
record Field<T>(Walk<T> walk, String path, Getter<T, Code> code) {

    static final Field<Npi> NPIS = new Field<>(Walk.NPIS, "providers", npi -> npi);
    static final Field<Diagnosis> DIAGNOSES = new Field<>(Walk.DIAGNOSES, "code", Diagnosis::code);
    static final Field<InpatientProcedure> PROCEDURES = new Field<>(Walk.PROCEDURES, "code", InpatientProcedure::code);
    static final Field<ClaimLine> HCPCS = new Field<>(Walk.LINES, "hcpcs", ClaimLine::hcpcs);
    static final Field<ClaimLine> NDCS = new Field<>(Walk.LINES, "fill.ndc", Field::ndc);
    static final Field<ClaimLine> REVENUE_CODES = new Field<>(Walk.LINES, "revenueCode", ClaimLine::revenueCode);
    static final Field<ClaimLine> PLACES = new Field<>(Walk.LINES, "placeOfService", ClaimLine::placeOfService);
    static final Field<Claim> BILL_TYPE = new Field<>(
            Walk.CLAIM, "institutional.billType", claim -> claim.institutional().billType());
    static final Field<Claim> DRG = new Field<>(
            Walk.CLAIM, "institutional.drg", claim -> claim.institutional().drg());
    static final Field<Claim> DISCHARGE_STATUS = new Field<>(
            Walk.CLAIM,
            "institutional.dischargeStatus",
            claim -> claim.institutional().dischargeStatus());
    static final Field<Claim> TAXONOMY = new Field<>(
            Walk.CLAIM, "providers.billingTaxonomy", claim -> claim.providers().billingTaxonomy());

    private static @Nullable Code ndc(ClaimLine line) {
        PrescriptionFill fill = line.fill();
        return fill == null ? null : fill.ndc();
    }
}
