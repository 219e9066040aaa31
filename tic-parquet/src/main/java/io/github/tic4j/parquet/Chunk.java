package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnData;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** One column while it is written: its dictionary in the current row group, and the page that is being filled. */
abstract class Chunk {

    static final int NULL = -1;

    final Column column;
    final ColumnDescriptor leaf;
    final PlainValues plainValues;
    final ValueDictionary dictionary;
    final PageBuffer page = new PageBuffer();
    Statistics<?> statistics;
    private final PageWriter pages;

    Chunk(Column column, ColumnDescriptor leaf, PageWriter pages) {
        this.column = column;
        this.leaf = leaf;
        this.pages = pages;
        this.plainValues = new PlainValues(leaf.getPrimitiveType());
        this.dictionary =
                column.type() == ColumnType.DECIMAL ? new DecimalDictionary() : new ObjectDictionary(plainValues);
        this.statistics = newStatistics();
    }

    /** Adds rows. A page never gets more than {@link ParquetFormat#PAGE_ROWS} of them between two calls of endPage. */
    abstract void append(ColumnData data, int from, int count) throws IOException;

    /** Completes the page that is being filled, if it has rows. */
    abstract void endPage() throws IOException;

    /** Completes the column in this row group; the chunk cannot be used again. */
    final void end() throws IOException {
        endPage();
        if (dictionary.size() > 0) {
            pages.writeDictionaryPage(new DictionaryPage(dictionary.plain(), dictionary.size(), Encoding.PLAIN));
        }
    }

    /** About how much memory the distinct values of this row group take. */
    long dictionaryBytes() {
        return dictionary.bytes();
    }

    final long pageBytes() {
        return pages.getMemSize();
    }

    final int codeOf(@Nullable Object value) {
        if (value == null) {
            if (!column.nullable()) {
                throw new IllegalArgumentException("Column " + column.name() + " is required, was null");
            }
            return NULL;
        }
        return dictionary.codeOf(canonical(value));
    }

    /** The canonical value, which for a decimal is one that fits. */
    final Object canonical(Object value) {
        try {
            Object canonical = column.type().canonical(value);
            return canonical instanceof BigDecimal number ? Decimals.atScale(number) : canonical;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("Column " + column.name() + ": " + e.getMessage(), e);
        }
    }

    /** Hands the page buffer's content on as a page and starts the next one. */
    final void writePage(int values, int rows, int nulls, Encoding encoding) throws IOException {
        statistics.incrementNumNulls(nulls);
        pages.writePage(page.content(), values, rows, statistics, Encoding.RLE, Encoding.RLE, encoding);
        page.clear();
        statistics = newStatistics();
    }

    private Statistics<?> newStatistics() {
        return Statistics.createStats(leaf.getPrimitiveType());
    }
}
