package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One list of objects that waits until the object around it has ended. */
final class Deferred {

    private final Scan scan;
    private final ByteScanner replay;
    private @Nullable Spool spool;
    private String name = "";
    private long offset;

    Deferred(Scan scan, ByteScanner replay) {
        this.scan = scan;
        this.replay = replay;
    }

    /** Reads one element; the scanner stands at its opening brace. */
    interface Element {
        void read(ByteScanner scanner) throws IOException;
    }

    /** Takes the list aside. A second one under the same key is read at once behind the first. */
    void capture(ByteScanner scanner, String key) throws IOException {
        Spool old = spool;
        if (old != null) {
            old.close();
            throw scan.context.malformed(
                    "Cannot read on: the list " + key + " stands twice in one object", scanner.offset());
        }
        Spool fresh = scan.newSpool();
        spool = fresh;
        name = key;
        scanner.peekInside();
        offset = scanner.offset();
        scanner.beginCapture(fresh);
        scanner.skip();
        scanner.endCapture();
    }

    boolean isEmpty() {
        return spool == null;
    }

    /** Forgets the list; whether there was one. */
    boolean drop() throws IOException {
        Spool old = spool;
        if (old == null) {
            return false;
        }
        spool = null;
        old.close();
        return true;
    }

    /** Reads the list, an element at a time. */
    void replay(Element element) throws IOException {
        Spool held = spool;
        if (held == null) {
            return;
        }
        spool = null;
        try (held) {
            scan.counts.spilledSpools += held.isSpilled() ? 1 : 0;
            replay.restart(held.read(), offset);
            scan.context.enter(name);
            readList(element);
            scan.context.leave();
        }
    }

    private void readList(Element element) throws IOException {
        int b = replay.peekInside();
        if (b == '{') {
            scan.context.lenient(Leniency.VALUE_FOR_ARRAY, replay.offset(), null);
            element.read(replay);
            return;
        }
        if (b != '[') {
            scan.groups.noArray(replay);
            return;
        }
        replay.pos++;
        long index = 0;
        for (boolean first = true; replay.more(']', first); first = false) {
            scan.context.at(index++);
            if (replay.peekInside() == '{') {
                element.read(replay);
            } else {
                scan.context.lenient(Leniency.VALUE_FOR_OBJECT, replay.offset(), null);
                replay.skip();
            }
        }
    }
}
