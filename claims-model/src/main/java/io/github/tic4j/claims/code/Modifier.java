package io.github.tic4j.claims.code;

import java.util.Set;

/** A two-character procedure modifier. */
public final class Modifier extends Code {

    private static final Set<String> ANATOMIC = Set.of(
            "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3",
            "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT", "LC", "LD", "RC", "LM", "RI");
    private static final Set<String> NCCI_OTHER =
            Set.of("24", "25", "57", "58", "78", "79", "27", "59", "91", "XE", "XS", "XP", "XU");
    private static final Set<String> REPEATED_SERVICE = Set.of("76", "77", "91", "59", "XE", "XP", "XS", "XU", "50");

    private Modifier(String raw) {
        super(CodeSystem.MODIFIER, raw, read(clean(raw)));
    }

    /** Reads a modifier; never throws. */
    public static Modifier of(String raw) {
        return new Modifier(raw);
    }

    /** Whether it names a side, a finger, a toe, an eyelid or a coronary artery. */
    public boolean isAnatomic() {
        return ANATOMIC.contains(value());
    }

    /** Whether it may lift an NCCI procedure-to-procedure edit of indicator 1. */
    public boolean liftsNcciEdit() {
        return isAnatomic() || NCCI_OTHER.contains(value());
    }

    /** Whether it says that a like service was repeated or distinct, so that two lines are not suspected as duplicates. */
    public boolean marksDistinctService() {
        return isAnatomic() || REPEATED_SERVICE.contains(value());
    }

    private static Reading read(String text) {
        return text.length() == 2 && Reading.isAlphanumeric(text)
                ? Reading.of(text)
                : Reading.refused(text, "expected two letters or digits");
    }
}
