package io.github.tic4j.config;

import java.util.List;

/**
 * A value that was given for a key.
 *
 * @param path the key, from the outermost name on
 * @param values the value, or the elements of a list; empty for nothing
 * @param isList whether it is a list
 * @param origin where it stands, such as {@code line 12}, {@code ETL_MAX_FILES} or {@code --max-files}
 */
record Setting(List<String> path, List<String> values, boolean isList, String origin) {

    Setting {
        path = List.copyOf(path);
        values = List.copyOf(values);
    }

    static Setting scalar(String key, String value, String origin) {
        return new Setting(List.of(key.split("\\.")), value.isEmpty() ? List.of() : List.of(value), false, origin);
    }

    String key() {
        return String.join(".", path);
    }

    /** The value of a setting that is no list. */
    String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
