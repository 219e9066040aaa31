package io.github.tic4j.config;

import io.github.tic4j.source.FileUrl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Prints settings as YAML that can be read again, but for what is secret. */
final class ShownSettings {

    private static final String MASK = "***";
    private static final Set<String> SECRET_KEYS = Set.of(Key.WEBHOOK.key);
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_/.][A-Za-z0-9_/. -]*[A-Za-z0-9_/]|[A-Za-z]|\\d{1,9}|\\d{1,9}\\.\\d{1,9}");
    private static final Set<String> WORDS = Set.of("null", "yes", "no", "on", "off", "y", "n");

    private ShownSettings() {}

    /** Prints keys whose parts are separated by the character that no key has. */
    static String print(Map<List<String>, Object> settings) {
        StringBuilder text = new StringBuilder();
        List<String> before = List.of();
        for (Map.Entry<List<String>, Object> setting : settings.entrySet()) {
            List<String> path = setting.getKey();
            int common = common(before, path);
            for (int depth = common; depth < path.size(); depth++) {
                text.append("  ".repeat(depth)).append(quoted(path.get(depth))).append(':');
                if (depth < path.size() - 1) {
                    text.append('\n');
                }
            }
            append(text, path, setting.getValue());
            before = path;
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> path, Object value) {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                text.append('\n').append("  ".repeat(path.size())).append("- ").append(quoted(element.toString()));
            }
            text.append('\n');
        } else {
            text.append(' ')
                    .append(quoted(masked(String.join(".", path), value.toString())))
                    .append('\n');
        }
    }

    private static String masked(String key, String value) {
        if (SECRET_KEYS.contains(key)) {
            return value.replaceFirst("(?<=://)(?:[^/@]*@)?([^/?#]*).*", "$1/" + MASK);
        }
        if (!URL.matcher(value).matches()) {
            return value;
        }
        try {
            FileUrl url = FileUrl.parse(value);
            boolean shownWhole = url.toString().equals(value);
            return shownWhole ? value : url + (value.contains("?") ? "?" + MASK : "");
        } catch (IllegalArgumentException e) {
            return MASK;
        }
    }

    private static String quoted(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static int common(List<String> before, List<String> path) {
        int common = 0;
        while (common < Math.min(before.size(), path.size() - 1)
                && before.get(common).equals(path.get(common))) {
            common++;
        }
        return common;
    }
}
