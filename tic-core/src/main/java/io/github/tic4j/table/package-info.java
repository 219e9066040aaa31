/**
 * The tables: their columns, the rows that fill them, and the writers that store them as JSON lines, CSV or, with
 * tic-parquet, Parquet. Start with {@link io.github.tic4j.table.Tables} and {@link io.github.tic4j.table.TableFolder}.
 */
@NullMarked
package io.github.tic4j.table;

import org.jspecify.annotations.NullMarked;
