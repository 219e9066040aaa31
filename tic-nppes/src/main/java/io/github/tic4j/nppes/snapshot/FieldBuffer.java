package io.github.tic4j.nppes.snapshot;

import java.io.IOException;
import java.util.Arrays;

/**
 * Collects the fields of one record in their stored form: per field its tag, the slot where it is numbered, and the value. A
 * value is a number n with what it announces: for columns with a dictionary, an even n is word n/2 and an odd one
 * announces n/2 bytes; for others n bytes follow. Numbers take seven bits a byte, low bits first.
 */
final class FieldBuffer {

    private static final int HEADROOM = 16;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void writeTo(OutputFile out) throws IOException {
        out.write(bytes, 0, length);
    }

    void putNumber(int number) {
        ensure(0);
        int rest = number;
        while (rest > 0x7F) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Adds a value as its bytes, in a column without a dictionary. */
    void putBytes(Field field, int slot, byte[] source, int from, int to) {
        putTag(field, slot, to - from);
        putNumber(to - from);
        copy(source, from, to);
    }

    /** Adds a value of a column with a dictionary. */
    void putWord(Field field, int slot, int number, byte[] source, int from, int to) {
        putTag(field, slot, to - from);
        if (number == Dictionary.NONE) {
            putNumber(2 * (to - from) + 1);
            copy(source, from, to);
        } else {
            putNumber(2 * number);
        }
    }

    private void putTag(Field field, int slot, int size) {
        ensure(size);
        bytes[length++] = field.tag();
        if (slot > 0) {
            bytes[length++] = (byte) slot;
        }
    }

    private void copy(byte[] source, int from, int to) {
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    private void ensure(int size) {
        if (length + size + HEADROOM > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + size + HEADROOM));
        }
    }
}
