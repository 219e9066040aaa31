package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The kernel: a pull scanner over one sliding window of bytes. It is longer and plainer than house style asks, because
 * everything the reader does per byte happens here.
 *
 * <p><b>Window.</b> {@code buf[pos..limit)} is what has been read and not yet consumed. {@link #SLACK} zero bytes follow
 * {@code limit}, so that eight-byte reads need no bounds check and a loop meets a byte that is no JSON before it runs off
 * the data; only then does it ask whether the data really ended. {@link #fill} slides the window; it keeps everything
 * from {@code pin} on, if a caller has pinned a start, and from {@code pos} otherwise. Positions held by a caller over a
 * call that may fill are offsets from the pin. The window grows only when one pinned token is larger than half of it.
 *
 * <p><b>Strings</b> are found by looking at eight bytes at a time for a quote, a backslash or a control character; only a
 * string that has one of the latter two, or a byte beyond ASCII, is decoded with care. Short ones come from a cache by
 * their bytes, so that a value that repeats a million times is one object.
 *
 * <p><b>Skipping</b> hands the window to a {@link BracketSkipper}, which looks for brackets only. In a strict read the
 * skipped value is walked token by token instead, so that its grammar is checked too.
 *
 * <p><b>Faults</b> that real publishers make are taken and counted through {@link Faults}; whatever cannot be read without
 * guessing is an error with the offset of the byte.
 */
final class ByteScanner {

    static final int SLACK = 64;

    private static final int WINDOW = 256 << 10;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';
    private static final int CACHE = 2048;
    private static final int LONGEST_CACHED = 64;

    byte[] buf;
    int pos;
    int limit;

    /** Where the last string or number stands in the window; valid until the next call that reads. */
    int from;

    int to;

    private InputStream in;
    private final Faults faults;
    private final boolean strict;
    private final Limits limits;
    private final BracketSkipper skipper = SkipKernels.fastest();
    private final CachedText[] cache = new CachedText[CACHE];
    private long base;
    private int pin = -1;
    private boolean ended;
    boolean plainAscii;
    private @Nullable Spool capture;
    private int captured;

    ByteScanner(InputStream in, long base, Faults faults, boolean strict, Limits limits) {
        this(in, base, faults, strict, limits, WINDOW);
    }

    ByteScanner(InputStream in, long base, Faults faults, boolean strict, Limits limits, int window) {
        this.in = in;
        this.base = base;
        this.faults = faults;
        this.strict = strict;
        this.limits = limits;
        this.buf = new byte[window + SLACK];
    }

    /** Starts anew on other input, with the same window. */
    void restart(InputStream input, long offset) {
        in = input;
        base = offset;
        pos = 0;
        limit = 0;
        pin = -1;
        ended = false;
        Arrays.fill(buf, 0, SLACK, (byte) 0);
    }

    /** The offset in the document of the next byte. */
    long offset() {
        return base + pos;
    }

    long offsetOf(int position) {
        return base + position;
    }

    // ---- the window

    /**
     * Reads more bytes behind {@code limit}.
     *
     * @return by how many positions the window slid, or -1 at the end of the input
     */
    int fill() throws IOException {
        if (ended) {
            return -1;
        }
        int keep = pin >= 0 ? pin : pos;
        int slid = 0;
        if (keep > 0 && (buf.length - SLACK - limit) < (buf.length >>> 1)) {
            slid = slide(keep);
        }
        if (buf.length - SLACK == limit) {
            grow();
        }
        int read = in.read(buf, limit, buf.length - SLACK - limit);
        while (read == 0) {
            read = in.read(buf, limit, buf.length - SLACK - limit);
        }
        if (read < 0) {
            ended = true;
            Arrays.fill(buf, limit, limit + SLACK, (byte) 0);
            return -1;
        }
        limit += read;
        Arrays.fill(buf, limit, limit + SLACK, (byte) 0);
        return slid;
    }

    private int slide(int keep) throws IOException {
        flushCapture();
        System.arraycopy(buf, keep, buf, 0, limit - keep);
        limit -= keep;
        pos -= keep;
        captured -= keep;
        from -= keep;
        to -= keep;
        if (pin >= 0) {
            pin = 0;
        }
        base += keep;
        return keep;
    }

    private void grow() {
        int start = Math.max(pin, 0);
        if (limit - start >= limits.maxPriceBytes()) {
            throw faults.limit("maxPriceBytes", limits.maxPriceBytes(), base + start);
        }
        buf = Arrays.copyOf(buf, (int) Math.min(Integer.MAX_VALUE - 16L, 2L * (buf.length - SLACK) + SLACK));
    }

    /** Makes at least {@code count} bytes available from {@code pos}, if the input has them. */
    boolean has(int count) throws IOException {
        while (limit - pos < count) {
            if (fill() < 0) {
                return false;
            }
        }
        return true;
    }

    /** Keeps everything from here on in the window until {@link #unpin}. */
    void pin() {
        pin = pos;
    }

    int pinned() {
        return pin;
    }

    void unpin() {
        pin = -1;
    }

    /** Copies all that is consumed from here on, until {@link #endCapture}. */
    void beginCapture(Spool spool) {
        capture = spool;
        captured = pos;
    }

    void endCapture() throws IOException {
        flushCapture();
        capture = null;
    }

    private void flushCapture() throws IOException {
        if (capture != null && pos > captured) {
            capture.write(buf, captured, pos);
            captured = pos;
        }
    }

    // ---- structure

    /** Skips white space; the next byte, or -1 at the end of the input. It is not consumed. */
    int peek() throws IOException {
        while (true) {
            byte b = buf[pos];
            if (b > ' ' || b < 0) {
                return b & 0xFF;
            }
            if (pos >= limit) {
                if (fill() < 0) {
                    return -1;
                }
            } else if (b == ' ') {
                pos += (long) LONG.get(buf, pos) == SPACES ? 8 : 1;
            } else if (b == '\n' || b == '\r' || b == '\t') {
                pos++;
            } else {
                return b;
            }
        }
    }

    /** As {@link #peek}, where the input must not end. */
    int peekInside() throws IOException {
        int b = peek();
        if (b < 0) {
            throw faults.truncated(offset());
        }
        return b;
    }

    /**
     * Whether another element or key comes before the closing bracket, which is consumed.
     *
     * @param close the bracket
     * @param first whether nothing was read yet behind the opening bracket
     */
    boolean more(int close, boolean first) throws IOException {
        int b = peekInside();
        if (b == close) {
            pos++;
            return false;
        }
        if (b == ',') {
            pos++;
            boolean extra = first;
            for (b = peekInside(); b == ',' || b == close; b = peekInside()) {
                extra = true;
                if (b == close) {
                    break;
                }
                pos++;
            }
            if (extra) {
                faults.lenient(Leniency.EXTRA_COMMA, offset(), null);
            }
            if (b == close) {
                pos++;
                return false;
            }
            return true;
        }
        if (!first) {
            if (b == ']' || b == '}' || b == ':' || (close == '}' && b != '"')) {
                throw unexpected("',' or '" + (char) close + "'", b);
            }
            faults.lenient(Leniency.MISSING_COMMA, offset(), null);
        } else if (b == ']' || b == '}') {
            throw unexpected("'" + (char) close + "'", b);
        }
        return true;
    }

    /** Reads a key and the colon behind it. */
    Keys.Key key(Keys keys) throws IOException {
        if (peekInside() != '"') {
            throw unexpected("a key in quotes", buf[pos] & 0xFF);
        }
        long at = offset();
        string();
        Keys.Key key = keys.find(buf, from, to);
        if (key == null) {
            key = keys.learn(buf, from, to, decoded(at));
        }
        if (key.leniency != null) {
            faults.lenient(key.leniency, at, key.name);
        }
        if (peekInside() != ':') {
            throw unexpected("':' behind the key \"" + key.name + "\"", buf[pos] & 0xFF);
        }
        pos++;
        return key;
    }

    RuntimeException unexpected(String expected, int found) {
        String shown = found > ' ' && found < 127 ? "'" + (char) found + "'" : "byte 0x" + Integer.toHexString(found);
        return faults.malformed("Cannot read on: expected " + expected + ", found " + shown, offset());
    }

    // ---- strings

    /** Reads the string at {@code pos}; its bytes are at {@code from..to}, without the quotes. */
    void string() throws IOException {
        boolean ownPin = pin < 0;
        if (ownPin) {
            pin = pos;
        }
        int start = pos - pin + 1;
        int p = pos + 1;
        long beyondAscii = 0;
        boolean plain = true;
        while (true) {
            long block = (long) LONG.get(buf, p);
            long quotes = block ^ QUOTES;
            long slashes = block ^ BACKSLASHES;
            long special =
                    (((quotes - ONES) & ~quotes) | ((slashes - ONES) & ~slashes) | ((block - SPACES) & ~block)) & HIGHS;
            if (special == 0) {
                beyondAscii |= block & HIGHS;
                p += 8;
                continue;
            }
            int ahead = Long.numberOfTrailingZeros(special) & ~7;
            beyondAscii |= block & HIGHS & ((1L << ahead) - 1);
            p += ahead >>> 3;
            byte b = buf[p];
            if (b == '"' && p < limit) {
                break;
            }
            if (p >= limit || (b == '\\' && p + 1 >= limit)) {
                p = refill(Math.min(p, limit));
            } else if (b == '\\') {
                plain = false;
                p += 2;
            } else {
                faults.lenient(Leniency.CONTROL_CHARACTER, base + p, null);
                plain = false;
                p++;
            }
        }
        from = pin + start;
        to = p;
        pos = p + 1;
        plainAscii = plain && beyondAscii == 0;
        if (ownPin) {
            pin = -1;
        }
        if (to - from > limits.maxStringBytes()) {
            throw faults.limit("maxStringBytes", limits.maxStringBytes(), base + from);
        }
    }

    /** Fills while a token goes on at {@code p}; the token's new position. The input must not end. */
    private int refill(int p) throws IOException {
        if (p - pin > limits.maxStringBytes() && p - pos > limits.maxStringBytes()) {
            throw faults.limit("maxStringBytes", limits.maxStringBytes(), base + pos);
        }
        int slid = fill();
        if (slid < 0) {
            throw faults.truncated(base + limit);
        }
        return p - slid;
    }

    /** The text of the string or number at {@code from..to}. */
    String decoded(long at) {
        int length = to - from;
        if (length > LONGEST_CACHED) {
            return decode(at);
        }
        int h = length;
        for (int p = from; p < to; p++) {
            h = h * 31 + buf[p];
        }
        int slot = (h ^ (h >>> 15)) & (CACHE - 1);
        CachedText known = cache[slot];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, buf, from, to)) {
            return known.text;
        }
        boolean clean = plainAscii;
        String text = decode(at);
        if (clean) {
            cache[slot] = new CachedText(Arrays.copyOfRange(buf, from, to), text);
        }
        return text;
    }

    private String decode(long at) {
        if (plainAscii) {
            return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
        }
        return TextDecoder.decode(buf, from, to, at + 1, faults);
    }

    // ---- numbers and literals

    /** Reads a number or a bare word at {@code pos}, up to the next delimiter; its bytes are at {@code from..to}. */
    void scalar() throws IOException {
        boolean ownPin = pin < 0;
        if (ownPin) {
            pin = pos;
        }
        int start = pos - pin;
        int p = pos;
        while (true) {
            byte b = buf[p];
            if (p >= limit) {
                int slid = fill();
                if (slid < 0) {
                    p = limit;
                    break;
                }
                p -= slid;
            } else if (b <= ' ' && b >= 0
                    || b == ','
                    || b == ']'
                    || b == '}'
                    || b == ':'
                    || b == '"'
                    || b == '['
                    || b == '{') {
                break;
            } else {
                p++;
            }
            if (p - pin - start > limits.maxNumberBytes()) {
                throw faults.limit("maxNumberBytes", limits.maxNumberBytes(), base + pin + start);
            }
        }
        from = pin + start;
        to = p;
        pos = p;
        plainAscii = true;
        if (ownPin) {
            pin = -1;
        }
        if (from == to) {
            throw unexpected("a value", buf[pos] & 0xFF);
        }
    }

    /** Whether the bytes at {@code from..to} are the word. */
    boolean is(String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (buf[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    // ---- skipping

    /** Steps over the value that comes next. */
    void skip() throws IOException {
        int b = peekInside();
        if (b == '{' || b == '[') {
            if (strict) {
                skipStrictly();
            } else {
                pos++;
                skipBrackets();
            }
        } else if (b == '"') {
            skipString();
        } else if (b == ',' || b == ']' || b == '}' || b == ':') {
            throw unexpected("a value", b);
        } else {
            scalar();
            Numbers.checkWord(this, faults);
        }
    }

    /** Steps over the rest of the array or object that is open, behind one of its elements. */
    void skipRest(int close) throws IOException {
        if (strict) {
            while (more(close, false)) {
                skip();
            }
        } else {
            skipBrackets();
        }
    }

    private void skipBrackets() throws IOException {
        long start = offset();
        skipper.restart();
        while (true) {
            int end = skipper.advance(buf, pos, limit);
            if (end >= 0) {
                pos = end;
                return;
            }
            if (skipper.depth > limits.maxDepth()) {
                throw faults.limit("maxDepth", limits.maxDepth(), start);
            }
            pos = limit;
            if (fill() < 0) {
                throw faults.truncated(offset());
            }
        }
    }

    private void skipString() throws IOException {
        string();
        if (strict && !plainAscii) {
            decode(base + from - 1);
        }
    }

    /** Goes through a value token by token with the open brackets in one bit each. */
    private void skipStrictly() throws IOException {
        boolean[] objects = new boolean[limits.maxDepth()];
        int depth = 0;
        boolean first = true;
        objects[depth++] = buf[pos++] == '{';
        while (depth > 0) {
            boolean object = objects[depth - 1];
            if (!more(object ? '}' : ']', first)) {
                depth--;
                first = false;
                continue;
            }
            if (object) {
                if (peekInside() != '"') {
                    throw unexpected("a key in quotes", buf[pos] & 0xFF);
                }
                skipString();
                if (peekInside() != ':') {
                    throw unexpected("':'", buf[pos] & 0xFF);
                }
                pos++;
            }
            int b = peekInside();
            first = b == '{' || b == '[';
            if (first) {
                if (depth == objects.length) {
                    throw faults.limit("maxDepth", limits.maxDepth(), offset());
                }
                objects[depth++] = b == '{';
                pos++;
            } else {
                skip();
            }
        }
    }

    private static final class CachedText {
        final byte[] bytes;
        final String text;

        CachedText(byte[] bytes, String text) {
            this.bytes = bytes;
            this.text = text;
        }
    }
}
