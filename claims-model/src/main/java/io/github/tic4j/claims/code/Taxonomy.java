package io.github.tic4j.claims.code;

/** Health care provider taxonomy: nine letters or digits and an X. */
public final class Taxonomy extends Code {

    private Taxonomy(String raw) {
        super(CodeSystem.TAXONOMY, raw, read(clean(raw)));
    }

    /** Reads a taxonomy code; never throws. */
    public static Taxonomy of(String raw) {
        return new Taxonomy(raw);
    }

    private static Reading read(String text) {
        return text.length() == 10 && text.endsWith("X") && Reading.isAlphanumeric(text)
                ? Reading.of(text)
                : Reading.refused(text, "expected nine letters or digits and an X");
    }
}
