package io.github.tic4j.claims.x12;

import com.imsweb.x12.Segment;
import com.imsweb.x12.reader.X12Reader;
import io.github.tic4j.claims.read.Lineage;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.UnreadableInputException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the loops of a transaction. The parser behind it says which segment belongs to which loop; the segments themselves stay
 * ours, with their places, and each must come back from the parser in its turn: it leaves out what it cannot place, which is an
 * error here.
 */
final class LoopParser {

    /** Delimiters that stand in no text, and that the parser does not take for space. */
    private static final String ELEMENT = "\u0080";

    private static final String COMPONENT = "\u0081";
    private static final String TERMINATOR = "\u0082";

    /** An envelope to the parser's liking. */
    private static final String INTERCHANGE = String.join(
                    ELEMENT,
                    "ISA",
                    "00",
                    " ".repeat(10),
                    "00",
                    " ".repeat(10),
                    "ZZ",
                    " ".repeat(15),
                    "ZZ",
                    " ".repeat(15))
            + String.join(ELEMENT, "", "260101", "0000", "^", "00501", "000000001", "0", "P", COMPONENT);
    /** What the parser also says of segments that the guide allows once for each of several meanings, such as HI. */
    private static final String MISCOUNT = "appears too many times";

    private static final Set<String> ENVELOPE = Set.of("ISA", "GS", "SE", "GE", "IEA");

    private final Transaction transaction;
    private final Consumer<Refusal> refusals;

    LoopParser(Transaction transaction, Consumer<Refusal> refusals) {
        this.transaction = transaction;
        this.refusals = refusals;
    }

    /** The outermost loop. */
    Loop parse() {
        X12Reader reader = read();
        Iterator<X12Segment> ours = transaction.segments().iterator();
        Loop root = new Loop("");
        for (com.imsweb.x12.Loop loop : reader.getLoops()) {
            root.add(take(loop, ours, reader.getFatalErrors()));
        }
        X12Segment left = ours.next();
        if (!left.id().equals("SE")) {
            throw unplaced(left, reader.getFatalErrors());
        }
        if (transaction.guide().isDefined()) {
            Lineage lineage =
                    new Lineage(transaction.source(), transaction.start().number());
            new LinkedHashSet<>(reader.getErrors())
                    .stream()
                            .filter(error -> !error.endsWith(MISCOUNT))
                            .forEach(error -> refusals.accept(new Refusal(lineage, "structure", "", error)));
        }
        return root;
    }

    private Loop take(com.imsweb.x12.Loop theirs, Iterator<X12Segment> ours, List<String> faults) {
        Loop loop = new Loop(theirs.getId());
        for (Segment segment : theirs.getSegments()) {
            if (!ENVELOPE.contains(segment.getId())) {
                X12Segment next = ours.next();
                if (!next.id().equals(segment.getId())) {
                    throw unplaced(next, faults);
                }
                loop.add(next);
            }
        }
        for (com.imsweb.x12.Loop below : theirs.getLoops()) {
            loop.add(take(below, ours, faults));
        }
        return loop;
    }

    private X12Reader read() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The parser looks for its definitions there and nowhere else.
        thread.setContextClassLoader(X12Reader.class.getClassLoader());
        try {
            return new X12Reader(transaction.guide().definition(), new StringReader(text()));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableInputException(
                    transaction.source(),
                    transaction.start().number(),
                    transaction.start() + ": the transaction does not have the structure of its guide");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The transaction as the parser wants it. */
    private String text() {
        String version = transaction.guide().definitionVersion();
        String code = transaction.guide().transaction().equals("835") ? "HP" : "HC";
        StringBuilder text = new StringBuilder(INTERCHANGE).append(TERMINATOR);
        append(text, List.of("GS", code, "S", "R", "20260101", "0000", "1", "X", version));
        append(text, List.of("ST", transaction.guide().transaction(), "1", version));
        for (X12Segment segment : transaction.segments()) {
            if (!segment.id().equals("ST") && !segment.id().equals("SE")) {
                append(
                        text,
                        segment.elements().stream()
                                .map(element -> element.replace(String.valueOf(segment.component()), COMPONENT))
                                .toList());
            }
        }
        append(text, List.of("SE", Integer.toString(transaction.segments().size()), "1"));
        append(text, List.of("GE", "1", "1"));
        append(text, List.of("IEA", "1", "000000001"));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> elements) {
        text.append(String.join(ELEMENT, elements)).append(TERMINATOR);
    }

    private UnreadableInputException unplaced(X12Segment segment, List<String> reasons) {
        String reason = segment + ": the segment does not belong where it stands";
        return new UnreadableInputException(
                transaction.source(),
                segment.number(),
                reasons.isEmpty() ? reason : reason + " (" + String.join("; ", reasons) + ")");
    }
}
