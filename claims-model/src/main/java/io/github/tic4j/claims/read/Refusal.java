package io.github.tic4j.claims.read;

/**
 * A raw value that did not make it into the typed record, and why.
 *
 * @param lineage the row
 * @param column the column, or the empty text where a whole row was refused
 * @param raw the text as it was read; it may identify a person and is not part of {@link #toString}
 * @param reason what is wrong with it, in words
 */
public record Refusal(Lineage lineage, String column, String raw, String reason) {

    @Override
    public String toString() {
        return lineage + (column.isEmpty() ? "" : " " + column) + ": " + reason;
    }
}
