package io.github.tic4j.payer;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of links that are an array at the root. The reader knows lists under a key, so these are given one. */
final class RootArray {

    private static final int LOOK_AHEAD = 8 << 10;
    private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*([\"{])");
    private static final Pattern LINK =
            Pattern.compile("(?i)\"(?:location|url|href|link|download_?url|file_?url|file_?path)\"\\s*:");

    private RootArray() {}

    /** The same document, under a key if it is an array of links. */
    static InputStream underKey(InputStream document) throws IOException {
        BufferedInputStream in = new BufferedInputStream(document, LOOK_AHEAD);
        in.mark(LOOK_AHEAD);
        String head = new String(in.readNBytes(LOOK_AHEAD), StandardCharsets.ISO_8859_1);
        in.reset();
        if (!isListOfLinks(head)) {
            return in;
        }
        return new SequenceInputStream(Collections.enumeration(List.of(bytes("{\"files\":"), in, bytes("}"))));
    }

    private static boolean isListOfLinks(String head) {
        Matcher array = ARRAY.matcher(head);
        if (!array.lookingAt()) {
            return false;
        }
        boolean texts = array.group(1).equals("\"");
        return texts || (LINK.matcher(head).find() && !head.contains("\"reporting_structure\""));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
