package io.github.tic4j.nppes.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read with good will: a number is as good as its text, and "", {@code null} and absence are one.
 *
 * @param members the members
 */
public record JsonObject(Map<?, ?> members) {

    /** The text of a member, or {@code null} where there is none. */
    public @Nullable String text(String key) {
        Object value = members.get(key);
        if (value == null || value instanceof Map || value instanceof List) {
            return null;
        }
        String text = value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The first of several members that has a text. */
    public @Nullable String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? text(otherwise) : text;
    }

    /** A member that is a whole number or spells one, or {@code null}. */
    public @Nullable Long number(String key) {
        String text = text(key);
        return text != null && text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** A member that is an object, or an empty one. */
    public JsonObject object(String key) {
        return members.get(key) instanceof Map<?, ?> map ? new JsonObject(map) : new JsonObject(Map.of());
    }

    /** The objects of a member that is an array; none where it is not. */
    public List<JsonObject> objects(String key) {
        if (!(members.get(key) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(each -> new JsonObject((Map<?, ?>) each))
                .toList();
    }

    /** Whether a member is there, whatever its value. */
    public boolean has(String key) {
        return members.containsKey(key);
    }
}
