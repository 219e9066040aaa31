package io.github.tic4j.claims.code;

import java.util.regex.Pattern;

/** ZIP code: five digits, or nine, whose normal form is {@code 02139-4307}. */
public final class ZipCode extends Code {

    private static final Pattern FORM = Pattern.compile("[0-9]{5}(-?[0-9]{4})?");

    private ZipCode(String raw) {
        super(CodeSystem.ZIP, raw, read(clean(raw)));
    }

    /** Reads a ZIP code; never throws. */
    public static ZipCode of(String raw) {
        return new ZipCode(raw);
    }

    /** The first five digits; an invalid code as {@link #value()}. */
    public String zip5() {
        return isValid() ? value().substring(0, 5) : value();
    }

    /** The first three digits; empty if the code is invalid. */
    public String zip3() {
        return isValid() ? value().substring(0, 3) : "";
    }

    private static Reading read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Reading.refused(text, "expected five or nine digits");
        }
        return Reading.of(text.length() == 9 ? text.substring(0, 5) + "-" + text.substring(5) : text);
    }
}
