package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.schema.TextForm;

/** What has been seen of an object so far. */
final class ObjectState {

    private static final TextForm[] FORMS = TextForm.values();

    /** Where it starts. */
    long start;

    /** Its keys, a bit for each. */
    long seen;

    /** The key that others depend on, and the number of the word that is its value; -1 if it was not seen. */
    int trigger;

    int word;

    /** The forms that the text has which may have to have one, a bit for each. */
    int forms;

    void begin(long offset) {
        start = offset;
        seen = 0;
        trigger = -1;
        word = -1;
        forms = 0;
    }

    void noteForms(Scalar text) {
        for (TextForm form : FORMS) {
            if (form.matches(text.bytes, text.from, text.to)) {
                forms |= 1 << form.ordinal();
            }
        }
    }

    boolean hasForm(TextForm form) {
        return (forms & 1 << form.ordinal()) != 0;
    }
}
