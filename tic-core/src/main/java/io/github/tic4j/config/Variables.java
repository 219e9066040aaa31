package io.github.tic4j.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${NAME}} anywhere in a value.
 *
 * @param environment the variables
 * @param warnings told of those that are not set, which stand for nothing
 */
record Variables(Map<String, String> environment, List<String> warnings) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

    String expand(String text, String origin) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(valueOf(found.group(1), origin)));
    }

    private String valueOf(String name, String origin) {
        String value = environment.get(name);
        if (value == null) {
            warnings.add(origin + ": the variable " + name + " is not set and stands for nothing");
            return "";
        }
        return value;
    }
}
