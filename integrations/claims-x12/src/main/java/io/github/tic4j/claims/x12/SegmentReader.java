package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.read.UnreadableInputException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into segments. An interchange states its delimiters in its first segment, ISA; an input that begins with a
 * transaction instead has the usual ones. Line breaks between segments are passed over. Memory is that of one segment.
 */
final class SegmentReader implements Closeable {

    /** Far above what the guides allow; keeps an input without a terminator out of memory. */
    private static final int MAX_SEGMENT = 1 << 16;

    private static final int ISA_SEPARATORS = 16;

    private final Reader in;
    private final String source;
    private char element = '*';
    private char component = ':';
    private char terminator = '~';
    private long position;
    private long number;

    SegmentReader(Reader in, String source) {
        this.in = in;
        this.source = source;
    }

    /** The next segment, or null at the end. */
    @Nullable
    X12Segment next() throws IOException {
        int c = read();
        while (c >= 0 && (Character.isWhitespace(c) || c == '\uFEFF')) {
            c = read();
        }
        if (c < 0) {
            return null;
        }
        number++;
        long offset = position - 1;
        StringBuilder text = new StringBuilder().append((char) c);
        while (text.length() < 3) {
            append(text, offset);
        }
        if (text.toString().equals("ISA")) {
            readDelimiters(text, offset);
        } else {
            readToTerminator(text, offset);
        }
        return segment(text.toString(), offset);
    }

    private void readDelimiters(StringBuilder text, long offset) throws IOException {
        element = append(text, offset);
        for (int separators = 1; separators < ISA_SEPARATORS; ) {
            separators += append(text, offset) == element ? 1 : 0;
        }
        component = append(text, offset);
        terminator = append(text, offset);
        text.setLength(text.length() - 1);
        boolean isUsable = isDelimiter(element)
                && isDelimiter(component)
                && (isDelimiter(terminator) || terminator == '\r' || terminator == '\n')
                && element != component
                && element != terminator
                && component != terminator;
        if (!isUsable) {
            throw unreadable(offset, "ISA", "the segment does not state its delimiters: it is too short or too long");
        }
    }

    private static boolean isDelimiter(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
    }

    private void readToTerminator(StringBuilder text, long offset) throws IOException {
        while (text.charAt(text.length() - 1) != terminator) {
            append(text, offset);
        }
        text.setLength(text.length() - 1);
    }

    private char append(StringBuilder text, long offset) throws IOException {
        int c = read();
        if (c < 0) {
            throw unreadable(offset, id(text), "the input ends within the segment");
        }
        if (text.length() == MAX_SEGMENT) {
            throw unreadable(offset, id(text), "the segment is longer than " + MAX_SEGMENT + " characters");
        }
        text.append((char) c);
        return (char) c;
    }

    private X12Segment segment(String text, long offset) {
        List<String> elements = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(element); to >= 0; to = text.indexOf(element, from)) {
            elements.add(text.substring(from, to));
            from = to + 1;
        }
        elements.add(text.substring(from).stripTrailing());
        String id = elements.get(0);
        if (!id.matches("[A-Z][A-Z0-9]{1,2}")) {
            throw unreadable(offset, "", "this does not begin as a segment of X12 does");
        }
        return new X12Segment(number, offset, elements, component);
    }

    private String id(StringBuilder text) {
        String id = text.toString().split("[^A-Z0-9]", 2)[0];
        return id.length() > 3 ? "" : id;
    }

    private int read() throws IOException {
        int c = in.read();
        position++;
        return c;
    }

    private UnreadableInputException unreadable(long offset, String id, String reason) {
        String name = id.isEmpty() ? "segment " + number : "segment " + number + " (" + id + ")";
        return new UnreadableInputException(source, number, name + " at character " + offset + ": " + reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
