package io.github.tic4j.claims.code;

import java.util.regex.Pattern;

/**
 * A diagnosis in ICD-10-CM or ICD-9-CM. The normal form has no dot; {@link #dotted()} shows it.
 *
 * <p>The form is checked, not the list: whether ICD-10-CM wants a seventh character is known only to a table.
 */
public final class DiagnosisCode extends Code {

    private static final Pattern ICD_10 = Pattern.compile("[A-Z][0-9][0-9AB](\\.?[0-9A-Z]{1,4})?");
    private static final Pattern ICD_9 = Pattern.compile("(V[0-9]{2}|E[0-9]{3}|[0-9]{3})(\\.?[0-9]{1,2})?");

    private DiagnosisCode(CodeSystem system, String raw, Reading reading) {
        super(system, raw, reading);
    }

    /** Reads an ICD-10-CM code; never throws. */
    public static DiagnosisCode icd10(String raw) {
        String text = clean(raw);
        Reading reading = ICD_10.matcher(text).matches()
                ? Reading.of(undotted(text))
                : Reading.refused(
                        text, "not of the form of ICD-10-CM (letter, digit, digit or A or B, up to four more)");
        return new DiagnosisCode(CodeSystem.ICD_10_CM, raw, reading);
    }

    /** Reads an ICD-9-CM code; never throws. */
    public static DiagnosisCode icd9(String raw) {
        String text = clean(raw);
        Reading reading = ICD_9.matcher(text).matches()
                ? Reading.of(undotted(text))
                : Reading.refused(
                        text, "not of the form of ICD-9-CM (three digits, V and two or E and three, up to two more)");
        return new DiagnosisCode(CodeSystem.ICD_9_CM, raw, reading);
    }

    /** Reads a code whose source does not name the ICD version; it is valid if it has the form of either. Never throws. */
    public static DiagnosisCode unversioned(String raw) {
        String text = clean(raw);
        Reading reading = ICD_10.matcher(text).matches() || ICD_9.matcher(text).matches()
                ? Reading.of(undotted(text))
                : Reading.refused(text, "not of the form of ICD-10-CM or ICD-9-CM");
        return new DiagnosisCode(CodeSystem.ICD_DIAGNOSIS_UNVERSIONED, raw, reading);
    }

    /** The code with its dot, {@code E11.9}; an invalid code as {@link #value()}. */
    public String dotted() {
        int stem = system() == CodeSystem.ICD_9_CM && value().startsWith("E") ? 4 : 3;
        return isValid() && value().length() > stem
                ? value().substring(0, stem) + "." + value().substring(stem)
                : value();
    }

    private static String undotted(String text) {
        return text.replace(".", "");
    }
}
