package io.github.tic4j.internal.scan;

/**
 * Finds the bracket that closes an array or object, over any number of buffers. Strings and escapes are respected; the
 * bytes between are not looked at otherwise. {@link #walk} byte by byte is the specification that the faster forms equal.
 */
abstract class BracketSkipper {

    /** How many brackets are open. */
    int depth;

    /** Whether the next byte is within a string. */
    boolean quoted;

    /** Whether the next byte is escaped. */
    boolean escaped;

    /** Starts at a position behind an opening bracket. */
    final void restart() {
        depth = 1;
        quoted = false;
        escaped = false;
    }

    /**
     * Goes on at {@code from}. At least 64 readable bytes must follow {@code limit}, all zero.
     *
     * @return the position behind the closing bracket, or -1 if it lies beyond {@code limit}
     */
    abstract int advance(byte[] bytes, int from, int limit);

    /** The same, byte by byte. */
    final int walk(byte[] bytes, int from, int limit) {
        for (int p = from; p < limit; p++) {
            byte b = bytes[p];
            if (escaped) {
                escaped = false;
            } else if (quoted) {
                if (b == '"') {
                    quoted = false;
                } else if (b == '\\') {
                    escaped = true;
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return p + 1;
            }
        }
        return -1;
    }
}
