package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Npi;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A set of NPIs, in their order: a bit for each of the 200 million there can be, in chunks that come into being when needed.
 * All NPIs ever issued take 12 MB, every possible one 25 MB. Not safe for use by several threads.
 */
public final class NpiSet implements Iterable<Npi> {

    private static final int FIRST_NINE_DIGITS = 100_000_000;
    private static final int IDS = 200_000_000;
    private static final int CHUNK_BITS = 1 << 20;
    private static final int WORDS = CHUNK_BITS / Long.SIZE;

    private final long[] @Nullable [] chunks = new long[(IDS + CHUNK_BITS - 1) / CHUNK_BITS][];
    private int size;

    /** Adds an NPI; whether it is new. */
    public boolean add(Npi npi) {
        int id = id(npi);
        long[] chunk = chunks[id / CHUNK_BITS];
        if (chunk == null) {
            chunk = new long[WORDS];
            chunks[id / CHUNK_BITS] = chunk;
        }
        int word = id % CHUNK_BITS / Long.SIZE;
        long bit = 1L << id;
        if ((chunk[word] & bit) != 0) {
            return false;
        }
        chunk[word] |= bit;
        size++;
        return true;
    }

    /** Whether the NPI is in the set. */
    public boolean contains(Npi npi) {
        int id = id(npi);
        long[] chunk = chunks[id / CHUNK_BITS];
        return chunk != null && (chunk[id % CHUNK_BITS / Long.SIZE] & (1L << id)) != 0;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The NPIs in ascending order. */
    @Override
    public Iterator<Npi> iterator() {
        return new Iterator<>() {

            private int next = nextId(0);

            @Override
            public boolean hasNext() {
                return next < IDS;
            }

            @Override
            public Npi next() {
                if (next >= IDS) {
                    throw new NoSuchElementException();
                }
                int id = next;
                next = nextId(id + 1);
                return Npi.ofNineDigits(FIRST_NINE_DIGITS + id);
            }
        };
    }

    /** The smallest id in the set that is not below the given one. */
    private int nextId(int from) {
        int id = from;
        while (id < IDS) {
            long[] chunk = chunks[id / CHUNK_BITS];
            if (chunk == null) {
                id = (id / CHUNK_BITS + 1) * CHUNK_BITS;
                continue;
            }
            long rest = chunk[id % CHUNK_BITS / Long.SIZE] >>> id;
            if (rest != 0) {
                return id + Long.numberOfTrailingZeros(rest);
            }
            id = (id / Long.SIZE + 1) * Long.SIZE;
        }
        return IDS;
    }

    private static int id(Npi npi) {
        return (int) (npi.value() / 10) - FIRST_NINE_DIGITS;
    }
}
