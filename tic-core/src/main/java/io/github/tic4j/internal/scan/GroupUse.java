package io.github.tic4j.internal.scan;

/** What a scan does with {@code provider_references}. */
public enum GroupUse {
    /** Steps over them. */
    SKIP,
    /** Counts groups and NPIs. */
    COUNT,
    /** Delivers each as a record. */
    RECORDS,
    /** Delivers each as a record, all of them before the first item. */
    RECORDS_FIRST
}
