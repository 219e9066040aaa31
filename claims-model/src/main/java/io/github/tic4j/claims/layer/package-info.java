/**
 * Claims as tables, in three layers: bronze keeps every row as it came, silver holds typed and validated records and a
 * quarantine, gold holds entities, measures and views. Tables go out through
 * {@link io.github.tic4j.claims.layer.TableSink}, which a host implements for Parquet or a warehouse;
 * {@link io.github.tic4j.claims.layer.CsvTables} comes with it.
 */
@NullMarked
package io.github.tic4j.claims.layer;

import org.jspecify.annotations.NullMarked;
