package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.IcdProcedureCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the diagnoses, procedures and DRG of one claim out of its HI segments; other codes there have no place in the model. */
final class DiagnosisReader {

    private static final int INDICATOR = 9;

    private final Fields fields;
    private int diagnoses;
    private int procedures;

    DiagnosisReader(Fields fields) {
        this.fields = fields;
    }

    void read(X12Segment hi, ClaimBuilder claim) {
        for (int i = 1; i < hi.elements().size(); i++) {
            String qualifier = hi.component(i, 1);
            String code = hi.component(i, 2);
            if (qualifier == null) {
                continue;
            }
            if (code == null) {
                fields.refuse(hi, i, "diagnoses", qualifier, "a code has a qualifier before it");
                continue;
            }
            switch (qualifier) {
                case "BBR", "BBQ", "BR", "BQ" -> procedure(hi, i, code, claim);
                case "DR" -> claim.drg(Drg.unversioned(code));
                default -> {
                    DiagnosisType type = diagnosisType(qualifier);
                    if (type != null) {
                        claim.diagnosis(new Diagnosis(
                                ++diagnoses, type, diagnosis(qualifier, code), hi.component(i, INDICATOR)));
                    }
                }
            }
        }
    }

    private void procedure(X12Segment hi, int index, String code, ClaimBuilder claim) {
        boolean isIcd10 = String.valueOf(hi.component(index, 1)).startsWith("BB");
        LocalDate date = null;
        String day = hi.component(index, 4);
        if (day != null) {
            date = fields.day(hi, index, "procedures", day);
        }
        claim.procedure(new InpatientProcedure(
                ++procedures, isIcd10 ? IcdProcedureCode.icd10(code) : IcdProcedureCode.icd9(code), date));
    }

    private static @Nullable DiagnosisType diagnosisType(String qualifier) {
        return switch (qualifier) {
            case "ABK", "BK" -> DiagnosisType.PRINCIPAL;
            case "ABF", "BF" -> DiagnosisType.OTHER;
            case "ABJ", "BJ" -> DiagnosisType.ADMITTING;
            case "APR", "PR" -> DiagnosisType.REASON_FOR_VISIT;
            case "ABN", "BN" -> DiagnosisType.EXTERNAL_CAUSE;
            default -> null;
        };
    }

    /** Qualifiers of ICD-10 begin with A, those of ICD-9 do not. */
    private static DiagnosisCode diagnosis(String qualifier, String code) {
        return qualifier.startsWith("A") ? DiagnosisCode.icd10(code) : DiagnosisCode.icd9(code);
    }
}
