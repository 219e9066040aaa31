package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What counts as a number: JSON's grammar, and the spellings that lenient reading takes besides. */
final class Numbers {

    /** More digits before or behind the point than any amount needs; beyond it a number is refused as hostile. */
    private static final int LARGEST_EXPONENT = 100;

    private Numbers() {}

    /** Whether the bytes are a number as JSON spells it. */
    static boolean isJson(byte[] bytes, int from, int to) {
        int p = from < to && bytes[from] == '-' ? from + 1 : from;
        int digits = digits(bytes, p, to);
        if (digits == p || (bytes[p] == '0' && digits > p + 1)) {
            return false;
        }
        p = digits;
        if (p < to && bytes[p] == '.') {
            digits = digits(bytes, p + 1, to);
            if (digits == p + 1) {
                return false;
            }
            p = digits;
        }
        if (p < to && (bytes[p] == 'e' || bytes[p] == 'E')) {
            p++;
            if (p < to && (bytes[p] == '+' || bytes[p] == '-')) {
                p++;
            }
            digits = digits(bytes, p, to);
            if (digits == p) {
                return false;
            }
            p = digits;
        }
        return p == to;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        return p;
    }

    /** The number that a text means, be it decorated as in {@code $1,234.50} or {@code +7}; else {@code null}. */
    static @Nullable BigDecimal parse(String text) {
        String plain = text.strip();
        if (plain.indexOf(',') >= 0 || plain.indexOf('$') >= 0) {
            plain = plain.replace(",", "").replace("$", "").strip();
        }
        if (plain.isEmpty() || !"+-.0123456789".contains(plain.substring(0, 1))) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(plain);
            return Math.abs(number.scale()) > LARGEST_EXPONENT || number.precision() > LARGEST_EXPONENT ? null : number;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    /** Checks a scalar that is stepped over: a number or a word of JSON, or one that lenient reading takes for null. */
    static void checkWord(ByteScanner scanner, Faults faults) {
        if (isJson(scanner.buf, scanner.from, scanner.to)
                || scanner.is("true")
                || scanner.is("false")
                || scanner.is("null")) {
            return;
        }
        oddScalar(scanner, faults);
    }

    /** Reports a scalar that is neither number nor word; an error unless lenient reading can tell what it means. */
    static void oddScalar(ByteScanner scanner, Faults faults) {
        long at = scanner.offsetOf(scanner.from);
        String text = scanner.decoded(at);
        if (isBareWord(text)) {
            faults.lenient(Leniency.BARE_WORD, at, text);
        } else if (parse(text) != null) {
            faults.lenient(Leniency.NUMBER_SPELLING, at, text);
        } else {
            throw faults.malformed("Cannot read a value: \"" + clipped(text) + "\" is no JSON", at);
        }
    }

    static String clipped(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static boolean isBareWord(String text) {
        return switch (text) {
            case "NaN",
                    "nan",
                    "Infinity",
                    "-Infinity",
                    "inf",
                    "-inf",
                    "None",
                    "undefined",
                    "NULL",
                    "Null",
                    "True",
                    "False",
                    "-NaN" -> true;
            default -> false;
        };
    }
}
