package io.github.tic4j.mrf;

/** A fault that lenient reading takes and counts. */
public enum Leniency {
    /** A known key in other upper or lower case. */
    KEY_CASE,
    /** A known misspelling or an older name of a key. */
    KEY_ALIAS,
    /** A key that stands twice in one object; every occurrence of an array counts, the last scalar wins. */
    DUPLICATE_KEY,
    /** A string where a number belongs. */
    STRING_FOR_NUMBER,
    /** A number or a truth value where a string belongs. */
    SCALAR_FOR_STRING,
    /** One value where an array belongs. */
    VALUE_FOR_ARRAY,
    /** An array where one value belongs; its first item is taken. */
    ARRAY_FOR_VALUE,
    /** An object or array where a plain value belongs; it is left out. */
    STRUCTURE_FOR_VALUE,
    /** A plain value where an object belongs; it is left out. */
    VALUE_FOR_OBJECT,
    /** {@code null} where a value, array or object belongs; it counts as absent. */
    NULL_VALUE,
    /** {@code NaN}, {@code Infinity} or another bare word; it counts as {@code null}. */
    BARE_WORD,
    /** A number with a currency sign, thousands separators or a plus sign. */
    DECORATED_NUMBER,
    /** A number in a spelling that JSON forbids, such as {@code 007} or {@code .5}. */
    NUMBER_SPELLING,
    /** A comma before a closing bracket, or two in a row. */
    EXTRA_COMMA,
    /** No comma between two values. */
    MISSING_COMMA,
    /** A raw control character within a string. */
    CONTROL_CHARACTER,
    /** A backslash before a character that JSON does not escape. */
    BAD_ESCAPE,
    /** Bytes that are not UTF-8; each becomes U+FFFD. */
    BAD_ENCODING,
    /** An item field that stands behind rates that were already delivered. */
    LATE_FIELD,
    /** An NPI that is no ten-digit number. */
    NPI_SHAPE,
    /** A header, and none of the lists that a file is published for. */
    NO_LIST,
    /** A second root value, or a root array of files. */
    SEVERAL_ROOTS,
    /** NUL bytes or text behind the end of the document. */
    TRAILING_BYTES,
    /** A fault of the container that does not touch the data, such as a wrong checksum in a zip. */
    CONTAINER
}
