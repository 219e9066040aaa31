package io.github.tic4j.claims.read;

/**
 * Where a record comes from.
 *
 * @param source the file or archive entry
 * @param line the line, counted from 1, where the row starts
 */
public record Lineage(String source, long line) {

    @Override
    public String toString() {
        return source + ":" + line;
    }
}
