package io.github.tic4j.claims.read;

import io.github.tic4j.claims.read.InputFiles.InputFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The claims of JSON files, one object after the other, each as a row. A file holds objects one behind the other (JSON
 * lines), an array of them, or batches: objects whose member {@code claims} is an array, which is walked, not loaded. At
 * the end of a batch its stated totals are held against what was in it.
 */
final class JsonRows extends Batches<SourceRow> {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private final Iterator<InputFile> rest;
    private final Consumer<Refusal> refusals;
    private String source = "";
    private @Nullable JsonReader json;
    private @Nullable Batch batch;
    private boolean inArray;

    JsonRows(List<InputFile> files, Consumer<Refusal> refusals) {
        this.rest = files.iterator();
        this.refusals = refusals;
    }

    @Override
    @Nullable
    Iterator<SourceRow> nextBatch() throws IOException {
        JsonReader open = json;
        if (open == null) {
            return openNext() ? Collections.emptyIterator() : null;
        }
        Batch running = batch;
        if (running != null) {
            if (open.hasElement()) {
                return running.claim(object(open));
            }
            batch = null;
            return members(open, running);
        }
        if (inArray && !open.hasElement()) {
            inArray = false;
        }
        return switch (open.peek()) {
            case -1 -> atEnd(open);
            case '[' -> beginArray(open);
            case '{' -> {
                Batch top = new Batch(open.line());
                open.beginCopy();
                open.beginObject();
                yield members(open, top);
            }
            default -> throw open.fault("expected an object or an array of objects, was '" + (char) open.peek() + "'");
        };
    }

    @Override
    public void close() throws IOException {
        JsonReader open = json;
        json = null;
        inArray = false;
        if (open != null) {
            open.close();
        }
    }

    private Iterator<SourceRow> atEnd(JsonReader open) throws IOException {
        if (inArray) {
            throw open.fault("the JSON ends early: it is cut off");
        }
        close();
        return Collections.emptyIterator();
    }

    private Iterator<SourceRow> beginArray(JsonReader open) {
        if (inArray) {
            throw open.fault("expected an object, was '['");
        }
        open.beginArray();
        inArray = true;
        return Collections.emptyIterator();
    }

    private boolean openNext() throws IOException {
        if (!rest.hasNext()) {
            return false;
        }
        InputFile file = rest.next();
        source = file.name();
        json = new JsonReader(file.open(), source);
        return true;
    }

    /** Reads the members of an object up to its end, or up to the claims of a batch. */
    private Iterator<SourceRow> members(JsonReader open, Batch object) {
        for (String name = open.nextName(); name != null; name = open.nextName()) {
            if (name.equals("claims") && open.peek() == '[') {
                open.endCopy();
                open.beginArray();
                object.isBatch = true;
                batch = object;
                return Collections.emptyIterator();
            }
            if (object.members.put(name, open.value()) != null) {
                throw open.fault("the name '" + name + "' stands twice in one object");
            }
        }
        if (object.isBatch) {
            object.check();
            return Collections.emptyIterator();
        }
        return List.of(JsonRecord.flatten(object.members, source, object.line, open.endCopy()))
                .iterator();
    }

    private SourceRow object(JsonReader open) {
        if (open.peek() != '{') {
            throw open.fault("expected an object, was '" + (char) open.peek() + "'");
        }
        long line = open.line();
        open.beginCopy();
        return JsonRecord.flatten(open.object(), source, line, open.endCopy());
    }

    /** A top-level object while it is read. */
    private final class Batch {

        private final long line;
        private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
        private boolean isBatch;
        private int claims;
        private BigDecimal billed = BigDecimal.ZERO;

        Batch(long line) {
            this.line = line;
        }

        Iterator<SourceRow> claim(SourceRow row) {
            claims++;
            Fields fields = Fields.of(List.of(row), refusal -> {});
            BigDecimal amount = fields.amount("", JsonClaims.column(row, "total_billed_amount", "total_billed"));
            billed = amount == null ? billed : billed.add(amount);
            return List.of(row).iterator();
        }

        void check() {
            Object stated = members.get("total_claims");
            if (stated instanceof BigDecimal number && number.compareTo(BigDecimal.valueOf(claims)) != 0) {
                refuse("total_claims", number, "the batch holds " + claims + " claims");
            }
            Object amount = members.get("total_billed_amount");
            if (amount instanceof BigDecimal number
                    && number.subtract(billed).abs().compareTo(TOLERANCE) > 0) {
                refuse("total_billed_amount", number, "its claims were billed " + billed.toPlainString());
            }
        }

        private void refuse(String name, BigDecimal stated, String reason) {
            refusals.accept(new Refusal(new Lineage(source, line), name, stated.toPlainString(), reason));
        }
    }
}
