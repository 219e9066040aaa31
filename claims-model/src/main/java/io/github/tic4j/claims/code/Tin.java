package io.github.tic4j.claims.code;

import java.util.regex.Pattern;

/**
 * Taxpayer identification number: nine digits, the hyphen dropped. {@code toString} is masked, for a practitioner's may be a
 * Social Security number.
 */
public final class Tin extends Code {

    private static final Pattern FORM = Pattern.compile("[0-9]{9}|[0-9]{2}-[0-9]{7}");

    private Tin(String raw) {
        super(CodeSystem.TIN, raw, read(clean(raw)));
    }

    /** Reads a number; never throws. */
    public static Tin of(String raw) {
        return new Tin(raw);
    }

    @Override
    public String toString() {
        return "Tin[masked]";
    }

    private static Reading read(String text) {
        return FORM.matcher(text).matches()
                ? Reading.of(text.replace("-", ""))
                : Reading.refused(text, "expected nine digits");
    }
}
