package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.PlanEntry;
import java.io.IOException;

/** Receives the plans and links of an index as they are read. */
interface IndexEntries {

    /** A document begins; its structures are counted from nought again. */
    void nextDocument();

    void plan(PlanEntry entry) throws IOException;

    /** A link; {@code false} if it leads nowhere. */
    boolean link(FileLink link) throws IOException;
}
