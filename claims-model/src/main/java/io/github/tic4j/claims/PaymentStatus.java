package io.github.tic4j.claims;

/** What the payer decided. */
public enum PaymentStatus {
    /** Accepted, even if the amount paid is nought. */
    PAID,
    /** Refused. */
    DENIED,
    /** Paid once and taken back. */
    REVERSED
}
