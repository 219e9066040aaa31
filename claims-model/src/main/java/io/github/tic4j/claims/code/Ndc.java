package io.github.tic4j.claims.code;

import java.util.List;

/**
 * National Drug Code. The normal form is eleven digits without hyphens (5-4-2); the ten-digit forms 4-4-2, 5-3-2 and 5-4-1
 * are padded in their short segment.
 *
 * <p>Ten digits without hyphens fit all three forms: such a code is not valid but {@link #isAmbiguous()}, and is never guessed.
 */
public final class Ndc extends Code {

    private final boolean ambiguous;

    private Ndc(String raw, String text) {
        super(CodeSystem.NDC, raw, read(text));
        this.ambiguous = text.length() == 10 && Reading.isDigits(text);
    }

    /** Reads an NDC; never throws. */
    public static Ndc of(String raw) {
        return new Ndc(raw, clean(raw));
    }

    /** Whether the text is ten digits without hyphens. */
    public boolean isAmbiguous() {
        return ambiguous;
    }

    /** What the code may mean: itself if valid, the three paddings if ambiguous, nothing otherwise. */
    public List<Ndc> candidates() {
        if (!ambiguous) {
            return isValid() ? List.of(this) : List.of();
        }
        String digits = value();
        return List.of(
                of("0" + digits),
                of(digits.substring(0, 5) + "0" + digits.substring(5)),
                of(digits.substring(0, 9) + "0" + digits.substring(9)));
    }

    /** The form 5-4-2 with hyphens; an invalid code as {@link #value()}. */
    public String hyphenated() {
        String digits = value();
        return isValid() ? digits.substring(0, 5) + "-" + digits.substring(5, 9) + "-" + digits.substring(9) : digits;
    }

    private static Reading read(String text) {
        if (text.indexOf('-') >= 0) {
            return readSegments(text);
        }
        if (!Reading.isDigits(text)) {
            return Reading.refused(text, "expected eleven digits");
        }
        if (text.length() == 10) {
            return Reading.refused(text, "ten digits without hyphens are ambiguous: 4-4-2, 5-3-2 or 5-4-1");
        }
        return text.length() == 11
                ? Reading.of(text)
                : Reading.refused(text, "expected eleven digits, found " + text.length());
    }

    private static Reading readSegments(String text) {
        String[] parts = text.split("-", -1);
        boolean digits = parts.length == 3
                && Reading.isDigits(parts[0])
                && Reading.isDigits(parts[1])
                && Reading.isDigits(parts[2]);
        String form = digits ? parts[0].length() + "-" + parts[1].length() + "-" + parts[2].length() : "";
        return switch (form) {
            case "5-4-2" -> Reading.of(parts[0] + parts[1] + parts[2]);
            case "4-4-2" -> Reading.of("0" + parts[0] + parts[1] + parts[2]);
            case "5-3-2" -> Reading.of(parts[0] + "0" + parts[1] + parts[2]);
            case "5-4-1" -> Reading.of(parts[0] + parts[1] + "0" + parts[2]);
            default -> Reading.refused(text, "expected segments of 5-4-2, 4-4-2, 5-3-2 or 5-4-1 digits");
        };
    }
}
