package io.github.tic4j.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes JSON tokens fast: commas, line breaks and the spelling of strings are its business. */
final class JsonOut {

    private static final int CAPACITY = 1 << 16;
    /** More than one call to {@link #room} ever needs. */
    private static final int RESERVE = 1 << 10;

    private static final String NASTY = " \"\\ \b\f\n\r\t/{[\u00e9\u6f22\ud83d\ude00]}";
    private static final String BRIEF = "\"\\\b\f\n\r\t/";
    private static final String BRIEF_LETTERS = "\"\\bfnrt/";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final MrfSpec.Layout layout;
    private final double escapedShare;
    private final MrfRandom spelling;
    private final byte[] buffer = new byte[CAPACITY];
    private int length;
    private long flushed;
    private int depth;
    private boolean needsComma;
    private boolean afterName;

    JsonOut(OutputStream out, MrfSpec.Layout layout, double escapedShare, MrfRandom spelling) {
        this.out = out;
        this.layout = layout;
        this.escapedShare = escapedShare;
        this.spelling = spelling;
    }

    /** The bytes written so far. */
    long count() {
        return flushed + length;
    }

    void beginObject() throws IOException {
        begin('{');
    }

    void endObject() throws IOException {
        end('}');
    }

    void beginArray() throws IOException {
        begin('[');
    }

    void endArray() throws IOException {
        end(']');
    }

    void name(Text name) throws IOException {
        separate();
        spell(name);
        put(':');
        if (layout != MrfSpec.Layout.ONE_LINE) {
            put(' ');
        }
        afterName = true;
    }

    void string(Text text) throws IOException {
        separate();
        spell(text);
        needsComma = true;
    }

    void strings(List<Text> texts) throws IOException {
        beginArray();
        for (Text text : texts) {
            string(text);
        }
        endArray();
    }

    /** A text in ASCII that needs no escape; its share of texts is given characters that do. */
    void string(String text) throws IOException {
        if (!spelling.chance(escapedShare)) {
            byte[] quoted = ('"' + text + '"').getBytes(StandardCharsets.US_ASCII);
            raw(quoted, quoted.length);
            return;
        }
        separate();
        put('"');
        String full = text + NASTY;
        for (int i = 0; i < full.length(); ) {
            int end = full.offsetByCodePoints(i, 1);
            character(full, i, end);
            i = end;
        }
        put('"');
        needsComma = true;
    }

    void integer(long value) throws IOException {
        separate();
        room(20);
        length = digits(value, buffer, length);
        needsComma = true;
    }

    /** A number or string that is spelt already. */
    void raw(byte[] bytes, int count) throws IOException {
        separate();
        room(count);
        System.arraycopy(bytes, 0, buffer, length, count);
        length += count;
        needsComma = true;
    }

    /** A string of digits. */
    void quoted(long value) throws IOException {
        separate();
        room(22);
        buffer[length++] = '"';
        length = digits(value, buffer, length);
        buffer[length++] = '"';
        needsComma = true;
    }

    /** Hands everything to the stream. */
    void flush() throws IOException {
        out.write(buffer, 0, length);
        flushed += length;
        length = 0;
        out.flush();
    }

    private void begin(char bracket) throws IOException {
        separate();
        put(bracket);
        depth++;
        needsComma = false;
    }

    private void end(char bracket) throws IOException {
        depth--;
        if (needsComma) {
            breakLine();
        }
        put(bracket);
        needsComma = true;
    }

    private void separate() throws IOException {
        if (afterName) {
            afterName = false;
            return;
        }
        if (needsComma) {
            put(',');
        }
        needsComma = false;
        if (depth > 0) {
            breakLine();
        }
    }

    private void breakLine() throws IOException {
        if (layout == MrfSpec.Layout.ONE_LINE) {
            return;
        }
        room(1 + 2 * depth);
        buffer[length++] = '\n';
        for (int i = 0; i < depth; i++) {
            if (layout == MrfSpec.Layout.TABS) {
                buffer[length++] = '\t';
            } else {
                buffer[length++] = ' ';
                buffer[length++] = ' ';
            }
        }
    }

    private void spell(Text text) throws IOException {
        byte[] quoted = text.quoted();
        room(quoted.length + 5);
        if (quoted.length > 2 && spelling.chance(escapedShare)) {
            int at = spelling.between(1, quoted.length - 2);
            System.arraycopy(quoted, 0, buffer, length, at);
            length += at;
            unicode((char) quoted[at]);
            System.arraycopy(quoted, at + 1, buffer, length, quoted.length - at - 1);
            length += quoted.length - at - 1;
        } else {
            System.arraycopy(quoted, 0, buffer, length, quoted.length);
            length += quoted.length;
        }
    }

    private void character(String text, int from, int to) throws IOException {
        room(12);
        char first = text.charAt(from);
        int brief = BRIEF.indexOf(first);
        boolean mustEscape = brief >= 0 && first != '/';
        if (brief >= 0 && spelling.below(4) > 0) {
            buffer[length++] = '\\';
            buffer[length++] = (byte) BRIEF_LETTERS.charAt(brief);
        } else if (mustEscape || spelling.below(8) == 0) {
            for (int i = from; i < to; i++) {
                unicode(text.charAt(i));
            }
        } else {
            for (byte b : text.substring(from, to).getBytes(StandardCharsets.UTF_8)) {
                buffer[length++] = b;
            }
        }
    }

    private void unicode(char c) {
        buffer[length++] = '\\';
        buffer[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[length++] = HEX[(c >>> shift) & 15];
        }
    }

    /** Writes a number that is not negative into an array; the position after it. */
    static int digits(long value, byte[] to, int at) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        long rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            to[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + count;
    }

    private void put(char c) throws IOException {
        room(1);
        buffer[length++] = (byte) c;
    }

    private void room(int bytes) throws IOException {
        if (bytes > RESERVE) {
            throw new IllegalArgumentException("a token of " + bytes + " bytes");
        }
        if (length + bytes > CAPACITY) {
            out.write(buffer, 0, length);
            flushed += length;
            length = 0;
        }
    }
}
