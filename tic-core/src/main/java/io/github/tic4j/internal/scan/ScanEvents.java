package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Reject;

/** Receives what a {@link DocumentScan} reads, in the order of the document, and where documents begin and end. */
public interface ScanEvents {

    /** A document begins. */
    default void documentStart(String source) {}

    /** A document ends, or breaks off. */
    default void documentEnd(FileReport report) {}

    /** A reference, where the plan asks for {@link GroupUse#RECORDS}. */
    default void reference(ProviderReference reference) {}

    /** A wanted item, before its prices. */
    default void item(Item item) {}

    /** Some prices. The batch is valid until the next step of the scan. */
    default void prices(PriceBatch batch) {}

    /** A code of a bundle or a capitation item. */
    default void containedCode(ContainedCode code) {}

    /** A payment to a list of providers. */
    default void allowedAmount(AllowedAmount amount) {}

    /** A plan or link of a table of contents. */
    default void indexEntry(IndexEntry entry) {}

    /** A price of a drug. */
    default void drugPrice(DrugPrice price) {}

    /** A price or group that could not be delivered. */
    default void reject(Reject reject) {}

    /** What a rule of the reader says. */
    default void finding(Finding finding) {}
}
