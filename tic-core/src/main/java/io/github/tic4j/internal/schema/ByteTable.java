package io.github.tic4j.internal.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Finds a text among a fixed few by its bytes. */
public final class ByteTable {

    private final byte[][] texts;
    private final short[] slots;
    private final int mask;

    private ByteTable(byte[][] texts) {
        this.texts = texts;
        int size = Integer.highestOneBit(Math.max(4, texts.length) * 4);
        this.slots = new short[size];
        this.mask = size - 1;
        Arrays.fill(slots, (short) -1);
        for (int i = 0; i < texts.length; i++) {
            int slot = hash(texts[i], 0, texts[i].length) & mask;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (short) i;
        }
    }

    /** A table of texts. */
    public static ByteTable of(List<String> texts) {
        return new ByteTable(texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    /** The position of the text whose bytes stand at {@code from} to {@code to}; -1 if it is none of them. */
    public int indexOf(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & mask;
        for (int i = slots[slot]; i >= 0; i = slots[slot]) {
            byte[] text = texts[i];
            if (Arrays.equals(text, 0, text.length, bytes, from, to)) {
                return i;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int h = length * 31 + bytes[from];
        h = h * 31 + bytes[to - 1];
        h = h * 31 + bytes[from + (length >>> 1)];
        h = h * 31 + bytes[from + (length >>> 2)];
        return h ^ (h >>> 7);
    }
}
