package io.github.tic4j.collaboratemd.table;

/** What the cells of a column should hold. Tables keep the text in any case; the kind says how views read it. */
public enum CellKind {
    /** Any text. */
    TEXT,
    /** As {@link Cells#money(String)} reads it. */
    MONEY,
    /** As {@link Cells#date(String)} reads it. */
    DATE,
    /** As {@link Cells#integer(String)} reads it. */
    INTEGER;

    /** Whether a cell that is not blank reads as this kind. */
    public boolean accepts(String text) {
        return switch (this) {
            case TEXT -> true;
            case MONEY -> Cells.money(text).isPresent();
            case DATE -> Cells.date(text).isPresent();
            case INTEGER -> Cells.integer(text).isPresent();
        };
    }
}
