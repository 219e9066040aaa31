package io.github.tic4j.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends URLs as text. */
final class UrlRepair {

    /** What Java counts as a blank, and what web pages leave behind: no-break space, zero width space, byte order mark. */
    private static final String AROUND = "[\\s\\u00a0\\u200b\\ufeff]+";

    private static final Pattern EDGES = Pattern.compile("^" + AROUND + "|" + AROUND + "$");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern AMPERSAND = Pattern.compile("&(?:amp|#38|#x26);", Pattern.CASE_INSENSITIVE);
    private static final Pattern URLDEFENSE =
            Pattern.compile("https://urldefense\\.com/v3/__(.+?)__;([^!]*)!.*", Pattern.CASE_INSENSITIVE);
    private static final String LEGAL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%";

    private UrlRepair() {}

    static String repair(String text) {
        String trimmed = LINE_BREAKS.matcher(EDGES.matcher(text).replaceAll("")).replaceAll("");
        String link = unwrap(trimmed);
        String single = AMPERSAND.matcher(link).replaceAll("&");
        return encode(single.replaceFirst("\\?&+", "?"));
    }

    /** The characters of a path, decoded as UTF-8; a percent sign that begins no escape stands for itself. */
    static String decode(String path) {
        byte[] in = path.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%' && isEscape(in, i)) {
                out.put((byte) (hex(in[i + 1]) << 4 | hex(in[i + 2])));
                i += 2;
            } else {
                out.put(in[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            // Encoded in another character set: the escapes are as good a name as any.
            return path;
        }
    }

    /** The link inside a wrapped one; stars in it stand for characters listed after it. */
    private static String unwrap(String link) {
        Matcher wrapped = URLDEFENSE.matcher(link);
        if (!wrapped.matches() || wrapped.group(1).contains("**")) {
            return link;
        }
        String listed;
        try {
            listed = new String(Base64.getUrlDecoder().decode(wrapped.group(2)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return link;
        }
        StringBuilder inner = new StringBuilder();
        int next = 0;
        for (char c : wrapped.group(1).toCharArray()) {
            inner.append(c == '*' && next < listed.length() ? listed.charAt(next++) : c);
        }
        return inner.toString();
    }

    private static String encode(String link) {
        byte[] in = link.getBytes(StandardCharsets.UTF_8);
        // Brackets are legal around an IPv6 address only.
        int authorityEnd = link.startsWith("[", link.indexOf("//") + 2) ? link.indexOf(']') : -1;
        StringBuilder out = new StringBuilder(in.length + 16);
        for (int i = 0; i < in.length; i++) {
            boolean legal = in[i] == '%' ? isEscape(in, i) : LEGAL.indexOf(in[i]) >= 0 || i <= authorityEnd;
            if (legal) {
                out.append((char) in[i]);
            } else {
                out.append('%').append(String.format("%02X", in[i]));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(byte[] text, int at) {
        return at + 2 < text.length && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0;
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
