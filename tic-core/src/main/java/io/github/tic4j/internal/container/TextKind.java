package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.ByteInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What content that is in no wrapping looks like. */
enum TextKind {
    UTF_8("is JSON", StandardCharsets.UTF_8),
    UTF_16LE("is JSON", StandardCharsets.UTF_16LE),
    UTF_16BE("is JSON", StandardCharsets.UTF_16BE),
    EMPTY("is empty"),
    HTML("looks like an HTML page, perhaps an error page of the server"),
    XML("looks like XML"),
    PDF("looks like PDF"),
    CSV("looks like CSV"),
    TEXT("is some other text"),
    BINARY("is binary data of no known format");

    private static final int LOOK_AHEAD = 1024;

    final String description;
    final Charset charset;

    TextKind(String description) {
        this(description, StandardCharsets.ISO_8859_1);
    }

    TextKind(String description, Charset charset) {
        this.description = description;
        this.charset = charset;
    }

    boolean isJson() {
        return this == UTF_8 || this == UTF_16LE || this == UTF_16BE;
    }

    boolean isPlainText() {
        return this == CSV || this == TEXT;
    }

    /** Looks at the content and steps over a byte order mark. */
    static TextKind of(ByteInput input) throws IOException {
        if (startsWith(input, 0xef, 0xbb, 0xbf)) {
            input.advance(3);
        } else if (startsWith(input, 0xff, 0xfe)) {
            input.advance(2);
            return UTF_16LE;
        } else if (startsWith(input, 0xfe, 0xff)) {
            input.advance(2);
            return UTF_16BE;
        } else if (input.require(2) && input.peek(1) == 0 && isJsonStart(input.peek(0))) {
            return UTF_16LE;
        } else if (input.require(2) && input.peek(0) == 0 && isJsonStart(input.peek(1))) {
            return UTF_16BE;
        }
        int start = 0;
        while (start < LOOK_AHEAD && input.require(start + 1) && isSpace(input.peek(start))) {
            start++;
        }
        if (start == LOOK_AHEAD) {
            return UTF_8;
        }
        if (!input.require(start + 1)) {
            return EMPTY;
        }
        int first = input.peek(start);
        return first == '{' || first == '[' ? UTF_8 : otherThanJson(head(input, start));
    }

    private static TextKind otherThanJson(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.contains("<html")) {
            return HTML;
        }
        if (head.startsWith("<")) {
            return XML;
        }
        if (head.startsWith("%PDF")) {
            return PDF;
        }
        if (head.chars().anyMatch(c -> c < ' ' && !isSpace(c))) {
            return BINARY;
        }
        String line = head.lines().findFirst().orElse("");
        long separators = line.chars()
                .filter(c -> c == ',' || c == '|' || c == '\t' || c == ';')
                .count();
        return separators > 1 ? CSV : TEXT;
    }

    private static String head(ByteInput input, int start) throws IOException {
        int end = start;
        while (end < LOOK_AHEAD && input.require(end + 1)) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        for (int i = start; i < end; i++) {
            bytes[i - start] = (byte) input.peek(i);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(ByteInput input, int... bytes) throws IOException {
        for (int i = 0; i < bytes.length; i++) {
            if (!input.require(i + 1) || input.peek(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJsonStart(int b) {
        return b == '{' || b == '[' || isSpace(b);
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
