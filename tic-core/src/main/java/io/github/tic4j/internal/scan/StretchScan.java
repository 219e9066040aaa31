package io.github.tic4j.internal.scan;

import io.github.tic4j.source.ContentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** The scan of a thread that reads items ahead. What it learns of the document serves for one stretch after another. */
final class StretchScan {

    /** How much further than to the end of the next stretch an item may reach. */
    private static final int LONG_ITEM = 1 << 16;

    private final PlainBytes document;
    private final Separator separator;
    private final Scan scan;
    private final ByteScanner scanner;
    private final InNetworkSection section;
    private final Recorder recorder;
    private @Nullable Stretch current;

    /**
     * Whether something was read that is not what it was taken for. What was learnt from it must not be used, so neither
     * must anything that was read since.
     */
    private volatile boolean spoilt;

    /** A scan that has learnt nothing, to read as the main scan does. */
    StretchScan(
            PlainBytes document, Separator separator, Scan main, RateChoice choice, BlockingQueue<PriceBatch> spare) {
        this.document = document;
        this.separator = separator;
        this.recorder = new Recorder(spare, new ScanEvents() {});
        recorder.keepFor(tape -> Objects.requireNonNull(current).tapes.add(tape));
        this.scan = new Scan(main.plan, recorder, main.context.source);
        this.scanner = new ByteScanner(
                InputStream.nullInputStream(), 0, scan.context, scan.plan.isStrict(), scan.plan.limits());
        this.section = InNetworkSection.withinItems(scan, scanner, choice);
    }

    void spoil() {
        spoilt = true;
    }

    boolean isSpoilt() {
        return spoilt;
    }

    /**
     * Reads the items that begin in a stretch before {@code until}.
     *
     * @return false if that failed; only the places in the stretch are of use then, and this scan no longer is
     */
    boolean read(Stretch stretch, long until) {
        current = stretch;
        stretch.tapes.clear();
        try {
            return !find(stretch) || readItems(stretch, until);
        } catch (ContentException | IOException broken) {
            // Whether the document is at fault shows when the items are read in their turn.
            return false;
        }
    }

    /** Frees what a read that failed has left. */
    void close() throws IOException {
        section.abandon();
    }

    private boolean find(Stretch stretch) throws IOException {
        int lead = stretch.startKnown ? 0 : separator.lead;
        long most = 2 * stretch.to - stretch.from + LONG_ITEM;
        scanner.restart(BytesFrom.upTo(document, stretch.from - lead, most, stretch::isDropped), stretch.from - lead);
        boolean found = stretch.startKnown || separator.find(scanner, stretch.to);
        stretch.start = scanner.offset();
        stretch.end = stretch.start;
        return found;
    }

    private boolean readItems(Stretch stretch, long until) throws IOException {
        long items = 0;
        section.restart();
        while (items == 0 || (stretch.end + separator.gap() < until && anotherComes())) {
            if (!section.readItem()) {
                return false;
            }
            items++;
            stretch.end = scanner.offset();
        }
        section.handOver();
        recorder.flush();
        scan.counts.moveTo(stretch.counts);
        stretch.schema2 = scan.schema2;
        stretch.items = items;
        stretch.by = this;
        return true;
    }

    private boolean anotherComes() throws IOException {
        int b = scanner.peek();
        return b >= 0 && b != ']';
    }
}
