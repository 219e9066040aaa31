package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.NpiList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one value of a wanted type, and takes what publishers put in its place. */
final class Values {

    private final Faults faults;
    private final Limits limits;

    /** The text of the last {@link #decimal}, if it is no plain JSON number or no number at all. */
    @Nullable
    String oddText;

    Values(Faults faults, Limits limits) {
        this.faults = faults;
        this.limits = limits;
    }

    /** A text; {@code null} where the value is absent in one way or another. */
    @Nullable
    String text(ByteScanner scanner) throws IOException {
        int b = scanner.peekInside();
        long at = scanner.offset();
        switch (b) {
            case '"' -> {
                scanner.string();
                return scanner.decoded(at);
            }
            case '[' -> {
                faults.lenient(Leniency.ARRAY_FOR_VALUE, at, null);
                return firstText(scanner);
            }
            case '{' -> {
                faults.lenient(Leniency.STRUCTURE_FOR_VALUE, at, null);
                scanner.skip();
                return null;
            }
            default -> {
                return plainText(scanner, at);
            }
        }
    }

    /** The first text of an array; an array within it is stepped over, however deep. */
    private @Nullable String firstText(ByteScanner scanner) throws IOException {
        scanner.pos++;
        String found = null;
        for (boolean first = true; scanner.more(']', first); first = false) {
            long at = scanner.offset();
            if (scanner.peekInside() == '[') {
                faults.lenient(Leniency.STRUCTURE_FOR_VALUE, at, null);
                scanner.skip();
            } else {
                String text = text(scanner);
                found = found == null ? text : found;
            }
        }
        return found;
    }

    private @Nullable String plainText(ByteScanner scanner, long at) throws IOException {
        scanner.scalar();
        if (scanner.is("null")) {
            faults.lenient(Leniency.NULL_VALUE, at, null);
            return null;
        }
        if (Numbers.isJson(scanner.buf, scanner.from, scanner.to) || scanner.is("true") || scanner.is("false")) {
            String text = scanner.decoded(at);
            faults.lenient(Leniency.SCALAR_FOR_STRING, at, text);
            return text;
        }
        String text = scanner.decoded(at);
        Numbers.oddScalar(scanner, faults);
        return Numbers.parse(text) == null ? null : text;
    }

    /** A list of texts; items that are {@code null} are left out. */
    List<String> texts(ByteScanner scanner) throws IOException {
        long at = scanner.offset();
        if (scanner.peekInside() != '[') {
            String single = text(scanner);
            if (single == null) {
                return List.of();
            }
            faults.lenient(Leniency.VALUE_FOR_ARRAY, at, single);
            return List.of(single);
        }
        scanner.pos++;
        List<String> texts = new ArrayList<>();
        for (boolean first = true; scanner.more(']', first); first = false) {
            String text = text(scanner);
            if (text != null) {
                add(text, texts, scanner);
            }
        }
        return texts;
    }

    private void add(String text, List<String> texts, ByteScanner scanner) {
        if (texts.size() == limits.maxListItems()) {
            throw faults.limit("maxListItems", limits.maxListItems(), scanner.offset());
        }
        texts.add(text);
    }

    /**
     * A number, or {@code null} where the value is absent or none; {@link #oddText} tells the two apart. The bytes of a
     * plain JSON number are at {@code scanner.from..to} afterwards.
     */
    @Nullable
    BigDecimal decimal(ByteScanner scanner) throws IOException {
        oddText = null;
        long at = scanner.offset();
        int b = scanner.peekInside();
        if (b != '"' && b != '[' && b != '{') {
            return plainDecimal(scanner, at);
        }
        String text = text(scanner);
        if (text == null) {
            return null;
        }
        oddText = text;
        BigDecimal number = Numbers.parse(text);
        if (number != null) {
            boolean decorated = text.indexOf(',') >= 0 || text.indexOf('$') >= 0 || text.indexOf('+') == 0;
            faults.lenient(decorated ? Leniency.DECORATED_NUMBER : Leniency.STRING_FOR_NUMBER, at, text);
        }
        return number;
    }

