package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.read.Layout.FileTest;
import java.util.List;

/** CMS research identifiable files: a row per claim line, the claim's own columns repeated on each. */
final class RifLayout implements Layout {

    private static final FileTest BENEFICIARY = FileTest.with("BENE_ID", "BENE_BIRTH_DT", "RFRNC_YR");

    @Override
    public List<Recipe<Claim>> claims() {
        FileTest claims = FileTest.with("BENE_ID", "CLM_ID", "NCH_CLM_TYPE_CD");
        return List.of(
                Recipe.perKey(claims, "CLM_ID", RifClaims::map),
                Recipe.perKey(FileTest.with("BENE_ID", "PDE_ID"), "PDE_ID", DrugEvents::rif));
    }

    @Override
    public List<Recipe<Patient>> patients() {
        return List.of(Recipe.perKey(BENEFICIARY, "BENE_ID", Beneficiaries::rifPatient));
    }

    @Override
    public List<Recipe<CoverageSpan>> coverage() {
        return List.of(Recipe.perKey(BENEFICIARY, "BENE_ID", Beneficiaries::rifCoverage));
    }
}
