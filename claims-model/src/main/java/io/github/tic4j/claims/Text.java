package io.github.tic4j.claims;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How builders read text: blank means absent, everything else is kept without the blanks around it. */
final class Text {

    private Text() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Codes get the text as it is, for they keep it. */
    static <T> @Nullable T map(@Nullable String text, Function<String, T> reader) {
        return text == null || text.isBlank() ? null : reader.apply(text);
    }

    static BigDecimal money(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not an amount: \"" + text + "\"", e);
        }
    }
}
