package io.github.tic4j.claims.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment and where it stands.
 *
 * @param number its number in the file, from 1
 * @param offset the characters before it
 * @param elements its id and its elements, as they came
 * @param component what separates the components of an element
 */
record X12Segment(long number, long offset, List<String> elements, char component) {

    X12Segment {
        elements = List.copyOf(elements);
    }

    String id() {
        return elements.get(0);
    }

    /** The element, or null where it is absent or blank. */
    @Nullable
    String element(int index) {
        String text = index < elements.size() ? elements.get(index).strip() : "";
        return text.isEmpty() ? null : text;
    }

    boolean has(int index, String value) {
        return value.equals(element(index));
    }

    /** How many components an element has; none if it is absent. */
    int components(int index) {
        return element(index) == null ? 0 : parts(index).length;
    }

    /** A component of an element, both counted from 1, or null where it is absent or blank. */
    @Nullable
    String component(int index, int part) {
        String[] parts = index < elements.size() ? parts(index) : new String[0];
        String text = part <= parts.length ? parts[part - 1].strip() : "";
        return text.isEmpty() ? null : text;
    }

    private String[] parts(int index) {
        String text = elements.get(index);
        String[] parts =
                new String[1 + (int) text.chars().filter(c -> c == component).count()];
        int from = 0;
        for (int i = 0; i < parts.length; i++) {
            int to = text.indexOf(component, from);
            parts[i] = text.substring(from, to < 0 ? text.length() : to);
            from = to + 1;
        }
        return parts;
    }

    /** Where it stands, without what stands in it. */
    @Override
    public String toString() {
        return "segment " + number + " (" + id() + ") at character " + offset;
    }
}
