/**
 * Reports as tables: the downloaded archive, its rows, the names of its columns and what a report type expects of them.
 * The entry point is {@link io.github.tic4j.collaboratemd.table.ReportArchive}. Nothing here knows the network or a
 * database.
 */
@NullMarked
package io.github.tic4j.collaboratemd.table;

import org.jspecify.annotations.NullMarked;
