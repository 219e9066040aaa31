package io.github.tic4j.read;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Reject;

/** Receives everything that a file holds, in its order. Every method does nothing unless overridden. */
public interface MrfVisitor {

    /** A document begins: a source holds several where it is an archive. */
    default void documentStart(String source) {}

    /** An element of {@code provider_references}, or the group of a provider-reference file. */
    default void providerReference(ProviderReference reference) {}

    /** A wanted item; its prices follow. */
    default void item(Item item) {}

    /** A code that a bundle or a capitation item contains. */
    default void containedCode(ContainedCode code) {}

    /** A negotiated price. */
    default void price(Price price) {}

    /** A payment to providers without a contract. */
    default void allowedAmount(AllowedAmount amount) {}

    /** A plan or link of a table of contents. */
    default void indexEntry(IndexEntry entry) {}

    /** A price of a drug. */
    default void drugPrice(DrugPrice price) {}

    /** A price or group that could not be delivered. */
    default void reject(Reject reject) {}

    /** What a rule of the reader says. */
    default void finding(Finding finding) {}

    /** A document ends, or breaks off. */
    default void documentEnd(FileReport report) {}
}
