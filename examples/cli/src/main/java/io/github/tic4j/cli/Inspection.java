package io.github.tic4j.cli;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.read.MrfVisitor;
import java.util.ArrayList;
import java.util.List;

/** Counts what is in the documents of a source. */
final class Inspection implements MrfVisitor {

    private final List<DocumentSummary> documents = new ArrayList<>();
    private Content content = new Content();

    /** What was counted in one document. */
    static final class Content {
        final Counts itemsByCodeType = new Counts();
        final Counts itemsByArrangement = new Counts();
        final Counts pricesByType = new Counts();
        final Counts pricesByClass = new Counts();
        long references;
        long remoteReferences;
        long plans;
        long links;
    }

    /**
     * One document.
     *
     * @param report what the reader says of it
     * @param content what was counted
     */
    record DocumentSummary(FileReport report, Content content) {}

    List<DocumentSummary> documents() {
        return documents;
    }

    @Override
    public void documentStart(String source) {
        content = new Content();
    }

    @Override
    public void item(Item item) {
        content.itemsByCodeType.add(item.billingCodeType());
        content.itemsByArrangement.add(item.negotiationArrangement());
    }

    @Override
    public void price(Price price) {
        content.pricesByType.add(price.terms().negotiatedType());
        content.pricesByClass.add(price.terms().billingClass());
    }

    @Override
    public void providerReference(ProviderReference reference) {
        content.references++;
        content.remoteReferences += reference.location() == null ? 0 : 1;
    }

    @Override
    public void indexEntry(IndexEntry entry) {
        if (entry instanceof IndexEntry.PlanEntry) {
            content.plans++;
        } else {
            content.links++;
        }
    }

    @Override
    public void documentEnd(FileReport report) {
        documents.add(new DocumentSummary(report, content));
    }
}
