package io.github.tic4j.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value must be. */
public sealed interface Shape permits Shape.Text, Shape.Numeric, Shape.Choice, Shape.Array, ObjectShape {

    /** What to call it in a message: {@code a date as YYYY-MM-DD}. */
    String expectation();

    /**
     * A string of some form.
     *
     * @param form the form
     */
    record Text(TextForm form) implements Shape {
        @Override
        public String expectation() {
            return form.expectation();
        }
    }

    /**
     * A number of some range.
     *
     * @param range the range
     */
    record Numeric(NumberRange range) implements Shape {
        @Override
        public String expectation() {
            return range.expectation();
        }
    }

    /**
     * One of a list of strings.
     *
     * @param words the strings
     */
    record Choice(Words words) implements Shape {
        @Override
        public String expectation() {
            return words.expectation();
        }
    }

    /**
     * An array.
     *
     * @param items what its elements must be
     * @param filled whether it needs at least one
     * @param unique whether they must differ
     * @param lone what else a single element may be; {@code null} if nothing
     */
    record Array(
            Shape items,
            boolean filled,
            boolean unique,
            @Nullable Shape lone) implements Shape {
        @Override
        public String expectation() {
            return filled ? "an array of at least one element" : "an array";
        }
    }

    /**
     * A list of strings, found by their bytes.
     *
     * @param values the strings
     * @param table their bytes
     */
    record Words(List<String> values, ByteTable table) {

        /** The words. */
        public static Words of(List<String> values) {
            return new Words(List.copyOf(values), ByteTable.of(values));
        }

        String expectation() {
            return "one of " + String.join(", ", values);
        }
    }
}
