package io.github.tic4j.claims.code;

import java.util.regex.Pattern;

/** A diagnosis related group of three digits; an APR-DRG may carry its severity of illness, 1 to 4, as a fourth. */
public final class Drg extends Code {

    private static final Pattern APR = Pattern.compile("[0-9]{3}(-?[1-4])?");

    private Drg(CodeSystem system, String raw, Reading reading) {
        super(system, raw, reading);
    }

    /** Reads an MS-DRG; never throws. */
    public static Drg ms(String raw) {
        return new Drg(CodeSystem.MS_DRG, raw, read(clean(raw)));
    }

    /** Reads an APR-DRG, {@code 194}, {@code 1943} or {@code 194-3}; the normal form has no hyphen. Never throws. */
    public static Drg apr(String raw) {
        String text = clean(raw);
        Reading reading = APR.matcher(text).matches() && !text.startsWith("000")
                ? Reading.of(text.replace("-", ""))
                : Reading.refused(text, "expected three digits and an optional severity from 1 to 4");
        return new Drg(CodeSystem.APR_DRG, raw, reading);
    }

    /** Reads a DRG whose source does not name the grouper; never throws. */
    public static Drg unversioned(String raw) {
        return new Drg(CodeSystem.DRG_UNVERSIONED, raw, read(clean(raw)));
    }

    /** Whether the grouper could not assign a group (MS-DRG 998 and 999). */
    public boolean isUngroupable() {
        return system() != CodeSystem.APR_DRG && (value().equals("998") || value().equals("999"));
    }

    private static Reading read(String text) {
        return text.length() == 3 && Reading.isDigits(text) && !text.equals("000")
                ? Reading.of(text)
                : Reading.refused(text, "expected three digits from 001 to 999");
    }
}
