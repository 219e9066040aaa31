package io.github.tic4j.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a page that a server sends in place of a file by its first bytes. */
final class ErrorPage {

    /** Enough for the title of a page. */
    static final int HEAD = 1024;

    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,80})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("<Code>(\\w{1,60})</Code>");
    private static final Pattern ERROR = Pattern.compile("^(?:<\\?xml[^>]*>)?\\s*<error\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML =
            Pattern.compile("^(?:<!doctype html|<html|<head|<body|<script)|<html[\\s>]", Pattern.CASE_INSENSITIVE);

    private ErrorPage() {}

    /** What the page is, if these are the first bytes of one; data, XML data included, is none. */
    static Optional<String> recognise(byte[] head) {
        String text = text(head);
        if (!text.startsWith("<")) {
            return Optional.empty();
        }
        if (ERROR.matcher(text).find()) {
            return Optional.of(
                    "an XML error message" + code(head).map(c -> ", " + c).orElse(""));
        }
        if (HTML.matcher(text).find()) {
            Matcher title = TITLE.matcher(text);
            String quoted = title.find() ? ", \"" + title.group(1).strip() + "\"" : "";
            return Optional.of("an HTML page" + quoted);
        }
        return Optional.empty();
    }

    /** The error code of a cloud store's XML message, if the bytes hold one. */
    static Optional<String> code(byte[] head) {
        Matcher code = CODE.matcher(text(head));
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    private static String text(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.replaceFirst("^[\\s\\ufeff\\x00]+", "");
    }
}
