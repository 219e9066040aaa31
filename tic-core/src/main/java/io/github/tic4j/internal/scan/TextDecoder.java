package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes strings that have escapes or bytes beyond ASCII. */
final class TextDecoder {

    private TextDecoder() {}

    static String decode(byte[] bytes, int from, int to, long offset, Faults faults) {
        StringBuilder text = new StringBuilder(to - from);
        int p = from;
        while (p < to) {
            int run = p;
            while (run < to && bytes[run] != '\\') {
                run++;
            }
            appendUtf8(text, bytes, p, run, offset + (p - from), faults);
            p = run;
            if (p < to) {
                p = escape(text, bytes, p, to, offset + (p - from), faults);
            }
        }
        return text.toString();
    }

    private static void appendUtf8(StringBuilder text, byte[] bytes, int from, int to, long offset, Faults faults) {
        if (from == to) {
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            faults.lenient(Leniency.BAD_ENCODING, offset + in.position() - from, null);
            in.position(in.position() + result.length());
            out.put('\uFFFD');
            result = decoder.decode(in, out, true);
        }
        text.append(out.flip());
    }

    private static int escape(StringBuilder text, byte[] bytes, int at, int to, long offset, Faults faults) {
        byte kind = at + 1 < to ? bytes[at + 1] : 0;
        switch (kind) {
            case '"', '\\', '/' -> text.append((char) kind);
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> {
                int unit = hex(bytes, at + 2, to);
                if (unit >= 0) {
                    text.append((char) unit);
                    return at + 6;
                }
                faults.lenient(Leniency.BAD_ESCAPE, offset, "\\u");
                text.append("\\u");
            }
            default -> {
                faults.lenient(Leniency.BAD_ESCAPE, offset, null);
                text.append('\\');
                return at + 1;
            }
        }
        return at + 2;
    }

    private static int hex(byte[] bytes, int from, int to) {
        if (from + 4 > to) {
            return -1;
        }
        int unit = 0;
        for (int p = from; p < from + 4; p++) {
            int digit = Character.digit(bytes[p], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
