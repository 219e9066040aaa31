package io.github.tic4j.claims.code;

import java.util.regex.Pattern;

/**
 * Medicare Beneficiary Identifier: eleven characters of a fixed pattern without S, L, O, I, B and Z; hyphens are dropped.
 * {@code toString} is masked.
 */
public final class Mbi extends Code {

    private static final String LETTER = "[AC-HJKMNP-RT-Y]";
    private static final String EITHER = "[0-9AC-HJKMNP-RT-Y]";
    private static final String TAIL = EITHER + "[0-9]" + LETTER + EITHER + "[0-9]" + LETTER + LETTER + "[0-9]{2}";
    private static final Pattern REAL = Pattern.compile("[1-9]" + LETTER + TAIL);
    private static final Pattern SYNTHETIC = Pattern.compile("[1-9]S" + TAIL);

    private Mbi(String raw, Reading reading) {
        super(CodeSystem.MBI, raw, reading);
    }

    /** Reads an identifier; never throws. */
    public static Mbi of(String raw) {
        String text = bare(raw);
        return new Mbi(raw, REAL.matcher(text).matches() ? Reading.of(text) : refused(text));
    }

    /** Reads an identifier and accepts the made-up ones of test data too, which have an S in second place. Never throws. */
    public static Mbi ofTestData(String raw) {
        String text = bare(raw);
        boolean accepted =
                REAL.matcher(text).matches() || SYNTHETIC.matcher(text).matches();
        return new Mbi(raw, accepted ? Reading.of(text) : refused(text));
    }

    /** Whether the identifier is marked as made up. */
    public boolean isSynthetic() {
        return SYNTHETIC.matcher(value()).matches();
    }

    @Override
    public String toString() {
        return "Mbi[masked]";
    }

    private static Reading refused(String text) {
        return Reading.refused(text, "not of the form of a Medicare Beneficiary Identifier");
    }

    private static String bare(String raw) {
        return clean(raw).replace("-", "");
    }
}
