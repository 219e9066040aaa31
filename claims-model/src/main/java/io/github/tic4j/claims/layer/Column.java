package io.github.tic4j.claims.layer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A column of a table. Any value may be null.
 *
 * @param name its name, in lower case with underscores
 * @param type what it holds
 */
public record Column(String name, Type type) {

    /** What a column holds, and as which class its values are given. */
    public enum Type {
        /** A {@code String}. */
        TEXT(String.class),
        /** A {@code Long}. */
        INTEGER(Long.class),
        /** A {@code BigDecimal}; exact. */
        DECIMAL(BigDecimal.class),
        /** A {@code LocalDate}. */
        DATE(LocalDate.class),
        /** A {@code Boolean}. */
        BOOLEAN(Boolean.class);

        private final Class<?> valueClass;

        Type(Class<?> valueClass) {
            this.valueClass = valueClass;
        }

        /** The class of its values. */
        public Class<?> valueClass() {
            return valueClass;
        }
    }
}
