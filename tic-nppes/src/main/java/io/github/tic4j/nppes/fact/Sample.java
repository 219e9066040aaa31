package io.github.tic4j.nppes.fact;

import java.util.SplittableRandom;

/**
 * Draws some of a known number of things, each set of that size being as likely as any other, in one pass and without holding
 * them: each is taken with the chance that the places left have among the things left (Knuth, The Art of Computer Programming,
 * volume 2, 3.4.2, algorithm S).
 */
final class Sample {

    private final SplittableRandom random;
    private long places;
    private long left;

    private Sample(long places, long things, long seed) {
        this.places = places;
        this.left = things;
        this.random = new SplittableRandom(seed);
    }

    /** Takes everything. */
    static Sample all() {
        return new Sample(Long.MAX_VALUE, Long.MAX_VALUE, 0);
    }

    static Sample of(long places, long things, long seed) {
        return new Sample(Math.min(places, things), things, seed);
    }

    /** Whether the next one is taken. */
    boolean takes() {
        boolean isTaken = places >= left || (places > 0 && random.nextLong(left) < places);
        left--;
        places -= isTaken ? 1 : 0;
        return isTaken;
    }
}
