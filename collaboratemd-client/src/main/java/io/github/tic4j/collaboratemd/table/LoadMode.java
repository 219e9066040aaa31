package io.github.tic4j.collaboratemd.table;

/** What a load does with the rows that a table already holds. */
public enum LoadMode {
    /** The report shows a state: its rows take the place of the account's former ones. */
    SNAPSHOT,
    /** The report lists events: rows that the table does not hold yet are added. */
    APPEND
}
