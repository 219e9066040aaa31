package io.github.tic4j.parquet;

import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks through two sorted sequences of prices side by side and writes down where they differ. */
final class PriceMatcher {

    private final RowCodec codec;
    private final TableWriter writer;
    private long unchanged;
    private long added;
    private long removed;
    private long changed;

    PriceMatcher(RowCodec codec, TableWriter writer) {
        this.codec = codec;
        this.writer = writer;
    }

    Comparison.Changes match(RowSorter.Merge before, RowSorter.Merge after, Path file) throws IOException {
        Side old = new Side(before);
        Side young = new Side(after);
        while (old.head != null || young.head != null) {
            SortedRow first = lesser(old.head, young.head);
            pair(old.take(first), young.take(first));
        }
        return new Comparison.Changes(file, unchanged, added, removed, changed);
    }

    /** The row of the two that has the lower key; either has it if the keys are equal. */
    private static SortedRow lesser(@Nullable SortedRow one, @Nullable SortedRow other) {
        if (one == null || other == null) {
            return Objects.requireNonNull(one == null ? other : one);
        }
        int order = Arrays.compareUnsigned(one.bytes(), 0, one.keyLength(), other.bytes(), 0, other.keyLength());
        return order <= 0 ? one : other;
    }

    /** Pairs the prices of one key: equal ones, then the others in their order; what is left over came or went. */
    private void pair(Set<SortedRow> before, Set<SortedRow> after) throws IOException {
        Set<SortedRow> equal = new TreeSet<>(before);
        equal.retainAll(after);
        unchanged += equal.size();
        before.removeAll(equal);
        after.removeAll(equal);
        Iterator<SortedRow> old = before.iterator();
        Iterator<SortedRow> young = after.iterator();
        while (old.hasNext() || young.hasNext()) {
            write(old.hasNext() ? codec.decode(old.next()) : null, young.hasNext() ? codec.decode(young.next()) : null);
        }
    }

    private void write(@Nullable Row before, @Nullable Row after) throws IOException {
        Row change = new Row(DerivedTables.RATE_CHANGES);
        if (before != null) {
            copy(before, change, "rate_before");
        }
        if (after != null) {
            copy(after, change, "rate_after");
        }
        if (before == null) {
            added++;
            change.set("change", "added");
        } else if (after == null) {
            removed++;
            change.set("change", "removed");
        } else {
            changed++;
            change.set("change", "changed");
            setDifference(change);
        }
        writer.write(change);
    }

    private static void copy(Row price, Row change, String rate) {
        TableSchema schema = price.schema();
        for (String column : schema.key()) {
            change.set(column, price.value(column));
        }
        change.set(rate, price.value("negotiated_rate"));
        change.set(rate + TableSchema.COMPANION_SUFFIX, price.value("negotiated_rate" + TableSchema.COMPANION_SUFFIX));
    }

    private static void setDifference(Row change) {
        if (change.value("rate_before") instanceof BigDecimal before
                && change.value("rate_after") instanceof BigDecimal after) {
            BigDecimal difference = after.subtract(before);
            setIfItFits(change, "difference", difference);
            if (before.signum() != 0) {
                setIfItFits(
                        change,
                        "relative_difference",
                        difference.divide(before, Decimals.SCALE, RoundingMode.HALF_EVEN));
            }
        }
    }

    /** A price of 18 decimals may grow to one of 19 digits: the prices tell that, no figure has to. */
    private static void setIfItFits(Row change, String column, BigDecimal figure) {
        if (Decimals.fits(figure)) {
            change.set(column, figure);
        }
    }

    /** One of the sequences, each distinct price once. */
    private static final class Side {

        private final RowSorter.Merge rows;
        private @Nullable SortedRow head;

        Side(RowSorter.Merge rows) throws IOException {
            this.rows = rows;
            this.head = rows.next();
        }

        /** Takes all rows that have the key of this one. */
        Set<SortedRow> take(SortedRow key) throws IOException {
            Set<SortedRow> taken = new TreeSet<>();
            SortedRow row = head;
            while (row != null && row.hasKeyOf(key)) {
                taken.add(row);
                row = rows.next();
            }
            head = row;
            return taken;
        }
    }
}
