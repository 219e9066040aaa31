package io.github.tic4j.s3;

/**
 * How large the parts of an object of unknown length are. A store takes 10,000 parts, so equal small parts would end at
 * 80 GB and equal large ones would waste memory on small objects. The first 3,500 parts are equal, which
 * with parts of 5 MiB is 17 GiB for stores that demand equal parts; from there each part is 255 KiB larger than the one
 * before, so that 10,000 parts hold more than 5 TiB and the last one is 1.6 GiB, a third of what a store allows.
 */
final class PartSizes {

    /** The most parts of one object. */
    static final int MOST_PARTS = 10_000;

    private static final int EQUAL_PARTS = 3_500;
    private static final long STEP = 255 << 10;

    private PartSizes() {}

    /**
     * The size of a part in bytes.
     *
     * @param number from 1 to {@link #MOST_PARTS}
     * @param first the size of the first part
     */
    static long of(int number, long first) {
        return first + STEP * Math.max(0, number - EQUAL_PARTS);
    }
}
