package io.github.tic4j.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Values of any type but decimal, found by a hash map. Comparing goes by a number for each value that sorts as the value
 * does; only texts that begin with the same eight bytes have to be compared themselves.
 */
final class ObjectDictionary implements ValueDictionary {

    private final PlainValues type;
    private final Map<Object, Integer> codes = new HashMap<>();
    private final List<Object> values = new ArrayList<>();
    private final ValuesWriter plain;
    private long[] ranks = new long[64];
    private int[] lastCountOf = {};
    private int counts;

    ObjectDictionary(PlainValues type) {
        this.type = type;
        this.plain = type.newWriter();
    }

    @Override
    public int codeOf(Object value) {
        Integer known = codes.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        Object stored = type.stored(value);
        int code = values.size();
        values.add(stored);
        PlainValues.write(stored, plain);
        if (code == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * code);
        }
        ranks[code] = rankOf(stored);
        return code;
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public long bytes() {
        return plain.getBufferedSize();
    }

    /** Compares each distinct value once. */
    @Override
    public void count(int[] codes, int count, Statistics<?> statistics) {
        if (lastCountOf.length < values.size()) {
            lastCountOf = Arrays.copyOf(lastCountOf, 2 * values.size());
        }
        counts++;
        int min = codes[0];
        int max = min;
        for (int i = 1; i < count; i++) {
            int code = codes[i];
            if (lastCountOf[code] != counts) {
                lastCountOf[code] = counts;
                if (compare(code, min) < 0) {
                    min = code;
                } else if (compare(code, max) > 0) {
                    max = code;
                }
            }
        }
        PlainValues.update(values.get(min), statistics);
        PlainValues.update(values.get(max), statistics);
    }

    @Override
    public BytesInput plain() {
        return plain.getBytes();
    }

    private int compare(int code, int other) {
        int byRank = Long.compareUnsigned(ranks[code], ranks[other]);
        return byRank != 0 || !(values.get(code) instanceof Binary text)
                ? byRank
                : Arrays.compareUnsigned(text.getBytesUnsafe(), ((Binary) values.get(other)).getBytesUnsafe());
    }

    private static long rankOf(Object stored) {
        if (stored instanceof Number number) {
            return number.longValue() ^ Long.MIN_VALUE;
        }
        byte[] first = Arrays.copyOf(((Binary) stored).getBytesUnsafe(), Long.BYTES);
        return ByteBuffer.wrap(first).getLong();
    }
}
