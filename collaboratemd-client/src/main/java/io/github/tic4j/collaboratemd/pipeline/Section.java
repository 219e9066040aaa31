package io.github.tic4j.collaboratemd.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One section of a configuration, with the environment laid over it. It collects what is wrong and what was asked for. */
final class Section {

    private final String name;
    private final Map<String, Object> values;
    private final Map<String, String> environment;
    private final List<String> problems;
    private final Set<String> asked = new HashSet<>();

    Section(String name, Map<String, Object> values, Map<String, String> environment, List<String> problems) {
        this.name = name;
        this.values = values;
        this.environment = environment;
        this.problems = problems;
    }

    /** The value, if it is stated and not blank: a string, list or map. */
    Optional<Object> value(String key) {
        asked.add(key);
        String override = environment.get(variable(key));
        Object value = override != null ? override : values.getOrDefault(key, "");
        return value instanceof String text && text.isBlank() ? Optional.empty() : Optional.of(value);
    }

    Optional<String> text(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof String text) {
                return Optional.of(text.strip());
            }
            problems.add(label(key) + " must be a single value");
            return Optional.empty();
        });
    }

    /** The text, or a problem and the empty string. */
    String required(String key) {
        return text(key).orElseGet(() -> {
            problems.add(label(key) + " is missing (in the file or as " + variable(key) + ")");
            return "";
        });
    }

    /** A value that is read by a function; a problem and the default where the function declines it. */
    <T> T read(String key, T otherwise, String expected, Function<String, T> reader) {
        return text(key)
                .map(text -> {
                    try {
                        return reader.apply(text);
                    } catch (RuntimeException e) {
                        problems.add(label(key) + " must be " + expected);
                        return otherwise;
                    }
                })
                .orElse(otherwise);
    }

    /** The list, also where it is written as text; empty where there is none. */
    List<?> list(String key) {
        Object value = value(key).orElse(List.of());
        if (value instanceof String text) {
            try {
                value = Literals.parse(text);
            } catch (IllegalArgumentException e) {
                problems.add(label(key) + " must be a list: " + e.getMessage());
                return List.of();
            }
        }
        if (value instanceof List<?> list) {
            return list;
        }
        problems.add(label(key) + " must be a list");
        return List.of();
    }

    /** The keys that the file states. */
    Set<String> keys() {
        return values.keySet();
    }

    /** Adds a problem for each key that nobody asked for: it is misspelt. */
    void rejectOthers() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> problems.add(label(key) + " is not a known key"));
    }

    void problem(String key, String problem) {
        problems.add(label(key) + " " + problem);
    }

    private String label(String key) {
        return name.toUpperCase(Locale.ROOT) + "." + key;
    }

    private String variable(String key) {
        return (name + "_" + key).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
