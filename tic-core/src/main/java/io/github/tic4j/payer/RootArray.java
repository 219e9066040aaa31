package io.github.tic4j.payer;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Lists of links that are an array at the root. The reader knows lists under a key, so these are given one. */
final class RootArray {

    private static final int LOOK_AHEAD = 8 << 10;
    private static final Pattern TEXTS = Pattern.compile("\\s*\\[\\s*\".*", Pattern.DOTALL);
    private static final Pattern LINKS = Pattern.compile(
            "(?i)\\s*\\[\\s*\\{(?:(?!reporting_structure).)*?\"(?:location|url|href|link|download_?url|file_?url|file_?path)\"\\s*:.*",
            Pattern.DOTALL);

    private RootArray() {}

    /** The same document, under a key if it is an array of links. */
    static InputStream underKey(InputStream document) throws IOException {
        BufferedInputStream in = new BufferedInputStream(document, LOOK_AHEAD);
        in.mark(LOOK_AHEAD);
        String head = new String(in.readNBytes(LOOK_AHEAD), StandardCharsets.ISO_8859_1);
        in.reset();
        if (!TEXTS.matcher(head).matches() && !LINKS.matcher(head).matches()) {
            return in;
        }
        return new SequenceInputStream(Collections.enumeration(List.of(bytes("{\"files\":"), in, bytes("}"))));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
