package io.github.tic4j.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${NAME}} anywhere in a value. One that is not set stands for nothing if it is the whole value; as a part of
 * one it is an error, since half a path is worse than none.
 *
 * @param environment the variables
 * @param warnings told of whole values that are not set
 * @param problems told of parts that are not set
 */
record Variables(Map<String, String> environment, List<String> warnings, List<String> problems) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

    String expand(String text, String origin) {
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches() && !environment.containsKey(variable.group(1))) {
            warnings.add(origin + ": the variable " + variable.group(1) + " is not set and stands for nothing");
            return "";
        }
        return variable.reset().replaceAll(found -> Matcher.quoteReplacement(valueOf(found.group(1), origin)));
    }

    private String valueOf(String name, String origin) {
        String value = environment.get(name);
        if (value == null) {
            problems.add(origin + ": the variable " + name + " is not set");
            return "";
        }
        return value;
    }
}
