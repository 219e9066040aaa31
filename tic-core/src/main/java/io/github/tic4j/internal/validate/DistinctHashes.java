package io.github.tic4j.internal.validate;

/** Finds repetitions in one array after another. Most arrays are short, so the first few hashes are simply compared. */
public final class DistinctHashes {

    private static final int FEW = 12;

    private final long[] few = new long[FEW];
    private final RecentHashes many;
    private int size;

    /** Remembers at least this many hashes of an array. */
    public DistinctHashes(int capacity) {
        many = new RecentHashes(capacity);
    }

    /** Adds a hash; false if it is there already. */
    public boolean add(long hash) {
        if (size > FEW) {
            return many.add(hash);
        }
        for (int i = 0; i < size; i++) {
            if (few[i] == hash) {
                return false;
            }
        }
        if (size == FEW) {
            for (long known : few) {
                many.add(known);
            }
            many.add(hash);
        } else {
            few[size] = hash;
        }
        size++;
        return true;
    }

    /** Starts with another array. */
    public void clear() {
        if (size > FEW) {
            many.clear();
        }
        size = 0;
    }

    /** Whether the array is so long that a repetition may have been missed. */
    public boolean isForgetful() {
        return size > FEW && many.isForgetful();
    }
}
