package io.github.tic4j.claims.code;

/** Administrative sex: F, M, O (other) or U (unknown); the full words are accepted in any case. */
public final class Sex extends Code {

    private Sex(String raw) {
        super(CodeSystem.SEX, raw, read(clean(raw)));
    }

    /** Reads a sex; never throws. */
    public static Sex of(String raw) {
        return new Sex(raw);
    }

    /** Whether the value is F. */
    public boolean isFemale() {
        return value().equals("F");
    }

    /** Whether the value is M. */
    public boolean isMale() {
        return value().equals("M");
    }

    private static Reading read(String text) {
        return switch (text) {
            case "F", "FEMALE" -> Reading.of("F");
            case "M", "MALE" -> Reading.of("M");
            case "O", "OTHER" -> Reading.of("O");
            case "U", "UNKNOWN" -> Reading.of("U");
            default -> Reading.refused(text, "expected F, M, O or U");
        };
    }
}
