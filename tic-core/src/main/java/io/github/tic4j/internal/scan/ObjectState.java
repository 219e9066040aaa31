package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.schema.TextForm;
import java.util.EnumSet;
import java.util.Set;

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

    void begin(long offset) {
        start = offset;
        seen = 0;
        trigger = -1;
        word = -1;
        forms.clear();
    }

    /** Notes the forms of a text that may have to have one. */
    void noteForms(Scalar text) {
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
