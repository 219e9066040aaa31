package io.github.tic4j.table;

import java.io.Flushable;
import java.io.IOException;

/** Turns rows into text. Flushing hands everything printed to the stream below. */
interface RowPrinter extends Flushable {

    void print(Row row) throws IOException;
}
