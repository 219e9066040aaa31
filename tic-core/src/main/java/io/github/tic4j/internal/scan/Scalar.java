package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.schema.NumberRange;
import io.github.tic4j.internal.validate.Hash64;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one string, number or word after another. What it says of the last one holds until the next is read. Equal values
 * have equal hashes, however they are spelt.
 */
final class Scalar {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TEXT_SEED = 0x632BE59BD9B4E019L;
    private static final long WORD_SEED = 0x1CE4E5B9BF58476DL;
    private static final int SAFE_DIGITS = 18;

    private final ByteScanner scanner;
    private final Faults faults;

    /** The bytes of the last string without escapes, or of the last number or word. */
    byte[] bytes = new byte[0];

    int from;
    int to;

    /** What the last value was. */
    Kind kind = Kind.WORD;

    private long digits;
    private int scale;
    private @Nullable BigDecimal large;

    /** What a value is. */
    enum Kind {
        TEXT,
        NUMBER,
        WORD
    }

    Scalar(ByteScanner scanner, Faults faults) {
        this.scanner = scanner;
        this.faults = faults;
    }

    /** Reads the value that comes next, which begins with {@code first} and is no object or array. */
    void read(int first) throws IOException {
        if (first == '"') {
            readText();
        } else {
            readBare();
        }
    }

    /** Reads the string that comes next. */
    void readText() throws IOException {
        long at = scanner.offset();
        scanner.string();
        kind = Kind.TEXT;
        if (scanner.plainAscii) {
            bytes = scanner.buf;
            from = scanner.from;
            to = scanner.to;
        } else {
            byte[] decoded = scanner.decoded(at).getBytes(StandardCharsets.UTF_8);
            bytes = Arrays.copyOf(decoded, decoded.length + Long.BYTES);
            from = 0;
            to = decoded.length;
        }
    }

    private void readBare() throws IOException {
        kind = Kind.NUMBER;
        large = null;
        if (readPlainNumber()) {
            return;
        }
        scanner.scalar();
        bytes = scanner.buf;
        from = scanner.from;
        to = scanner.to;
        readOther();
    }

    /**
     * Reads digits with at most a sign and a point where the window holds them and what ends them; false, with nothing
     * read, for anything else.
     */
    private boolean readPlainNumber() {
        byte[] buf = scanner.buf;
        int begin = scanner.pos;
        int start = buf[begin] == '-' ? begin + 1 : begin;
        int p = start;
        int point = -1;
        long value = 0;
        byte b = buf[p];
        while (b >= '0' && b <= '9' || b == '.' && point < 0) {
            if (b == '.') {
                point = p;
            } else {
                value = value * 10 + (b - '0');
            }
            b = buf[++p];
        }
        boolean ended = p < scanner.limit && (b == ',' || b == ']' || b == '}' || b == ' ' || b == '\n' || b == '\r');
        boolean leadingZero = p - start > 1 && buf[start] == '0' && point != start + 1;
        if (!ended || p == start || p - start > SAFE_DIGITS || leadingZero || point == start || point == p - 1) {
            return false;
        }
        bytes = buf;
        from = begin;
        to = p;
        scanner.pos = p;
        digits = start == begin ? value : -value;
        scale = point < 0 ? 0 : p - point - 1;
        while (scale > 0 && digits % 10 == 0) {
            digits /= 10;
            scale--;
        }
        return true;
    }

    private void readOther() {
        if (Numbers.isJson(bytes, from, to)) {
            large = decimal(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            return;
        }
        kind = Kind.WORD;
        Numbers.checkWord(scanner, faults);
    }

    /** The number of a text, with an exponent beyond what the class takes cut to what is still beyond every range. */
    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException tooLarge) {
            int e = Math.max(text.indexOf('e'), text.indexOf('E'));
            BigDecimal mantissa = new BigDecimal(text.substring(0, e));
            boolean tiny = text.charAt(e + 1) == '-';
            return mantissa.signum() == 0
                    ? BigDecimal.ZERO
                    : mantissa.scaleByPowerOfTen(tiny ? -1_000_000_000 : 1_000_000_000);
        }
    }

    /** Whether the value is a number of a range. */
    boolean isIn(NumberRange range) {
        if (kind != Kind.NUMBER) {
            return false;
        }
        if (large != null) {
            return range.holds(large);
        }
        return scale == 0 ? range.holds(digits) : range.holds(BigDecimal.valueOf(digits, scale));
    }

    /** The hash of the value. */
    long hash() {
        return switch (kind) {
            case TEXT -> hashOfBytes(TEXT_SEED);
            case WORD -> hashOfBytes(WORD_SEED);
            case NUMBER -> hashOfNumber();
        };
    }

    private long hashOfNumber() {
        BigDecimal number = large;
        if (number == null) {
            return scale == 0 ? Hash64.of(digits) : Hash64.then(scale, digits);
        }
        if (number.scale() <= 0 && number.precision() - number.scale() <= SAFE_DIGITS) {
            return Hash64.of(number.longValue());
        }
        return number.precision() <= SAFE_DIGITS
                ? Hash64.then(number.scale(), number.unscaledValue().longValue())
                : Hash64.of(number.toString());
    }

    private long hashOfBytes(long seed) {
        long h = seed + (to - from);
        int p = from;
        for (; p + Long.BYTES <= to; p += Long.BYTES) {
            h = (h ^ (long) LONG.get(bytes, p)) * 0x9FB21C651E98DF25L;
            h ^= h >>> 35;
        }
        if (p < to) {
            long rest = (long) LONG.get(bytes, p) & (-1L >>> (Long.SIZE - (to - p) * Byte.SIZE));
            h = (h ^ rest) * 0x9FB21C651E98DF25L;
        }
        return Hash64.of(h);
    }

    /** The value as text, for a message. */
    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
