package io.github.tic4j.claims.read;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small, strict JSON reader after RFC 8259. It is walked by its caller: {@link #peek} looks at what comes,
 * {@link #beginObject}, {@link #nextName} and their like step through, and {@link #value} takes a whole value as a
 * {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean} or null. Several values may follow one
 * another, as in JSON lines.
 *
 * <p>Malformed or cut-off input, nesting deeper than {@value #MAX_DEPTH} and a name twice in one object are an
 * {@link UnreadableInputException}. Single pass, not thread-safe.
 */
final class JsonReader implements Closeable {

    static final int MAX_DEPTH = 64;
    static final int MAX_TEXT_CHARS = 16 << 20;
    static final int MAX_NUMBER_CHARS = 1000;

    private static final int END = -1;

    private final BufferedReader in;
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private long line = 1;
    private int current;
    private boolean first;
    private @Nullable StringBuilder copy;

    JsonReader(InputStream in, String source) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.source = source;
        step();
        if (current == '\uFEFF') {
            step();
        }
    }

    /** The line, from 1, that reading has come to. */
    long line() {
        return line;
    }

    /** The first character of what comes, white space aside, or -1 at the end of the input. */
    int peek() {
        while (current == ' ' || current == '\t' || current == '\n' || current == '\r') {
            step();
        }
        return current;
    }

    void beginObject() {
        expect('{');
        first = true;
    }

    void beginArray() {
        expect('[');
        first = true;
    }

    /** Whether the array goes on; if not, its end has been taken. */
    boolean hasElement() {
        return goesOn(']');
    }

    /** The next name of the object, or null when its end has been taken. */
    @Nullable
    String nextName() {
        if (!goesOn('}')) {
            return null;
        }
        if (peek() != '"') {
            throw unexpected("a name");
        }
        String name = string();
        peek();
        expect(':');
        return name;
    }

    /** The whole value that comes. */
    @Nullable
    Object value() {
        return value(0);
    }

    /** The whole object that comes. */
    Map<String, @Nullable Object> object() {
        return object(0);
    }

    /** From here on keeps the text that is read. */
    void beginCopy() {
        peek();
        copy = new StringBuilder();
    }

    /** The text read since {@link #beginCopy}, as it stands in the input. */
    String endCopy() {
        String copied = copy == null ? "" : copy.toString();
        copy = null;
        return copied;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    UnreadableInputException fault(String reason) {
        return new UnreadableInputException(source, line, reason);
    }

    private @Nullable Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw fault("JSON is nested deeper than " + MAX_DEPTH);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        beginObject();
        for (String name = nextName(); name != null; name = nextName()) {
            if (object.containsKey(name)) {
                throw fault("the name '" + name + "' stands twice in one object");
            }
            object.put(name, value(depth + 1));
        }
        return object;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        beginArray();
        while (hasElement()) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private boolean goesOn(char end) {
        int c = peek();
        boolean behindAnother = !first;
        first = false;
        if (c == end) {
            step();
            return false;
        }
        if (behindAnother) {
            expect(',');
            if (peek() == end) {
                throw unexpected("a value after the comma");
            }
        }
        return true;
    }

    private String string() {
        step();
        text.setLength(0);
        while (current != '"') {
            if (current < ' ') {
                throw current == END ? cutOff() : fault("a control character stands in a string");
            }
            text.append(current == '\\' ? escape() : (char) current);
            if (text.length() > MAX_TEXT_CHARS) {
                throw fault("a string is longer than " + MAX_TEXT_CHARS + " characters");
            }
            step();
        }
        step();
        return text.toString();
    }

    private char escape() {
        step();
        return switch (current) {
            case '"', '\\', '/' -> (char) current;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected("an escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            step();
            int digit = current < 128 ? Character.digit(current, 16) : -1;
            if (digit < 0) {
                throw unexpected("four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private BigDecimal number() {
        text.setLength(0);
        while (current != END && "+-.0123456789eE".indexOf(current) >= 0 && text.length() < MAX_NUMBER_CHARS) {
            text.append((char) current);
            step();
        }
        String number = text.toString();
        if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
            throw number.isEmpty() ? unexpected("a value") : fault("'" + number + "' is not a number");
        }
        return new BigDecimal(number);
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private void expect(char c) {
        if (current != c) {
            throw unexpected("'" + c + "'");
        }
        step();
    }

    private UnreadableInputException unexpected(String wanted) {
        return current == END ? cutOff() : fault("expected " + wanted + ", was '" + (char) current + "'");
    }

    private UnreadableInputException cutOff() {
        return fault("the JSON ends early: it is cut off");
    }

    private void step() {
        if (copy != null) {
            copy.append((char) current);
        }
        if (current == '\n') {
            line++;
        }
        try {
            current = in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
