package io.github.tic4j.read;

/**
 * When threads are used, if there is more than one.
 *
 * @param stretch how many bytes of a plain file a thread takes at a time
 * @param alone how many steps are made before another thread goes on; most tables of contents take fewer
 */
record Ahead(int stretch, int alone) {

    private static final long SMALLEST = 256 << 10;
    private static final long LARGEST = 4 << 20;

    /** Stretches of 4 MiB, or less where memory is small: what is read ahead takes about twice a stretch for each thread. */
    static Ahead ofThisMachine() {
        long stretch = Runtime.getRuntime().maxMemory() / 64;
        return new Ahead((int) Math.max(SMALLEST, Math.min(LARGEST, stretch)), 4_096);
    }
}
