package io.github.tic4j.internal.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Finds a text among a fixed few by its bytes. */
public final class ByteTable {

    private final Spelling[] texts;
    private final short[] slots;
    private final int mask;

    private ByteTable(List<String> words) {
        texts = words.stream().map(Spelling::new).toArray(Spelling[]::new);
        int size = Integer.highestOneBit(Math.max(4, texts.length) * 4);
        this.slots = new short[size];
        this.mask = size - 1;
        Arrays.fill(slots, (short) -1);
        for (int i = 0; i < texts.length; i++) {
            byte[] bytes = words.get(i).getBytes(StandardCharsets.UTF_8);
            int slot = hash(bytes, 0, bytes.length) & mask;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (short) i;
        }
    }

    /** A table of texts. */
    public static ByteTable of(List<String> texts) {
        return new ByteTable(texts);
    }

    /** The position of the text whose bytes stand at {@code from} to {@code to}, with eight more behind; -1 if it is none. */
    public int indexOf(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & mask;
        for (int i = slots[slot]; i >= 0; i = slots[slot]) {
            if (texts[i].length() == to - from && texts[i].isAt(bytes, from)) {
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
