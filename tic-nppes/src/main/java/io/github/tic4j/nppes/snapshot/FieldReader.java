package io.github.tic4j.nppes.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Steps through the fields of one record; the counterpart of {@link FieldBuffer}. */
final class FieldReader {

    private static final Field[] FIELDS = Field.values();

    private final LayerWords words;
    private final ByteBuffer bytes;
    private final int end;
    private int position;
    private Field field = Field.NPI;
    private int slot;
    private int number;
    private int from;
    private int to;

    /** A reader before the first field of the record at a position. */
    FieldReader(MappedFile file, long at, LayerWords words) {
        this.words = words;
        bytes = file.segment(at);
        position = MappedFile.within(at);
        int length = readNumber();
        end = position + length;
    }

    /** Moves to the next field; whether there is one. */
    boolean next() {
        if (position >= end) {
            return false;
        }
        field = FIELDS[bytes.get(position++)];
        slot = field.isNumbered() ? bytes.get(position++) & 0xFF : 0;
        int value = readNumber();
        number = Dictionary.NONE;
        int length = value;
        if (LayerWords.has(field.kind())) {
            number = (value & 1) == 0 ? value >>> 1 : Dictionary.NONE;
            length = (value & 1) == 0 ? 0 : value >>> 1;
        }
        from = position;
        to = position + length;
        position = to;
        return true;
    }

    Field field() {
        return field;
    }

    /** The number of a numbered field, from 1. */
    int slot() {
        return slot;
    }

    String text() {
        String word = words.word(field.kind(), number);
        if (word != null) {
            return word;
        }
        byte[] copy = new byte[to - from];
        bytes.get(from, copy);
        return new String(copy, StandardCharsets.UTF_8);
    }

    private int readNumber() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes.get(position++);
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
