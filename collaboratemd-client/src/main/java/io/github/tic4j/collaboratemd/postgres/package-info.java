/**
 * Reports in PostgreSQL: the table that tracks runs, the load of rows and the views over them. The entry point is
 * {@link io.github.tic4j.collaboratemd.postgres.ReportDatabase}; connections come from a data source that the host gives,
 * or that {@link io.github.tic4j.collaboratemd.postgres.PostgresSettings} makes.
 */
@NullMarked
package io.github.tic4j.collaboratemd.postgres;

import org.jspecify.annotations.NullMarked;
