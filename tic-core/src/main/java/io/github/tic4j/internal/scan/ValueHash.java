package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.validate.Hash64;
import java.io.IOException;

/** Reduces any value to a hash that equal values share: the order of keys and the spelling of scalars do not matter. */
final class ValueHash {

    private static final long OBJECT = 0x2545F4914F6CDD1DL;
    private static final long ARRAY = 0x5851F42D4C957F2DL;

    private final ByteScanner scanner;
    private final Scalar scalar;
    private final Faults faults;
    private final int maxDepth;

    ValueHash(ByteScanner scanner, Scalar scalar, Faults faults, int maxDepth) {
        this.scanner = scanner;
        this.scalar = scalar;
        this.faults = faults;
        this.maxDepth = maxDepth;
    }

    /** The hash of nothing yet; {@link #withMember} and {@link #closed} go on from it. */
    static long object() {
        return OBJECT;
    }

    /** Goes on with a member of an object. */
    static long withMember(long object, long key, long value) {
        return object + Hash64.then(key, value);
    }

    /** The hash of an object with all its members. */
    static long closed(long object) {
        return Hash64.of(object);
    }

    static long array() {
        return ARRAY;
    }

    /** Goes on with an element of an array. */
    static long withElement(long array, long element) {
        return Hash64.then(array, element);
    }

    /** Steps over the value that comes next. */
    long ofNext() throws IOException {
        return ofNext(0);
    }

    private long ofNext(int depth) throws IOException {
        int b = scanner.peekInside();
        if (depth > maxDepth) {
            throw faults.limit("maxDepth", maxDepth, scanner.offset());
        }
        if (b == '{') {
            return ofObject(depth);
        }
        if (b == '[') {
            scanner.pos++;
            long hash = array();
            for (boolean first = true; scanner.more(']', first); first = false) {
                hash = withElement(hash, ofNext(depth + 1));
            }
            return hash;
        }
        scalar.read(b);
        return scalar.hash();
    }

    private long ofObject(int depth) throws IOException {
        scanner.pos++;
        long hash = object();
        for (boolean first = true; scanner.more('}', first); first = false) {
            if (scanner.peekInside() != '"') {
                throw scanner.unexpected("a key in quotes", scanner.buf[scanner.pos] & 0xFF);
            }
            scalar.readText();
            long key = scalar.hash();
            if (scanner.peekInside() != ':') {
                throw scanner.unexpected("':' behind a key", scanner.buf[scanner.pos] & 0xFF);
            }
            scanner.pos++;
            hash = withMember(hash, key, ofNext(depth + 1));
        }
        return closed(hash);
    }
}