    private @Nullable BigDecimal plainDecimal(ByteScanner scanner, long at) throws IOException {
        scanner.scalar();
        if (Numbers.isJson(scanner.buf, scanner.from, scanner.to)) {
            BigDecimal number = Numbers.parse(scanner.decoded(at));
            if (number == null) {
                oddText = scanner.decoded(at);
            }
            return number;
        }
        if (scanner.is("null")) {
            faults.lenient(Leniency.NULL_VALUE, at, null);
            return null;
        }
        oddText = scanner.decoded(at);
        if (scanner.is("true") || scanner.is("false")) {
            return null;
        }
        Numbers.oddScalar(scanner, faults);
        return Numbers.parse(oddText);
    }

    /** A list of numbers, as their texts; strings are as good. */
    List<String> numbersAsTexts(ByteScanner scanner) throws IOException {
        if (scanner.peekInside() != '[') {
            return texts(scanner);
        }
        scanner.pos++;
        List<String> texts = new ArrayList<>();
        for (boolean first = true; scanner.more(']', first); first = false) {
            int b = scanner.peekInside();
            if (b == '-' || (b >= '0' && b <= '9')) {
                long at = scanner.offset();
                scanner.scalar();
                add(scanner.decoded(at), texts, scanner);
            } else {
                String text = text(scanner);
                if (text != null) {
                    add(text, texts, scanner);
                }
            }
        }
        return texts;
    }

    /** A list of NPIs: numbers, or texts that may or may not be numbers. */
    NpiList npis(ByteScanner scanner, int most) throws IOException {
        long start = scanner.offset();
        if (scanner.peekInside() != '[') {
            Npis single = new Npis(most);
            npi(scanner, single);
            if (single.size == 0) {
                return NpiList.EMPTY;
            }
            faults.lenient(Leniency.VALUE_FOR_ARRAY, start, null);
            return single.list();
        }
        scanner.pos++;
        Npis npis = new Npis(most);
        for (boolean first = true; scanner.more(']', first); first = false) {
            npi(scanner, npis);
        }
        return npis.list();
    }

    private void npi(ByteScanner scanner, Npis npis) throws IOException {
        int b = scanner.peekInside();
        if (b >= '1' && b <= '9' && scanner.has(16)) {
            long fast = tenDigits(scanner.buf, scanner.pos);
            if (fast > 0) {
                scanner.pos += 10;
                npis.add(fast, null, scanner);
                return;
            }
        }
        long at = scanner.offset();
        BigDecimal number = decimal(scanner);
        String text = oddText != null || number == null ? oddText : scanner.decoded(at);
        if (number == null && text == null) {
            return;
        }
        long value = integral(number);
        if (value != 0 && (value < 1_000_000_000L || value > 9_999_999_999L)) {
            faults.lenient(Leniency.NPI_SHAPE, at, text != null ? text : Long.toString(value));
        }
        npis.add(value, text == null || text.equals(Long.toString(value)) ? null : text, scanner);
    }

    private static long integral(@Nullable BigDecimal number) {
        try {
            return number == null || number.signum() < 0 ? NpiList.NOT_A_NUMBER : number.longValueExact();
        } catch (ArithmeticException notIntegral) {
            return NpiList.NOT_A_NUMBER;
        }
    }

    /** The ten digits at a position with no further digit, point or exponent behind them; else -1. */
    private static long tenDigits(byte[] bytes, int at) {
        long value = 0;
        for (int p = at; p < at + 10; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        byte next = bytes[at + 10];
        return next == ',' || next == ']' || next == ' ' || next == '\n' || next == '\r' || next == '\t' ? value : -1;
    }

    private final class Npis {
        private final int most;
        private long[] values = new long[8];
        private @Nullable String @Nullable [] texts;
        private int size;

        Npis(int most) {
            this.most = most;
        }

        void add(long value, @Nullable String text, ByteScanner scanner) {
            if (size >= most) {
                throw faults.limit("maxGroupNpis", limits.maxGroupNpis(), scanner.offset());
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
                texts = texts == null ? null : Arrays.copyOf(texts, size * 2);
            }
            if (text != null) {
                if (texts == null) {
                    texts = new String[values.length];
                }
                texts[size] = text;
            }
            values[size++] = value;
        }

        NpiList list() {
            return NpiList.of(Arrays.copyOf(values, size), texts == null ? null : Arrays.copyOf(texts, size));
        }
    }
}
