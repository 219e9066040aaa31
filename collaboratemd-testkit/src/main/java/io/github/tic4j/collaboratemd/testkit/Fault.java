package io.github.tic4j.collaboratemd.testkit;

/**
 * Something that goes wrong between the fake server and its client.
 *
 * @param kind what goes wrong
 * @param httpStatus the status, for {@link Kind#STATUS}
 * @param retryAfter the Retry-After header, empty for none
 */
public record Fault(Kind kind, int httpStatus, String retryAfter) {

    /** The request is carried out and the connection closed without an answer. */
    public static final Fault NO_ANSWER = new Fault(Kind.NO_ANSWER, 200, "");
    /** The request is carried out and half of the answer is sent before the connection closes. */
    public static final Fault CUT_BODY = new Fault(Kind.CUT_BODY, 200, "");
    /** The request is carried out and half of the answer is sent; the rest never comes. */
    public static final Fault SLOW_BODY = new Fault(Kind.SLOW_BODY, 200, "");
    /** The request is carried out and answered by a page for people. */
    public static final Fault HTML = new Fault(Kind.HTML, 200, "");

    /** What can go wrong. */
    public enum Kind {
        /** The request is not carried out; there is only a status. */
        STATUS,
        /** See {@link Fault#NO_ANSWER}. */
        NO_ANSWER,
        /** See {@link Fault#CUT_BODY}. */
        CUT_BODY,
        /** See {@link Fault#SLOW_BODY}. */
        SLOW_BODY,
        /** See {@link Fault#HTML}. */
        HTML
    }

    /** The request is not carried out and answered by this HTTP status. */
    public static Fault status(int httpStatus) {
        return new Fault(Kind.STATUS, httpStatus, "");
    }

    /** The same with a Retry-After header. */
    public Fault retryAfter(String value) {
        return new Fault(kind, httpStatus, value);
    }
}
