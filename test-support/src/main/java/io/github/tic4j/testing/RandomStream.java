package io.github.tic4j.testing;

/** The streams of random things: each has its own numbers, so that a change to one leaves the others as they were. */
final class RandomStream {

    static final int TERMS = 1;
    static final int SPELLING = 2;
    static final int ITEM = 3;
    static final int REFERENCE = 4;
    static final int PROVIDER_SET = 5;
    static final int STRUCTURE = 6;
    static final int DECIMAL_ID = 7;
    static final int CHUNKS = 8;

    private RandomStream() {}
}
