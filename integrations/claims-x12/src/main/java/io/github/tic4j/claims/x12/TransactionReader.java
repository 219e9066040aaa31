package io.github.tic4j.claims.x12;

import io.github.tic4j.claims.read.Lineage;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.UnreadableInputException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the transactions out of their envelopes. An envelope that is not closed is an error, for something is missing; counts and
 * control numbers that do not agree are told. Memory is that of one transaction.
 */
final class TransactionReader implements Closeable {

    /** Some 70,000 claims; the guides allow 5,000 in one transaction. */
    private static final int MAX_SEGMENTS = 2_000_000;

    private final SegmentReader in;
    private final String source;
    private final Consumer<Refusal> refusals;
    private @Nullable X12Segment interchange;
    private @Nullable X12Segment group;
    private @Nullable X12Segment last;
    private int groups;
    private int transactions;

    TransactionReader(SegmentReader in, String source, Consumer<Refusal> refusals) {
        this.in = in;
        this.source = source;
        this.refusals = refusals;
    }

    /** The next transaction that can be read, or null at the end. */
    @Nullable
    Transaction next() throws IOException {
        for (X12Segment segment = in.next(); segment != null; segment = in.next()) {
            last = segment;
            switch (segment.id()) {
                case "ISA" -> beginInterchange(segment);
                case "GS" -> beginGroup(segment);
                case "ST" -> {
                    Transaction transaction = transaction(segment);
                    if (transaction != null) {
                        return transaction;
                    }
                }
                case "GE" -> group = closed(group, segment, "GS", 6, transactions);
                case "IEA" -> interchange = closed(interchange, segment, "ISA", 13, groups);
                case "TA1" -> {
                    // Acknowledges an earlier interchange.
                }
                default -> throw unreadable(segment, "the segment stands outside of any transaction");
            }
        }
        if (group != null || interchange != null) {
            throw unreadable(
                    Objects.requireNonNull(last),
                    "the input ends after it, before the " + (group != null ? "group (GE)" : "interchange (IEA)")
                            + " does");
        }
        return null;
    }

    private void beginInterchange(X12Segment segment) {
        if (interchange != null) {
            throw unreadable(segment, "an interchange begins before the last one has ended");
        }
        interchange = segment;
        groups = 0;
    }

    private void beginGroup(X12Segment segment) {
        if (group != null) {
            throw unreadable(segment, "a group begins before the last one has ended");
        }
        group = segment;
        groups++;
        transactions = 0;
    }

    private @Nullable Transaction transaction(X12Segment start) throws IOException {
        transactions++;
        List<X12Segment> segments = new ArrayList<>(List.of(start));
        X12Segment segment = start;
        while (!segment.id().equals("SE")) {
            X12Segment next = in.next();
            if (next == null) {
                throw unreadable(segment, "the input ends after it, before the transaction (SE) does");
            }
            segment = next;
            last = next;
            if (List.of("ISA", "IEA", "GS", "GE", "ST").contains(segment.id())) {
                throw unreadable(segment, "the transaction before it has not ended (SE)");
            }
            if (segments.size() == MAX_SEGMENTS) {
                throw unreadable(segment, "the transaction has more than " + MAX_SEGMENTS + " segments");
            }
            segments.add(segment);
        }
        check(segment, 1, Integer.toString(segments.size()));
        check(segment, 2, start.element(2));
        String version = start.element(3) != null || group == null ? start.element(3) : group.element(8);
        Optional<Guide> guide = Guide.of(start.element(1), version);
        if (guide.isEmpty()) {
            String what = start.element(1) + (version == null ? " without a version" : " of version " + version);
            refuse(start, "", "the transaction is skipped: " + what + " is not read");
            return null;
        }
        return new Transaction(source, guide.get(), segments);
    }

    /** Checks the end of an envelope against its beginning. */
    private @Nullable X12Segment closed(
            @Nullable X12Segment start, X12Segment end, String startId, int controlElement, int count) {
        if (start == null) {
            throw unreadable(end, "there is no " + startId + " before it");
        }
        check(end, 1, Integer.toString(count));
        check(end, 2, start.element(controlElement));
        return null;
    }

    private void check(X12Segment end, int index, @Nullable String expected) {
        String stated = end.element(index);
        boolean agrees = stated == null ? expected == null : isSame(stated, expected);
        if (!agrees) {
            refuse(
                    end,
                    end.id() + "0" + index,
                    "states another " + (index == 1 ? "count" : "control number") + " than found");
        }
    }

    /** Whether two numbers are the same but for leading noughts. */
    private static boolean isSame(String one, @Nullable String other) {
        return other != null && one.replaceFirst("^0+", "").equals(other.replaceFirst("^0+", ""));
    }

    private void refuse(X12Segment segment, String column, String reason) {
        refusals.accept(new Refusal(new Lineage(source, segment.number()), column, "", reason));
    }

    private UnreadableInputException unreadable(X12Segment segment, String reason) {
        return new UnreadableInputException(source, segment.number(), segment + ": " + reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
