package io.github.tic4j.read;

import io.github.tic4j.internal.container.ContainerOptions;
import io.github.tic4j.internal.container.ContainerReader;
import io.github.tic4j.internal.container.Document;
import io.github.tic4j.internal.scan.DocumentScan;
import io.github.tic4j.internal.scan.GroupUse;
import io.github.tic4j.internal.scan.ScanEvents;
import io.github.tic4j.internal.scan.ScanPlan;
import io.github.tic4j.internal.scan.Split;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.PathSource;
import io.github.tic4j.source.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through the documents of a source, a step at a time. */
final class DocumentPump implements Closeable {

    private final Source source;
    private final ReadOptions options;
    private final int stretch;
    private final ContainerOptions containerOptions;
    private final ContainerReader containers;
    private final List<Closeable> opened = new ArrayList<>();
    private @Nullable ScanPlan plan;
    private ScanEvents listener = new ScanEvents() {};
    private @Nullable Document document;
    private @Nullable DocumentScan scan;
    private int documentIndex = -1;
    private int notesBefore;
    private boolean split;
    private boolean ended;

    /** Set as long as every document is something else: an archive may hold others beside ours. */
    private @Nullable ContentException foreign;

    private boolean anyOurs;

    DocumentPump(Source source, ReadOptions options, Ahead ahead) throws IOException {
        this.stretch = ahead.stretch();
        this.source = source;
        this.options = options;
        this.containerOptions =
                ContainerOptions.of(options.strictness(), options.spoolFolder()).withThreads(options.threads());
        this.containers = ContainerReader.open(source, containerOptions);
    }

    /** Says what to do with groups and who listens; to be called once, before the first step. */
    void start(GroupUse groups, ScanEvents to) {
        listener = to;
        plan = new ScanPlan(
                options.strictness(),
                options.skipping(),
                options.filter(),
                options.limits(),
                options.keyAliases(),
                groups,
                options.spoolFolder());
    }

    /** Reads on; false at the end of the source. */
    boolean step() throws IOException {
        if (ended) {
            return false;
        }
        DocumentScan current = scan;
        if (current == null) {
            return nextDocument();
        }
        boolean more;
        boolean whole = false;
        try {
            more = current.step();
            whole = true;
        } finally {
            if (!whole) {
                ended = true;
                endDocument(current);
            }
        }
        if (!more) {
            foreign = anyOurs ? null : current.foreign();
            anyOurs = foreign == null;
            endDocument(current);
        }
        return true;
    }

    private boolean nextDocument() throws IOException {
        closeOpened();
        Document next = containers.next();
        if (next == null) {
            ended = true;
            if (foreign != null) {
                throw foreign;
            }
            return false;
        }
        documentIndex++;
        document = next;
        notesBefore = next.notes().size();
        listener.documentStart(next.name());
        int index = documentIndex;
        DocumentScan.Opener again = source.isReopenable() ? () -> reopen(index) : null;
        DocumentScan fresh = new DocumentScan(
                next.name(), ahead(next.stream(), next.name()), again, Objects.requireNonNull(plan), listener);
        scan = fresh;
        split = splitItems(next, fresh);
        return true;
    }

    /** Whether the items of the current document are read on several threads. */
    boolean isSplit() {
        return split;
    }

    String name() {
        return source.name();
    }

    private boolean splitItems(Document of, DocumentScan by) throws IOException {
        if (options.threads() > 1
                && source instanceof PathSource file
                && of.plainStart().isPresent()) {
            PlainFile plain = new PlainFile(file.path(), of.plainStart().getAsLong());
            opened.add(plain);
            by.splitItems(new Split(plain, options.threads(), stretch));
            return true;
        }
        return false;
    }

    private InputStream reopen(int index) throws IOException {
        ContainerReader second = ContainerReader.open(source, containerOptions);
        opened.add(second);
        Document same = second.next();
        for (int i = 0; i < index && same != null; i++) {
            same = second.next();
        }
        if (same == null) {
            throw new IOException("The source changed while it was read: " + source.name());
        }
        return ahead(same.stream(), same.name());
    }

    private InputStream ahead(InputStream in, String name) {
        if (options.threads() < 2) {
            return in;
        }
        ReadAheadStream stream = new ReadAheadStream(in, name);
        opened.add(0, stream);
        return stream;
    }

    private void endDocument(DocumentScan finished) {
        Document of = document;
        if (of == null) {
            return;
        }
        FileReport report = withNotes(finished.report(of.chain()), of);
        scan = null;
        document = null;
        listener.documentEnd(report);
    }

    private FileReport withNotes(FileReport report, Document of) {
        Map<Leniency, Long> leniencies = new EnumMap<>(Leniency.class);
        leniencies.putAll(report.leniencies());
        int containerNotes = of.notes().size() - notesBefore;
        if (containerNotes > 0) {
            leniencies.put(Leniency.CONTAINER, (long) containerNotes);
        }
        return report.with(leniencies, report.findings());
    }

    /** What was learnt so far about the document that is being read, or {@code null} if there is none. */
    @Nullable
    FileReport running() {
        return scan == null || document == null ? null : scan.report(document.chain());
    }

    private void closeOpened() throws IOException {
        for (Closeable stream : opened) {
            stream.close();
        }
        opened.clear();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        try (containers) {
            if (scan != null) {
                scan.close();
            }
            closeOpened();
        }
    }
}
