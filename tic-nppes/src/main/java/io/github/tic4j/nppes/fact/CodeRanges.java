package io.github.tic4j.nppes.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ranges of CPT and HCPCS codes. A range holds the codes of its own form: digits and letters in the same places. */
final class CodeRanges {

    private static final int LENGTH = 5;

    private final List<Range> ranges;

    private CodeRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Ranges such as {@code 10004-69990 36415}, separated by blanks; "" for none. */
    static CodeRanges parse(String text) {
        return new CodeRanges(Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("-"))
                .map(ends -> new Range(ends[0], ends[ends.length - 1]))
                .toList());
    }

    /** Whether a code, in its {@link #normal} form, is in one of them. */
    boolean contains(String code) {
        for (Range range : ranges) {
            if (range.contains(code)) {
                return true;
            }
        }
        return false;
    }

    /** The code as ranges compare it, or {@code null} if it is not of five characters. */
    static @Nullable String normal(String code) {
        String normal = code.strip().toUpperCase(Locale.ROOT);
        return normal.length() == LENGTH ? normal : null;
    }

    private record Range(String from, String to) {

        boolean contains(String code) {
            return code.compareTo(from) >= 0 && code.compareTo(to) <= 0 && hasFormOf(code, from);
        }

        private static boolean hasFormOf(String code, String other) {
            for (int i = 0; i < LENGTH; i++) {
                char c = code.charAt(i);
                char o = other.charAt(i);
                boolean digit = c >= '0' && c <= '9';
                if (digit != (o >= '0' && o <= '9') || (!digit && c != o)) {
                    return false;
                }
            }
            return true;
        }
    }
}
