package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.jspecify.annotations.Nullable;

/** A column with a list a row: levels say where lists begin and which of them are empty or null. */
final class ListChunk extends Chunk {

    private static final int MOST_LEVELS = 1 << 18;

    private final IdCodes idCodes = new IdCodes();
    private final List<int @Nullable []> knownLists = new ArrayList<>();
    private long knownElements;
    private final int fullLevel;
    private int[] repetitions = new int[ParquetFormat.PAGE_ROWS];
    private int[] definitions = new int[ParquetFormat.PAGE_ROWS];
    private int[] codes = new int[ParquetFormat.PAGE_ROWS];
    private int rows;
    private int levels;
    private int filled;

    ListChunk(Column column, ColumnDescriptor leaf, PageWriter pages) {
        super(column, leaf, pages);
        this.fullLevel = leaf.getMaxDefinitionLevel();
    }

    @Override
    void append(ColumnData data, int from, int count) throws IOException {
        if (data instanceof ColumnData.Same same) {
            int[] list = listOf(same.value());
            for (int i = 0; i < count; i++) {
                add(list);
            }
        } else if (data instanceof ColumnData.Coded coded) {
            idCodes.use(coded.values());
            for (int i = from; i < from + count; i++) {
                int id = coded.ids()[i];
                add(id == NULL ? listOf(null) : listOf(id, coded.values()));
            }
        } else {
            for (int i = from; i < from + count; i++) {
                add(listOf(data.value(i)));
            }
        }
    }

    @Override
    long dictionaryBytes() {
        return super.dictionaryBytes() + knownElements * Integer.BYTES;
    }

    private int @Nullable [] listOf(int id, List<?> values) {
        int known = idCodes.find(id);
        if (known == IdCodes.UNKNOWN) {
            int[] list = listOf(IdCodes.valueOf(id, values, column));
            known = knownLists.size();
            knownLists.add(list);
            knownElements += list == null ? 1 : list.length;
            idCodes.put(id, known);
        }
        return knownLists.get(known);
    }

    /** The codes of a list's elements, or null for no list. */
    private int @Nullable [] listOf(@Nullable Object list) {
        if (list == null) {
            codeOf(null);
            return null;
        }
        return elementCodes((List<?>) canonical(list));
    }

    private int[] elementCodes(List<?> list) {
        return list.stream().mapToInt(dictionary::codeOf).toArray();
    }

    private void add(int @Nullable [] list) throws IOException {
        int length = list == null ? 0 : list.length;
        reserve(Math.max(length, 1));
        rows++;
        if (list == null || length == 0) {
            repetitions[levels] = 0;
            definitions[levels++] = list == null ? fullLevel - 2 : fullLevel - 1;
            return;
        }
        // Lists are short: a loop beats three calls that copy and fill.
        for (int i = 0; i < length; i++) {
            repetitions[levels] = i == 0 ? 0 : 1;
            definitions[levels++] = fullLevel;
            codes[filled++] = list[i];
        }
        if (levels >= MOST_LEVELS) {
            endPage();
        }
    }

    private void reserve(int count) {
        if (repetitions.length - levels < count) {
            int capacity = Math.max(2 * repetitions.length, levels + count);
            repetitions = Arrays.copyOf(repetitions, capacity);
            definitions = Arrays.copyOf(definitions, capacity);
            codes = Arrays.copyOf(codes, capacity);
        }
    }

    @Override
    void endPage() throws IOException {
        if (rows == 0) {
            return;
        }
        page.levels(repetitions, levels, 1);
        page.levels(definitions, levels, fullLevel);
        Encoding encoding = Encoding.PLAIN;
        if (filled > 0) {
            encoding = Encoding.RLE_DICTIONARY;
            page.codes(codes, filled, dictionary.size());
            dictionary.count(codes, filled, statistics);
        }
        writePage(levels, rows, levels - filled, encoding);
        rows = 0;
        levels = 0;
        filled = 0;
    }
}
