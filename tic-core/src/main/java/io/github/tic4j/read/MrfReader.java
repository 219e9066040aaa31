package io.github.tic4j.read;

import io.github.tic4j.internal.scan.GroupUse;
import io.github.tic4j.internal.scan.PriceBatch;
import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.IndexEntry;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Ledger;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a machine-readable file: any kind, any version, any container, any order of keys.
 *
 * <pre>{@code
 * try (MrfReader reader = MrfReader.open(Path.of("rates.json.gz"))) {
 *     for (Price price : reader) {
 *         System.out.println(price.item().billingCode() + " " + price.negotiatedRate());
 *     }
 *     System.out.println(reader.ledger().toJson());
 * }
 * }</pre>
 *
 * <p>There are three ways in, and a reader takes one of them once: the prices as records ({@link #iterator()},
 * {@link #stream()}), everything pushed to a {@link MrfVisitor} ({@link #visit}), or a {@link #cursor()} that makes no
 * object for a price. Tables of contents and allowed amounts have iterators of their own.
 *
 * <p>Opening throws {@link IOException}. While reading, a source that fails throws {@link UncheckedIOException} and a
 * file that is broken throws {@link ContentException}, in both cases after everything that was complete. Not safe for use
 * by several threads. Whoever opens the reader closes it; closing early is cheap and does not read on.
 */
public final class MrfReader implements Iterable<Price>, Closeable {

    private static final String DUPLICATE_REFERENCE = "duplicate-reference";
    private static final String DANGLING_REFERENCE = "dangling-reference";
    private static final String REMOTE_REFERENCE_FAILED = "remote-reference-failed";

    private final ReadOptions options;
    private final DocumentPump pump;
    private @Nullable ProviderTable providers;
    private @Nullable RuntimeException failure;
    private boolean started;
    private final Map<String, Long> providerFindings = new TreeMap<>();

    private MrfReader(ReadOptions options, DocumentPump pump) {
        this.options = options;
        this.pump = pump;
    }

    /** Opens a file with the default options. */
    public static MrfReader open(Path file) throws IOException {
        return open(Sources.of(file));
    }

    /** Opens a source with the default options. */
    public static MrfReader open(Source source) throws IOException {
        return open(source, ReadOptions.defaults());
    }

    /**
     * Opens a source.
     *
     * @throws IOException if it cannot be opened
     */
    public static MrfReader open(Source source, ReadOptions options) throws IOException {
        return new MrfReader(options, new DocumentPump(source, options));
    }

    // ---- ways in

    /** The negotiated prices as records. Can be called once. */
    @Override
    public Iterator<Price> iterator() {
        PriceCursor cursor = cursor();
        return new Pull<>() {
            @Override
            @Nullable
            Price advance() {
                return cursor.next() ? cursor.price() : null;
            }
        };
    }

    /** The negotiated prices as a stream; closing it closes the reader. Can be called once. */
    public Stream<Price> stream() {
        Spliterator<Price> prices = Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        return StreamSupport.stream(prices, false).onClose(this::closeUnchecked);
    }

    /** A cursor over the negotiated prices. Can be called once. */
    public PriceCursor cursor() {
        return cursor(GroupUse.SKIP, new MrfVisitor() {});
    }

    /**
     * A cursor over the negotiated prices that pushes everything else to a visitor as it passes. The cursor runs behind the
     * visitor by up to a few thousand prices, though never by a document: the prices of one are shown before the next one
     * begins. Can be called once.
     */
    public PriceCursor cursor(MrfVisitor others) {
        return cursor(GroupUse.RECORDS, others);
    }

    private PriceCursor cursor(GroupUse groups, MrfVisitor others) {
        Batches batches = new Batches(others);
        start(groups, batches);
        return new PriceCursor(batches);
    }

    /** The plans and links of a table of contents. Can be called once. */
    public Iterator<IndexEntry> indexEntries() {
        Deque<IndexEntry> ready = new ArrayDeque<>();
        start(GroupUse.SKIP, new Providers() {
            @Override
            public void indexEntry(IndexEntry entry) {
                ready.add(entry);
            }
        });
        return pulled(ready);
    }

    /** The rows of an allowed-amounts file. Can be called once. */
    public Iterator<AllowedAmount> allowedAmounts() {
        Deque<AllowedAmount> ready = new ArrayDeque<>();
        start(GroupUse.SKIP, new Providers() {
            @Override
            public void allowedAmount(AllowedAmount amount) {
                ready.add(amount);
            }
        });
        return pulled(ready);
    }

    /** Pushes everything to a visitor, to the end of the source. Can be called once. */
    public void visit(MrfVisitor visitor) {
        start(GroupUse.RECORDS, new Pushes(visitor));
        boolean more = true;
        while (more) {
            more = step();
        }
        throwFailure();
    }

    // ---- what was learnt

    /**
     * The groups that a rate of the current document is for: those in the rate itself, and those of the references it points to. A reference that
     * the file does not define adds nothing and is counted as {@code dangling-reference} in the findings of the report.
     *
     * @throws IllegalStateException if the options do not say {@link ReadOptions.Groups#RESOLVED}
     */
    public List<ProviderGroup> groups(Rate rate) {
        requireResolved();
        List<ProviderGroup> all = new ArrayList<>(rate.providerGroups());
        for (String id : rate.providerReferences()) {
            List<ProviderReference> defined = references(id);
            if (defined.isEmpty()) {
                found(DANGLING_REFERENCE);
            }
            defined.forEach(reference -> all.addAll(reference.groups()));
        }
        return all;
    }

    /**
     * What the current document defines an id as, in its order: usually one reference, none for an id that it does not
     * define. Groups that were fetched from elsewhere are among them.
     *
     * @throws IllegalStateException if the options do not say {@link ReadOptions.Groups#RESOLVED}
     */
    public List<ProviderReference> references(String id) {
        requireResolved();
        return providers == null ? List.of() : providers.references(id);
    }

    /** What was learnt about each document so far; complete when everything has been read. */
    public List<FileReport> reports() {
        return pump.reports();
    }

    /** The account of all documents so far. */
    public Ledger ledger() {
        return pump.ledger();
    }

    @Override
    public void close() throws IOException {
        try {
            pump.close();
        } finally {
            closeProviders();
        }
    }

    private void requireResolved() {
        if (options.groups() != ReadOptions.Groups.RESOLVED) {
            throw new IllegalStateException("Groups are kept only where the options say Groups.RESOLVED");
        }
    }

    private void closeUnchecked() {
        try {
            close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // ---- pulling

    private void start(GroupUse groups, DocumentPump.Listener listener) {
        if (started) {
            throw new IllegalStateException("A reader is read once: open the source again for a second pass");
        }
        started = true;
        boolean resolved = options.groups() == ReadOptions.Groups.RESOLVED;
        pump.start(resolved ? GroupUse.RECORDS_FIRST : groups, listener);
    }

    /** Reads on; false at the end or at a failure, which is thrown once everything before it was delivered. */
    private boolean step() {
        if (failure != null) {
            return false;
        }
        try {
            return pump.step();
        } catch (ContentException broken) {
            failure = broken;
        } catch (IOException failed) {
            failure = new UncheckedIOException(failed);
        }
        return false;
    }

    private void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    private <T> Iterator<T> pulled(Deque<T> ready) {
        return new Pull<>() {
            @Override
            @Nullable
            T advance() {
                boolean more = true;
                while (ready.isEmpty() && more) {
                    more = step();
                }
                if (ready.isEmpty()) {
                    throwFailure();
                }
                return ready.poll();
            }
        };
    }

    /** An iterator over what {@link #advance} gives, until that is {@code null}. */
    private abstract static class Pull<T> implements Iterator<T> {
        private @Nullable T next;
        private boolean ended;

        abstract @Nullable T advance();

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = advance();
                ended = next == null;
            }
            return next != null;
        }

        @Override
        public T next() {
            T current = hasNext() ? next : null;
            if (current == null) {
                throw new NoSuchElementException("The file has no more of these");
            }
            next = null;
            return current;
        }
    }

    /** Keeps the provider references of the current document, if they are wanted. */
    private class Providers implements DocumentPump.Listener {
        @Override
        public void documentStart(String source) {
            if (options.groups() == ReadOptions.Groups.RESOLVED) {
                providerFindings.clear();
                try {
                    closeProviders();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                providers = new ProviderTable(options.limits().maxGroupMemory(), options.spoolFolder());
            }
        }

        @Override
        public void reference(ProviderReference reference) {
            if (providers == null) {
                return;
            }
            try {
                if (!providers.add(withRemoteGroups(reference))) {
                    finding(new Finding(
                            found(DUPLICATE_REFERENCE),
                            Severity.WARNING,
                            "$.provider_references",
                            reference.byteOffset(),
                            reference.id(),
                            "An id is defined once; the groups of both definitions count"));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private ProviderReference withRemoteGroups(ProviderReference reference) {
            String location = reference.location();
            RemoteReferences remote = options.remoteReferences();
            if (location == null || remote == null) {
                return reference;
            }
            List<ProviderGroup> fetched = remote.groups(location);
            if (fetched == null) {
                found(REMOTE_REFERENCE_FAILED);
                return reference;
            }
            List<ProviderGroup> all = new ArrayList<>(reference.groups());
            all.addAll(fetched);
            return new ProviderReference(
                    reference.id(), reference.networkNames(), all, location, reference.byteOffset());
        }

        @Override
        public Map<String, Long> findings() {
            return providerFindings;
        }
    }

    private String found(String rule) {
        providerFindings.merge(rule, 1L, Long::sum);
        return rule;
    }

    private void closeProviders() throws IOException {
        if (providers != null) {
            providers.close();
        }
    }

    /** Hands everything but prices on to a visitor. */
    private class Others extends Providers {
        final MrfVisitor visitor;

        Others(MrfVisitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void documentStart(String source) {
            super.documentStart(source);
            visitor.documentStart(source);
        }

        @Override
        public void documentEnd(FileReport report) {
            visitor.documentEnd(report);
        }

        @Override
        public void reference(ProviderReference reference) {
            super.reference(reference);
            visitor.providerReference(reference);
        }

        @Override
        public void item(Item item) {
            visitor.item(item);
        }

        @Override
        public void containedCode(ContainedCode code) {
            visitor.containedCode(code);
        }

        @Override
        public void allowedAmount(AllowedAmount amount) {
            visitor.allowedAmount(amount);
        }

        @Override
        public void indexEntry(IndexEntry entry) {
            visitor.indexEntry(entry);
        }

        @Override
        public void drugPrice(DrugPrice price) {
            visitor.drugPrice(price);
        }

        @Override
        public void reject(Reject reject) {
            visitor.reject(reject);
        }

        @Override
        public void finding(Finding finding) {
            visitor.finding(finding);
        }
    }

    /** Hands everything on to a visitor. */
    private final class Pushes extends Others {
        Pushes(MrfVisitor visitor) {
            super(visitor);
        }

        @Override
        public void prices(PriceBatch batch) {
            for (int i = 0; i < batch.size(); i++) {
                visitor.price(batch.price(i));
            }
        }
    }

    /** Holds the batch that was handed over last, for a cursor. */
    final class Batches extends Others {
        private @Nullable PriceBatch ready;

        Batches(MrfVisitor others) {
            super(others);
        }

        @Override
        public void prices(PriceBatch batch) {
            ready = batch;
        }

        /** The next batch, valid until this is called again; {@code null} at the end. */
        @Nullable
        PriceBatch next() {
            ready = null;
            boolean more = true;
            while (ready == null && more) {
                more = step();
            }
            if (ready == null) {
                throwFailure();
            }
            return ready;
        }
    }
}
