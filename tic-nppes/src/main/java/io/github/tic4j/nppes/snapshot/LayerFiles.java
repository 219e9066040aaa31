package io.github.tic4j.nppes.snapshot;

/** The files of a layer. */
final class LayerFiles {

    /** The {@link RowTable}. */
    static final String ROWS = "rows.bin";
    /** The full records, in the order in which they came. */
    static final String RECORDS = "records.bin";
    /** The rows of the reference files, in the order in which they came. */
    static final String CHILDREN = "children.bin";
    /** The {@link Keys} of those rows, sorted. */
    static final String CHILD_KEYS = "child-keys.bin";
    /** The {@link Words}. */
    static final String WORDS = "words.bin";

    /** No record crosses a multiple of this, for a buffer maps at most 2 GiB. */
    static final long SEGMENT = 1L << 30;

    private LayerFiles() {}
}
