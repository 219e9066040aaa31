package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnData;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.TableSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.values.ValuesWriter;

/** A column with one value a row. */
final class FlatChunk extends Chunk {

    private static final int PRESENT = 0;

    private final IdCodes idCodes = new IdCodes();
    private final int[] codes = new int[ParquetFormat.PAGE_ROWS];
    private final int[] scratch = new int[ParquetFormat.PAGE_ROWS];
    private final ValuesWriter plain;
    private boolean isPlain;
    private int filled;
    private int nulls;
    private boolean uniform = true;

    FlatChunk(Column column, ColumnDescriptor leaf, PageWriter pages) {
        super(column, leaf, pages);
        this.plain = plainValues.newWriter();
    }

    @Override
    void append(ColumnData data, int from, int count) throws IOException {
        // Parquet has no dictionaries of truth values.
        boolean asPlain = data instanceof ColumnData.Each || column.type() == ColumnType.BOOL;
        if (asPlain != isPlain) {
            endPage();
            isPlain = asPlain;
        }
        if (asPlain) {
            appendPlain(data, from, count);
        } else if (data instanceof ColumnData.Coded coded) {
            appendCoded(coded, from, count);
        } else if (data instanceof ColumnData.Scaled scaled) {
            appendScaled(scaled, from, count);
        } else {
            fill(codeOf(data.value(from)), count);
        }
    }

    private void appendPlain(ColumnData data, int from, int count) {
        for (int i = from; i < from + count; i++) {
            Object value = data.value(i);
            if (value == null) {
                fill(codeOf(null), 1);
            } else {
                Object stored = plainValues.stored(canonical(value));
                PlainValues.write(stored, plain);
                PlainValues.update(stored, statistics);
                fill(PRESENT, 1);
            }
        }
    }

    private void appendCoded(ColumnData.Coded coded, int from, int count) {
        int[] ids = coded.ids();
        List<?> values = coded.values();
        idCodes.use(values);
        if (isUniform(ids, from, count)) {
            fill(codeOfId(ids[from], values), count);
            return;
        }
        for (int i = from; i < from + count; i++) {
            int code = idCodes.find(ids[i]);
            if (code == IdCodes.UNKNOWN) {
                code = codeOfId(ids[i], values);
            }
            codes[filled++] = code;
            nulls -= code >> 31;
        }
        uniform = false;
    }

    private int codeOfId(int id, List<?> values) {
        int code = idCodes.find(id);
        if (code == IdCodes.UNKNOWN) {
            code = id == NULL ? codeOf(null) : codeOf(IdCodes.valueOf(id, values, column));
            idCodes.put(id, code);
        }
        return code;
    }

    private void appendScaled(ColumnData.Scaled scaled, int from, int count) {
        DecimalDictionary decimals = (DecimalDictionary) dictionary;
        for (int i = from; i < from + count; i++) {
            int scale = scaled.scales()[i];
            if (scale == NULL) {
                codes[filled++] = codeOf(null);
                nulls++;
            } else if (scale >= 0 && scale <= Decimals.SCALE) {
                codes[filled++] = decimals.codeOf(scaled.unscaled()[i], scale);
            } else {
                throw new IllegalArgumentException("Column " + column.name() + " has scale " + scale + "; 0 to "
                        + Decimals.SCALE + " fit, anything else is text in " + column.name()
                        + TableSchema.COMPANION_SUFFIX);
            }
        }
        uniform = false;
    }

    private void fill(int code, int count) {
        uniform &= filled == 0 || codes[0] == code;
        Arrays.fill(codes, filled, filled + count, code);
        filled += count;
        nulls -= (code >> 31) * count;
    }

    /** Looks at all values without leaving early, which the compiler turns into a few vector instructions. */
    private static boolean isUniform(int[] ids, int from, int count) {
        int first = ids[from];
        int differences = 0;
        for (int i = from; i < from + count; i++) {
            differences |= ids[i] ^ first;
        }
        return differences == 0;
    }

    @Override
    void endPage() throws IOException {
        if (filled == 0) {
            return;
        }
        int present = filled - nulls;
        int[] values = codes;
        if (leaf.getMaxDefinitionLevel() > 0) {
            if (nulls == 0 || present == 0) {
                page.levels(nulls == 0 ? 1 : 0, filled, 1);
            } else {
                values = writeLevels();
            }
        }
        writePage(filled, filled, nulls, writeValues(values, present));
        filled = 0;
        nulls = 0;
        uniform = true;
    }

    /** Writes definition levels and returns the codes that are not null. */
    private int[] writeLevels() {
        int[] present = new int[filled - nulls];
        int next = 0;
        for (int i = 0; i < filled; i++) {
            int code = codes[i];
            scratch[i] = code == NULL ? 0 : 1;
            if (code != NULL) {
                present[next++] = code;
            }
        }
        page.levels(scratch, filled, 1);
        return present;
    }

    private Encoding writeValues(int[] values, int present) throws IOException {
        if (isPlain || present == 0) {
            page.append(plain.getBytes());
            plain.reset();
            return Encoding.PLAIN;
        }
        if (uniform) {
            page.codes(values[0], present, dictionary.size());
            dictionary.count(values, 1, statistics);
        } else {
            page.codes(values, present, dictionary.size());
            dictionary.count(values, present, statistics);
        }
        return Encoding.RLE_DICTIONARY;
    }
}
