package io.github.tic4j.claims.layer;

import java.io.IOException;

/** Where tables go. Writing the same tables again replaces them. */
@FunctionalInterface
public interface TableSink {

    /** Opens a table for writing; nothing of it is visible until it is committed. */
    TableWriter open(Table table) throws IOException;
}
