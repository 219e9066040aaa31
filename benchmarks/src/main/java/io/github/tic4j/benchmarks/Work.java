package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One pass of a contender over a sample, and how its result is checked: nobody wins by leaving something out.
 *
 * @param bytes the size of the sample, decompressed
 * @param reading the pass
 * @param check compares what was found with the truth
 */
record Work(long bytes, Reading reading, Consumer<Tally> check) {

    /** A pass over a file. */
    @FunctionalInterface
    interface Reading {
        /** Reads the file and tells the tally what it holds. */
        void read(Tally tally) throws IOException;
    }

    /** The work of reading all prices. */
    static Work all(MrfTruth truth, Reading reading) {
        return new Work(truth.bytes(), reading, tally -> tally.check(truth.all()));
    }

    /** The work of reading the prices of the selected codes. */
    static Work selected(MrfTruth truth, Reading reading) {
        return new Work(truth.bytes(), reading, tally -> tally.check(truth.selected()));
    }

    /** The work of finding out that there is nothing of what is wanted. */
    static Work nothing(MrfTruth truth, Reading reading) {
        return new Work(truth.bytes(), reading, Tally::checkNothing);
    }

    /** The work of fetching the bytes. */
    static Work bytes(MrfTruth truth, Reading reading) {
        return new Work(truth.bytes(), reading, tally -> tally.checkBytes(truth.bytes()));
    }

    /** Does the work and checks every value. */
    void prove() throws IOException {
        check(Tally.exact());
    }

    /** Does the work and checks the counts and the sum; returns something that depends on every value. */
    long run() throws IOException {
        return check(Tally.light());
    }

    private long check(Tally tally) throws IOException {
        reading.read(tally);
        check.accept(tally);
        return tally.touched();
    }
}
