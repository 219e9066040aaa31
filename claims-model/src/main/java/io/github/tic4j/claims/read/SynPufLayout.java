package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.read.Layout.FileTest;
import java.util.List;

/** CMS DE-SynPUF, 2008 to 2010: a row per claim, its lines side by side in numbered columns. */
final class SynPufLayout implements Layout {

    private static final FileTest BENEFICIARY = FileTest.with("DESYNPUF_ID", "BENE_BIRTH_DT");

    @Override
    public List<Recipe<Claim>> claims() {
        FileTest carrier = FileTest.with("DESYNPUF_ID", "CLM_ID", "LINE_NCH_PMT_AMT_1");
        FileTest facility = FileTest.with("DESYNPUF_ID", "CLM_ID", "SEGMENT");
        return List.of(
                Recipe.perKey(facility, "CLM_ID", SynPufClaims::facility),
                Recipe.perRow(carrier, SynPufClaims::carrier),
                Recipe.perRow(FileTest.with("DESYNPUF_ID", "PDE_ID"), DrugEvents::synPuf));
    }

    @Override
    public List<Recipe<Patient>> patients() {
        return List.of(Recipe.perKey(BENEFICIARY, "DESYNPUF_ID", Beneficiaries::synPufPatient));
    }

    @Override
    public List<Recipe<CoverageSpan>> coverage() {
        return List.of(Recipe.perRow(BENEFICIARY, Beneficiaries::synPufCoverage));
    }
}
