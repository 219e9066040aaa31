package io.github.tic4j.claims.read;

/**
 * A row as it stands in its file. {@code toString} shows the place only.
 *
 * @param lineage the place
 * @param text the text of the row, or of the JSON object, unchanged
 */
public record RawRecord(Lineage lineage, String text) {

    @Override
    public String toString() {
        return "RawRecord[" + lineage + "]";
    }
}
