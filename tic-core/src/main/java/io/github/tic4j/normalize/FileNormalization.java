package io.github.tic4j.normalize;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Ledger;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.normalize.NormalizedFile.Ending;
import io.github.tic4j.normalize.ProviderSets.Use;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.MrfVisitor;
import io.github.tic4j.read.PriceCursor;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.TableSet;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Normalises one file: takes the prices from a cursor, and everything else as the cursor passes it. */
final class FileNormalization implements MrfVisitor, Closeable {

    private static final String DANGLING_REFERENCE = "dangling-reference";
    private static final List<String> DANGLING = List.of(DANGLING_REFERENCE);

    private final SourceFile file;
    private final NormalizeOptions options;
    private final MrfReader reader;
    private final CountedTables tables;
    private final FileRows fileRows;
    private final Organizations organizations;
    private final ProviderSets sets;
    private final RateColumns rates;
    private final CodeSets codeSets;
    private final AllowedAmountRows payments;
    private final Map<String, Long> findings = new TreeMap<>();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final Review review;
    private final MrfVisitor listener;

    private @Nullable Account account;
    private @Nullable Item rateItem;
    private long rateIndex;
    private @Nullable Use rateUse;
    private Use use = new Use(-1, null, false);
    private long pricesLeft;

    FileNormalization(
            SourceFile file, NormalizeOptions options, MrfReader reader, TableSet tables, MrfVisitor listener) {
        this.listener = listener;
        this.file = file;
        this.options = options;
        this.reader = reader;
        boolean apart = options.reading().threads() > 1;
        this.tables = new CountedTables(tables, apart ? file.source().name() : null);
        this.fileRows = new FileRows(file, this.tables);
        this.organizations = new Organizations(this.tables);
        this.sets = new ProviderSets(this.tables, organizations);
        this.codeSets = new CodeSets(this.tables);
        this.rates = new RateColumns(this.tables, sets, codeSets, file, options.rateIds());
        this.payments =
                new AllowedAmountRows(this.tables, organizations, file.payer().uuid());
        this.review = options.review();
        this.pricesLeft = options.maxPrices();
    }

    NormalizedFile run() throws IOException {
        Ending ending;
        RuntimeException failure = null;
        try {
            PriceCursor cursor = reader.cursor(this);
            while (pricesLeft > 0 && cursor.next()) {
                add(cursor);
            }
            ending = pricesLeft > 0 ? Ending.COMPLETE : Ending.LIMITED;
        } catch (TableFailure failed) {
            throw failed.getCause();
        } catch (LimitReached reached) {
            ending = Ending.LIMITED;
        } catch (ContentException | UncheckedIOException broken) {
            ending = Ending.BROKEN;
            failure = broken;
        }
        return finish(ending, failure);
    }

    private NormalizedFile finish(Ending ending, @Nullable RuntimeException failure) throws IOException {
        if (failure != null) {
            fileRows.broken(failure);
        }
        endDocument(ending == Ending.LIMITED);
        organizations.flush();
        fileRows.files();
        fileRows.payer();
        tables.finish();
        List<FileReport> reports = reader.reports();
        reports.forEach(report -> report.findings().forEach((rule, count) -> findings.merge(rule, count, Long::sum)));
        found("unreadable-npi", sets.unreadableNpis());
        Ledger ledger = ledgers.stream().reduce(Ledger.EMPTY, Ledger::plus);
        return new NormalizedFile(file.fileId(), ending, failure, reports, ledger, tables.rows(), findings);
    }

    @Override
    public void close() {
        tables.close();
    }

    private void found(String rule, long count) {
        if (count > 0) {
            findings.merge(rule, count, Long::sum);
        }
    }

    // ---- documents

    @Override
    public void documentStart(String source) {
        tables(() -> {
            endDocument(false);
            listener.documentStart(source);
            Account begun = new Account();
            account = begun;
            String id = fileRows.beginDocument(source);
            sets.beginDocument(id, reader::references);
            rates.beginDocument(id);
            codeSets.beginDocument(id);
            payments.beginDocument(id);
            rateItem = null;
        });
    }

    private void endDocument(boolean limited) throws IOException {
        Account of = account;
        if (of == null) {
            return;
        }
        account = null;
        rates.flush();
        FileReport report = reader.reports().get(ledgers.size());
        Ledger ledger = of.close(report.ledger(), limited);
        ledgers.add(ledger);
        fileRows.endDocument(report, ledger);
        listener.documentEnd(report);
    }

    // ---- prices

