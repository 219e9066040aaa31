/**
 * The tables as Parquet, without Hadoop on the class path of those who only write. Start with
 * {@link io.github.tic4j.parquet.ParquetFormat}.
 */
@NullMarked
package io.github.tic4j.parquet;

import org.jspecify.annotations.NullMarked;
