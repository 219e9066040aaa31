package io.github.tic4j.claims.code;

import java.util.regex.Pattern;

/** An inpatient procedure in ICD-10-PCS or ICD-9-CM volume 3. The normal form has no dot. */
public final class IcdProcedureCode extends Code {

    private static final Pattern ICD_10 = Pattern.compile("[0-9BCDFGHX][0-9A-HJ-NP-Z]{6}");
    private static final Pattern ICD_9 = Pattern.compile("[0-9]{2}(\\.?[0-9]{1,2})?");

    private IcdProcedureCode(CodeSystem system, String raw, Reading reading) {
        super(system, raw, reading);
    }

    /** Reads an ICD-10-PCS code; never throws. */
    public static IcdProcedureCode icd10(String raw) {
        String text = clean(raw);
        Reading reading = ICD_10.matcher(text).matches()
                ? Reading.of(text)
                : Reading.refused(
                        text, "not of the form of ICD-10-PCS (seven characters without I and O, a section first)");
        return new IcdProcedureCode(CodeSystem.ICD_10_PCS, raw, reading);
    }

    /** Reads an ICD-9-CM procedure code; never throws. */
    public static IcdProcedureCode icd9(String raw) {
        String text = clean(raw);
        Reading reading = ICD_9.matcher(text).matches()
                ? Reading.of(text.replace(".", ""))
                : Reading.refused(text, "not of the form of ICD-9-CM volume 3 (two digits, up to two more)");
        return new IcdProcedureCode(CodeSystem.ICD_9_PCS, raw, reading);
    }

    /** Reads a code whose source does not name the ICD version; it is valid if it has the form of either. Never throws. */
    public static IcdProcedureCode unversioned(String raw) {
        String text = clean(raw);
        Reading reading = ICD_10.matcher(text).matches() || ICD_9.matcher(text).matches()
                ? Reading.of(text.replace(".", ""))
                : Reading.refused(text, "not of the form of ICD-10-PCS or ICD-9-CM volume 3");
        return new IcdProcedureCode(CodeSystem.ICD_PROCEDURE_UNVERSIONED, raw, reading);
    }
}
