package io.github.tic4j.normalize;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Normal forms of published texts. */
final class Texts {

    private Texts() {}

    /** Without blanks around it, in lower case; null for none and for blanks. */
    static @Nullable String lowerCase(@Nullable String published) {
        return orNull(published == null ? "" : published.strip().toLowerCase(Locale.ROOT));
    }

    /** The text; null for an empty one. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The list; null for an empty one, since the reader does not tell an empty list from an absent one. */
    static @Nullable List<String> orNull(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }

    /** What was published, where it is not the normal form. */
    static @Nullable String unlessNormal(@Nullable String published, @Nullable String normal) {
        return published == null || published.equals(normal) ? null : published;
    }
}
