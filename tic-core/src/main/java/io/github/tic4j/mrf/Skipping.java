package io.github.tic4j.mrf;

/** What happens to items and rates that the filter does not want. */
public enum Skipping {
    /** They are stepped over unread, at several GB a second; the ledger knows their number, not the prices in them. */
    UNREAD,
    /** Their prices are counted too, so that the ledger accounts for every price of the file. Costs about half the speed. */
    COUNTED
}
