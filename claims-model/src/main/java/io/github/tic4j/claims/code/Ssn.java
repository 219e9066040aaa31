package io.github.tic4j.claims.code;

import java.util.regex.Pattern;

/** Social Security number: nine digits, hyphens dropped. {@code toString} is masked. */
public final class Ssn extends Code {

    private static final Pattern FORM =
            Pattern.compile("(?!000|666|9[0-9]{2})[0-9]{3}-?(?!00)[0-9]{2}-?(?!0000)[0-9]{4}");

    private Ssn(String raw) {
        super(CodeSystem.SSN, raw, read(clean(raw)));
    }

    /** Reads a number; never throws. */
    public static Ssn of(String raw) {
        return new Ssn(raw);
    }

    @Override
    public String toString() {
        return "Ssn[masked]";
    }

    private static Reading read(String text) {
        return FORM.matcher(text).matches()
                ? Reading.of(text.replace("-", ""))
                : Reading.refused(text, "not a Social Security number that may be assigned");
    }
}