    @SuppressWarnings(
            "ReferenceEquality") // prices of an item share it; another one with the same content is another rate
    private void add(PriceCursor cursor) throws IOException {
        Item item = cursor.item();
        if (item != rateItem || cursor.rateIndex() != rateIndex) {
            relieve();
            rateItem = item;
            rateIndex = cursor.rateIndex();
            rateUse = null;
        }
        if (review != Review.NONE) {
            review(cursor);
            return;
        }
        beginRate(item, useOf(cursor));
        PriceTerms terms = cursor.terms();
        if (cursor.isScaled() && cursor.scale() >= 0 && cursor.scale() <= Decimals.SCALE) {
            rates.add(terms, cursor.unscaled(), cursor.scale(), flags(List.of()));
        } else {
            rates.add(terms, cursor.negotiatedRate(), cursor.rateText(), flags(List.of()));
        }
        written();
    }

    /** Whom the rate at the cursor is for; worked out when its first price is written. */
    private Use useOf(PriceCursor cursor) throws IOException {
        Use known = rateUse;
        if (known == null) {
            known = sets.use(cursor);
            rateUse = known;
        }
        return known;
    }

    private void beginRate(Item item, Use providers) {
        use = providers;
        rates.beginRate(item, providers);
    }

    @SuppressWarnings("ReferenceEquality") // a rate that the review did not touch is the cursor's own
    private void review(PriceCursor cursor) throws IOException {
        Price price = cursor.price();
        Verdict<Price> verdict = review.price(price);
        if (verdict instanceof Verdict.Keep<Price> kept) {
            Price value = kept.value();
            Rate rate = value.rate();
            beginRate(
                    value.item(),
                    rate == price.rate() ? useOf(cursor) : sets.use(rate.providerReferences(), rate.providerGroups()));
            rates.add(value.terms(), value.negotiatedRate(), value.rateText(), flags(kept.flags()));
            written();
        } else if (verdict instanceof Verdict.Reject<Price> rejected) {
            fileRows.rejected(
                    rejected,
                    "$.in_network[" + price.item().index() + "].negotiated_rates["
                            + price.rate().index() + "]",
                    price.byteOffset(),
                    price.rateText() == null ? price.negotiatedRate().toString() : price.rateText());
            account().reject(rejected.rule());
        } else {
            account().filtered++;
        }
    }

    private List<String> flags(List<String> found) {
        if (!use.isDangling()) {
            return found;
        }
        found(DANGLING_REFERENCE, 1);
        if (found.isEmpty()) {
            return DANGLING;
        }
        List<String> all = new ArrayList<>(found);
        all.add(DANGLING_REFERENCE);
        return all;
    }

    private void written() {
        account().written++;
        pricesLeft--;
    }

    private Account account() {
        return Objects.requireNonNull(account);
    }

    /** Forgets what the tables have, where that takes more memory than it may. */
    private void relieve() throws IOException {
        if (sets.bytes() + organizations.bytes() > options.maxDistinctMemory()) {
            found("distinct-memory-exceeded", 1);
            rates.flush();
            sets.flush();
            organizations.flush();
            rateItem = null;
            rateUse = null;
        }
    }

    // ---- everything else

    @Override
    public void providerReference(ProviderReference reference) {
        listener.providerReference(reference);
        if (reference.id() == null) {
            // The groups of a provider-reference file; no rate can point to them.
            tables(() -> {
                relieve();
                for (var group : reference.groups()) {
                    sets.write(NormalGroup.of(group, reference.networkNames()));
                }
            });
        }
    }

    @Override
    public void containedCode(ContainedCode code) {
        listener.containedCode(code);
        tables(() -> codeSets.add(code));
    }

    @Override
    public void allowedAmount(AllowedAmount amount) {
        if (pricesLeft == 0) {
            throw new LimitReached();
        }
        tables(() -> {
            relieve();
            Verdict<AllowedAmount> verdict = review.allowedAmount(amount);
            if (verdict instanceof Verdict.Keep<AllowedAmount> kept) {
                payments.write(kept.value(), kept.flags());
                written();
            } else if (verdict instanceof Verdict.Reject<AllowedAmount> rejected) {
                fileRows.rejected(
                        rejected,
                        "$.out_of_network[" + amount.item().index() + "]",
                        amount.byteOffset(),
                        amount.allowedAmount().toString());
                account().reject(rejected.rule());
            } else {
                account().filtered++;
            }
        });
    }

    @Override
    public void drugPrice(DrugPrice price) {
        // No table holds prices of drugs yet: the draft shape may change.
        account().filtered++;
    }

    @Override
    public void reject(Reject reject) {
        listener.reject(reject);
        tables(() -> fileRows.rejected(reject));
    }

    @Override
    public void finding(Finding finding) {
        listener.finding(finding);
    }

    /** Lets a failure of a table out of the reader, apart from its own. */
    private static void tables(Writing writing) {
        try {
            writing.run();
        } catch (IOException failed) {
            throw new TableFailure(failed);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static final class TableFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException failure;

        TableFailure(IOException failure) {
            super(failure);
            this.failure = failure;
        }

        @Override
        public synchronized IOException getCause() {
            return failure;
        }
    }

    private static final class LimitReached extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
