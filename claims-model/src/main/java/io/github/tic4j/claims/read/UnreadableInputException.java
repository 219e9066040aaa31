package io.github.tic4j.claims.read;

/**
 * The input cannot be read further: it is cut off or is not of the stated form. What is merely wrong in a value is not
 * this exception but a {@link Refusal}.
 */
public final class UnreadableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final long line;

    /** Names the place; the message becomes {@code Cannot read SOURCE, line LINE: reason}. */
    public UnreadableInputException(String source, long line, String reason) {
        super("Cannot read " + source + ", line " + line + ": " + reason);
        this.source = source;
        this.line = line;
    }

    /** The file or entry. */
    public String source() {
        return source;
    }

    /** The line, counted from 1, where reading stopped. */
    public long line() {
        return line;
    }
}
