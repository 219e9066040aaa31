package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.schema.ObjectShape;
import io.github.tic4j.internal.schema.Spelling;
import io.github.tic4j.internal.schema.TextForm;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been seen of an object so far. */
final class ObjectState {

    /** Where it starts. */
    long start;

    /** Its keys, a bit for each. */
    long seen;

    /** The key that others depend on, and the number of the word that is its value; -1 if it was not seen. */
    int trigger;

    int word;

    private final Set<TextForm> forms = EnumSet.noneOf(TextForm.class);

    private @Nullable ObjectShape shape;
    private int[] nexts = {};
    private int last;

    // Objects of one shape are the same one in a document.
    @SuppressWarnings("ReferenceEquality")
    void begin(ObjectShape of, long offset) {
        start = offset;
        seen = 0;
        trigger = -1;
        word = -1;
        last = 0;
        if (shape != of) {
            shape = of;
            nexts = new int[of.size() + 1];
        }
    }

    /** Notes that a key was read. */
    void saw(int index) {
        seen |= 1L << index;
        nexts[last] = index;
        last = index + 1;
    }

    /**
     * Reads the key that came next in the object before, and the colon behind it, if it comes again; else reads nothing.
     * Publishers write the keys of all objects in one order.
     */
    boolean isNext(ByteScanner scanner) {
        if (shape == null) {
            return false;
        }
        Spelling key = shape.spelling(nexts[last]);
        int to = scanner.pos + key.length();
        if (to > scanner.limit || !key.isAt(scanner.buf, scanner.pos)) {
            return false;
        }
        scanner.pos = to;
        return true;
    }

    /** The key that {@link #isNext} read. */
    int next() {
        return nexts[last];
    }

    /** Notes the forms of a text that may have to have one. */
    void noteForms(Scalar text) {
        forms.clear();
        for (TextForm form : TextForm.values()) {
            if (form.matches(text.bytes, text.from, text.to)) {
                forms.add(form);
            }
        }
    }

    /** Whether the text has a form that was noted. */
    boolean hasForm(TextForm form) {
        return forms.contains(form);
    }
}
