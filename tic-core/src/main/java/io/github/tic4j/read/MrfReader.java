package io.github.tic4j.read;

import io.github.tic4j.internal.scan.GroupUse;
import io.github.tic4j.internal.scan.PriceBatch;
import io.github.tic4j.internal.scan.ScanEvents;
import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.DrugPrice;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
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
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
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

    private final ReadOptions options;
    private final PumpAhead pump;
    private final Providers providers;
    private final List<FileReport> ended = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private boolean started;

    private MrfReader(ReadOptions options, PumpAhead pump) {
        this.options = options;
        this.pump = pump;
        this.providers = new Providers(options);
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
        return open(source, options, Ahead.ofThisMachine());
    }

    /** Opens a source that is read ahead as given, if it may be. */
    static MrfReader open(Source source, ReadOptions options, Ahead ahead) throws IOException {
        return new MrfReader(options, new PumpAhead(new DocumentPump(source, options, ahead), options, ahead));
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
        start(GroupUse.SKIP, new Listening() {
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
        start(GroupUse.SKIP, new Listening() {
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
        return providers.groups(rate);
    }

    /**
     * What the current document defines an id as, in its order: usually one reference, none for an id that it does not
     * define. Groups that were fetched from elsewhere are among them.
     *
     * @throws IllegalStateException if the options do not say {@link ReadOptions.Groups#RESOLVED}
     */
    public List<ProviderReference> references(String id) {
        requireResolved();
        return providers.references(id);
    }

    /** What was learnt about each document so far; complete when everything has been read. */
    public List<FileReport> reports() {
        FileReport running = pump.running();
        return running == null
                ? List.copyOf(ended)
                : Stream.concat(ended.stream(), Stream.of(running)).toList();
    }

    /** The account of all documents so far. */
    public Ledger ledger() {
        return reports().stream().map(FileReport::ledger).reduce(Ledger.EMPTY, Ledger::plus);
    }

    @Override
    public void close() throws IOException {
        try (providers) {
            pump.close();
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

    private void start(GroupUse groups, ScanEvents listener) {
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

    /** What every way in listens to. */
    private class Listening implements ScanEvents {
        @Override
        public void documentStart(String source) {
            providers.documentStart();
        }

        @Override
        public void documentEnd(FileReport report) {
            ended.add(providers.withFindings(report));
        }

        @Override
        public void reference(ProviderReference reference) {
            Finding odd = providers.add(reference);
            if (odd != null) {
                finding(odd);
            }
        }
    }

    /** Hands everything but prices on to a visitor. */
    private class Others extends Listening {
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
            super.documentEnd(report);
            visitor.documentEnd(ended.get(ended.size() - 1));
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
