package io.github.tic4j.collaboratemd.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads INI text as Python's RawConfigParser does: sections in brackets, keys in any case, the first {@code =} or
 * {@code :} ends the key, deeper lines continue a value, lines that begin with {@code #} or {@code ;} are comments, and no
 * character of a value has a meaning.
 */
final class IniFile {

    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)]\\s*");
    private static final Pattern ENTRY = Pattern.compile("([^=:]+?)\\s*[=:](.*)");

    private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    private final List<String> problems;

    private IniFile(List<String> problems) {
        this.problems = problems;
    }

    /** The values by section and key, the keys in lower case; what is wrong is added to the problems. */
    static Map<String, Map<String, Object>> parse(String text, List<String> problems) {
        IniFile file = new IniFile(problems);
        file.parse(text.lines().toList());
        return file.sections;
    }

    private void parse(List<String> lines) {
        Map<String, Object> section = new LinkedHashMap<>();
        String key = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.strip().startsWith("#") || line.strip().startsWith(";")) {
                continue;
            }
            Matcher header = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
                section.merge(key, line.strip(), (value, more) -> value + "\n" + more);
            } else if (header.matches()) {
                section = sections.computeIfAbsent(header.group(1).strip(), name -> new LinkedHashMap<>());
                key = "";
            } else if (entry.matches() && !sections.isEmpty()) {
                key = lowerCase(entry.group(1));
                if (section.put(key, entry.group(2).strip()) != null) {
                    problems.add("line " + (i + 1) + ": " + key + " is stated twice");
                }
            } else {
                problems.add("line " + (i + 1) + ": neither a [section] nor a key = value in one");
            }
        }
    }

    private static String lowerCase(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
