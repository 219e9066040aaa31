package io.github.tic4j.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a column holds. Every format writes every type; the Java class named here is what a {@link Row} takes. */
public enum ColumnType {
    /** Unicode text: {@link String}. */
    TEXT(String.class),
    /** A whole number of 64 bits: {@link Long}. */
    LONG(Long.class),
    /** An exact decimal number, {@link Decimals#PRECISION} digits of which {@link Decimals#SCALE} follow the point: {@link BigDecimal}. */
    DECIMAL(BigDecimal.class),
    /** True or false: {@link Boolean}. */
    BOOL(Boolean.class),
    /** A calendar date: {@link LocalDate}. */
    DATE(LocalDate.class),
    /** A moment in UTC, kept to the microsecond: {@link Instant}. */
    TIMESTAMP(Instant.class),
    /** A list of texts without nulls: {@link List} of {@link String}. */
    TEXT_LIST(List.class),
    /** A list of whole numbers without nulls: {@link List} of {@link Long}. */
    LONG_LIST(List.class);

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** Whether this is one of the list types. */
    public boolean isList() {
        return this == TEXT_LIST || this == LONG_LIST;
    }

    /**
     * The value as every format stores it: lists become immutable copies, a moment loses what is finer than a microsecond,
     * and half of a surrogate pair, which no encoding can store, becomes U+FFFD.
     *
     * @throws IllegalArgumentException if the value is not of this type's class
     */
    public Object canonical(Object value) {
        if (!javaType.isInstance(value)) {
            throw new IllegalArgumentException(this + " takes " + javaType.getSimpleName() + ", was "
                    + value.getClass().getSimpleName() + " " + value);
        }
        if (value instanceof String text) {
            return wellFormed(text);
        }
        if (value instanceof List<?> list) {
            ColumnType element = this == TEXT_LIST ? TEXT : LONG;
            Object[] copy = new Object[list.size()];
            int count = 0;
            for (Object item : list) {
                copy[count++] = element.canonical(item);
            }
            return List.of(copy);
        }
        return value instanceof Instant moment ? moment.truncatedTo(ChronoUnit.MICROS) : value;
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(point ->
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
