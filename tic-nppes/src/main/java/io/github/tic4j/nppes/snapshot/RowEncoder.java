package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.NpiFault;
import io.github.tic4j.nppes.internal.CsvCursor;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one CSV member into their stored form. What it shows is that of the last row. */
final class RowEncoder {

    /** Answers of the primary switch by falling rank; whatever else is there ranks as unanswered. */
    private static final int YES = 0;

    private static final int UNANSWERED = 1;
    private static final int NO = 2;
    private static final int NPI_LENGTH = 10;

    private final Columns columns;
    private final Words words;
    private final FieldBuffer record = new FieldBuffer();
    private final HotRow hot = new HotRow();
    private final int[] taxonomies;
    private final int[] answers;
    private long npi;
    private long unreadableDates;
    private long latestUpdate;

    RowEncoder(Columns columns, Words words) {
        this.columns = columns;
        this.words = words;
        taxonomies = new int[columns.slots() + 1];
        answers = new int[columns.slots() + 1];
    }

    /** Encodes the row under the cursor; what is wrong with its NPI, or {@code null} if it is fine. */
    @Nullable
    NpiFault encode(CsvCursor row) {
        record.clear();
        hot.clear();
        npi = 0;
        NpiFault fault = NpiFault.ABSENT;
        int lastSlot = 0;
        byte[] bytes = row.bytes();
        for (int i = 0; i < row.filled(); i++) {
            Columns.Column column = columns.at(row.column(i));
            if (column == null) {
                continue;
            }
            Field field = column.field();
            int slot = column.slot();
            int from = row.start(i);
            int to = row.end(i);
            switch (field.kind()) {
                case NPI -> fault = npi(bytes, from, to);
                case TEXT -> text(field, slot, bytes, from, to);
                case CITY, STATE -> word(field, slot, bytes, from, to);
                case TAXONOMY -> {
                    lastSlot = reach(slot, lastSlot);
                    taxonomy(field, slot, bytes, from, to);
                }
                case PRIMARY -> {
                    lastSlot = reach(slot, lastSlot);
                    answers[slot] = bytes[from] == 'Y' ? YES : bytes[from] == 'N' ? NO : UNANSWERED;
                    record.putBytes(field, slot, bytes, from, to);
                }
                case DATE -> date(field, bytes, from, to);
                case ENTITY_TYPE -> hot.entity(bytes[from]);
                case SEX -> hot.sex(bytes[from]);
                case SOLE_PROPRIETOR -> hot.sole(bytes[from]);
                case SUBPART -> hot.subpart(bytes[from]);
            }
        }
        hot.taxonomy(primary(lastSlot));
        return fault;
    }

    /** The row's NPI. */
    long npi() {
        return npi;
    }

    /** The row's full record. */
    FieldBuffer record() {
        return record;
    }

    /** The row's fixed part. */
    HotRow hot() {
        return hot;
    }

    /** How many dates of all rows could not be read; they are kept as text. */
    long unreadableDates() {
        return unreadableDates;
    }

    /** The latest update of all rows, in days since 1970; 0 if there is none. */
    long latestUpdate() {
        return latestUpdate;
    }

    private @Nullable NpiFault npi(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return NpiFault.NOT_DIGITS;
            }
            number = 10 * number + bytes[i] - '0';
        }
        npi = number;
        return to - from == NPI_LENGTH ? Npi.fault(number) : NpiFault.WRONG_LENGTH;
    }

    private void text(Field field, int slot, byte[] bytes, int from, int to) {
        if (field == Field.PRACTICE_POSTAL) {
            hot.postal(bytes, from, to);
        }
        record.putBytes(field, slot, bytes, from, to);
    }

    private void word(Field field, int slot, byte[] bytes, int from, int to) {
        int number = words.number(field.kind(), bytes, from, to);
        if (field == Field.PRACTICE_CITY) {
            hot.city(number);
        } else if (field == Field.PRACTICE_STATE) {
            hot.state(number);
        }
        record.putWord(field, slot, number, bytes, from, to);
    }

    private void taxonomy(Field field, int slot, byte[] bytes, int from, int to) {
        int number = words.number(field.kind(), bytes, from, to);
        taxonomies[slot] = number == Dictionary.NONE ? HotRow.INLINE_16 : number;
        record.putWord(field, slot, number, bytes, from, to);
    }

    private void date(Field field, byte[] bytes, int from, int to) {
        long day = Dates.epochDay(bytes, from, to);
        if (!hot.date(field, day)) {
            unreadableDates++;
            record.putBytes(field, 0, bytes, from, to);
            if (field == Field.DEACTIVATED) {
                hot.deactivatedSometime();
            }
        } else if (field == Field.UPDATED) {
            latestUpdate = Math.max(latestUpdate, day);
        }
    }

    /** Clears the slots up to one that is used for the first time in this row. */
    private int reach(int slot, int lastSlot) {
        for (int i = lastSlot + 1; i <= slot; i++) {
            taxonomies[i] = 0;
            answers[i] = NO;
        }
        return Math.max(slot, lastSlot);
    }

    /** The first taxonomy of the best rank, in the order of slot numbers; 0 if there is none. */
    private int primary(int lastSlot) {
        int best = 0;
        for (int slot = 1; slot <= lastSlot; slot++) {
            if (taxonomies[slot] != 0 && (best == 0 || answers[slot] < answers[best])) {
                best = slot;
            }
        }
        return best == 0 ? 0 : taxonomies[best];
    }
}
