package io.github.tic4j.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.statistics.Statistics;

/** The distinct values of a column in one row group; a code is the place of a value. */
interface ValueDictionary {

    /** The code of a canonical value, a new one if need be. */
    int codeOf(Object value);

    int size();

    /** About how large the dictionary page will be. */
    long bytes();

    /** Lets the values of some codes, which are at least one, count for the minimum and maximum. */
    void count(int[] codes, int count, Statistics<?> statistics);

    /** All values in plain encoding, in the order of their codes. */
    BytesInput plain();
}
