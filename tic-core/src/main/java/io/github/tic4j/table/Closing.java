package io.github.tic4j.table;

import java.io.Closeable;
import java.io.IOException;

/** Closes several things, whatever becomes of each. */
final class Closing {

    private Closing() {}

    /**
     * Closes all of them.
     *
     * @throws IOException the first failure, with the others behind it, once all were tried
     */
    static void all(Iterable<? extends Closeable> things) throws IOException {
        IOException failure = null;
        for (Closeable thing : things) {
            try {
                thing.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
