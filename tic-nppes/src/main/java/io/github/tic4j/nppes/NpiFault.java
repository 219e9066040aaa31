package io.github.tic4j.nppes;

/** What keeps a text or a number from being an {@link Npi}. The first fault that applies is reported, in this order. */
public enum NpiFault {
    /** Nothing is there: absent, empty or blank. */
    ABSENT("nothing is there"),
    /** Something other than the ASCII digits 0 to 9. */
    NOT_DIGITS("it has a character other than 0 to 9"),
    /** More or fewer than ten digits; the number 0, which some payers publish for "no NPI", is one of these. */
    WRONG_LENGTH("it has not exactly ten digits"),
    /** NPIs start with 1 or 2. */
    WRONG_FIRST_DIGIT("it does not start with 1 or 2"),
    /** The tenth digit is not the one that the other nine demand. */
    WRONG_CHECK_DIGIT("its last digit is not the check digit of the others");

    private final String reason;

    NpiFault(String reason) {
        this.reason = reason;
    }

    /** The fault in words, fit to follow a colon. */
    public String reason() {
        return reason;
    }
}
