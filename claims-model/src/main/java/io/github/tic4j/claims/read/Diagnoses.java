package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.IcdProcedureCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the diagnoses of one claim out of numbered columns, numbering them in the order they come. */
final class Diagnoses {

    private final List<Diagnosis> found = new ArrayList<>();
    private @Nullable DiagnosisCode principal;

    /** Reads a code under the ICD version as CMS writes it: {@code 0} is ICD-10, {@code 9} is ICD-9. */
    static DiagnosisCode code(String raw, @Nullable String version) {
        if ("0".equals(version)) {
            return DiagnosisCode.icd10(raw);
        }
        return "9".equals(version) ? DiagnosisCode.icd9(raw) : DiagnosisCode.unversioned(raw);
    }

    /** Reads a procedure under the ICD version as CMS writes it. */
    static IcdProcedureCode procedure(String raw, @Nullable String version) {
        if ("0".equals(version)) {
            return IcdProcedureCode.icd10(raw);
        }
        return "9".equals(version) ? IcdProcedureCode.icd9(raw) : IcdProcedureCode.unversioned(raw);
    }

    /** Says which code is the principal one; the first diagnosis with it takes that part. */
    Diagnoses principal(@Nullable String raw, @Nullable String version) {
        principal = raw == null ? null : code(raw, version);
        return this;
    }

    /** Adds a diagnosis; one without a code is passed over. */
    Diagnoses add(@Nullable String raw, @Nullable String version, @Nullable String presentOnAdmission) {
        if (raw != null) {
            DiagnosisCode code = code(raw, version);
            boolean first = code.equals(principal) && found.stream().noneMatch(Diagnoses::isPrincipal);
            DiagnosisType type = first ? DiagnosisType.PRINCIPAL : DiagnosisType.OTHER;
            found.add(new Diagnosis(found.size() + 1, type, code, presentOnAdmission));
        }
        return this;
    }

    /** Adds a diagnosis of a part of its own, behind the others. */
    Diagnoses add(DiagnosisType type, @Nullable String raw, @Nullable String version) {
        if (raw != null) {
            found.add(Diagnosis.of(found.size() + 1, type, code(raw, version)));
        }
        return this;
    }

    /** The diagnoses; a principal one that stands in no numbered column comes last. */
    List<Diagnosis> all() {
        if (principal != null && found.stream().noneMatch(Diagnoses::isPrincipal)) {
            found.add(Diagnosis.of(found.size() + 1, DiagnosisType.PRINCIPAL, principal));
        }
        return found;
    }

    private static boolean isPrincipal(Diagnosis diagnosis) {
        return diagnosis.type() == DiagnosisType.PRINCIPAL;
    }
}
