package io.github.tic4j.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;

/**
 * Builds the body of a data page, version 1: repetition levels, definition levels, values.
 *
 * <p>Levels and dictionary codes are stored in Parquet's hybrid of two encodings: a run of equal values as the value and its
 * length, anything else in groups of eight values packed bit by bit. The columns of rates are made of runs, since the prices
 * of an item share nearly everything, so the encoder looks at whole groups: a run can only start where a group does, and from
 * eight values on it is no longer than the group it replaces. A group of one value therefore becomes a run, with all equal
 * values behind it, and any other is packed.
 */
final class PageBuffer extends OutputStream {

    private static final int GROUP = 8;
    private static final int LENGTH_BYTES = 4;
    private static final BytePacker[] PACKERS = new BytePacker[33];

    static {
        Arrays.setAll(PACKERS, Packer.LITTLE_ENDIAN::newBytePacker);
    }

    private byte[] bytes = new byte[1 << 14];
    private int length;
    private final int[] lastGroup = new int[GROUP];

    void clear() {
        length = 0;
    }

    BytesInput content() {
        return BytesInput.from(bytes, 0, length);
    }

    /** Levels that are all the same. */
    void levels(int level, int count, int maxLevel) {
        int start = startLevels();
        run(level, count, widthOf(maxLevel));
        endLevels(start);
    }

    void levels(int[] levels, int count, int maxLevel) {
        int start = startLevels();
        hybrid(levels, count, widthOf(maxLevel));
        endLevels(start);
    }

    /** Dictionary codes that are all the same. */
    void codes(int code, int count, int dictionarySize) {
        int width = widthOf(dictionarySize - 1);
        write(width);
        run(code, count, width);
    }

    void codes(int[] codes, int count, int dictionarySize) {
        int width = widthOf(dictionarySize - 1);
        write(width);
        hybrid(codes, count, width);
    }

    void append(BytesInput content) throws IOException {
        content.writeAllTo(this);
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private static int widthOf(int max) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(max);
    }

    private int startLevels() {
        reserve(LENGTH_BYTES);
        length += LENGTH_BYTES;
        return length;
    }

    private void endLevels(int start) {
        int size = length - start;
        for (int i = 0; i < LENGTH_BYTES; i++) {
            bytes[start - LENGTH_BYTES + i] = (byte) (size >>> (8 * i));
        }
    }

    private void hybrid(int[] values, int count, int width) {
        int packed = 0; // where the values begin that are not stored yet
        int i = 0;
        while (i + GROUP <= count) {
            if (isUniform(values, i)) {
                int end = endOfRun(values, i + GROUP, count);
                pack(values, packed, i, width);
                run(values[i], end - i, width);
                packed = end;
                i = end;
            } else {
                i += GROUP;
            }
        }
        pack(values, packed, count, width);
    }

    /** Whether a group has one value; without a branch for each, since most that come in no order would be guessed wrong. */
    private static boolean isUniform(int[] values, int from) {
        int first = values[from];
        int differences = 0;
        for (int i = from + 1; i < from + GROUP; i++) {
            differences |= values[i] ^ first;
        }
        return differences == 0;
    }

    /** Where the run ends that has reached a place. */
    private static int endOfRun(int[] values, int from, int count) {
        int value = values[from - 1];
        int end = from;
        while (end < count && values[end] == value) {
            end++;
        }
        return end;
    }

    private void run(int value, int count, int width) {
        varint(count << 1);
        for (int shift = 0; shift < width; shift += 8) {
            write(value >>> shift);
        }
    }

    /** Packs groups of eight; the last one is filled up with zeros, which only the end of a page may need. */
    private void pack(int[] values, int from, int to, int width) {
        if (from == to) {
            return;
        }
        int groups = (to - from + GROUP - 1) / GROUP;
        varint((groups << 1) | 1);
        reserve(groups * width);
        BytePacker packer = PACKERS[width];
        int whole = from + (to - from) / GROUP * GROUP;
        for (int i = from; i < whole; i += GROUP) {
            packer.pack8Values(values, i, bytes, length);
            length += width;
        }
        if (whole < to) {
            Arrays.fill(lastGroup, 0);
            System.arraycopy(values, whole, lastGroup, 0, to - whole);
            packer.pack8Values(lastGroup, 0, bytes, length);
            length += width;
        }
    }

    private void varint(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        write(rest);
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
