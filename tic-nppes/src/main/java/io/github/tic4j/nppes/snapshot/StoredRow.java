package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.EntityType;
import io.github.tic4j.nppes.ProviderStatus;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The values of a stored {@link HotRow}. They are fetched as four words at once and without a branch on what they hold, so that
 * a processor that waits for them can meanwhile begin with the row after.
 */
final class StoredRow {

    private static final @Nullable EntityType[] ENTITIES = {null, EntityType.INDIVIDUAL, EntityType.ORGANIZATION, null};
    private static final @Nullable Boolean[] ANSWERS = {null, true, false, null};

    private long first;
    private long second;
    private long third;
    private long fourth;

    /** Fetches the row at a position. */
    void read(ByteBuffer rows, int row) {
        first = rows.getLong(row);
        second = rows.getLong(row + 8);
        third = rows.getLong(row + 16);
        fourth = rows.getLong(row + 24);
    }

    /** Where the full record starts. */
    long offset() {
        return first & 0xFF_FFFF_FFFFL;
    }

    /** The kind of holder; {@code null} where it is blank. */
    @Nullable
    EntityType entity() {
        return ENTITIES[flags() & 3];
    }

    ProviderStatus status() {
        return HotRow.STATUSES.get(flags() >>> 2 & 3);
    }

    @Nullable
    Boolean sole() {
        return ANSWERS[flags() >>> 4 & 3];
    }

    @Nullable
    Boolean subpart() {
        return ANSWERS[flags() >>> 6 & 3];
    }

    int taxonomy() {
        return (int) (first >>> 48);
    }

    /** The first five digits of the postal code, or -1. */
    int zip5() {
        return (int) second - 1;
    }

    int city() {
        return (int) (second >>> 32) & 0xFFFFFF;
    }

    int sex() {
        return (int) (second >>> 56);
    }

    int state() {
        return (int) third & 0xFFFF;
    }

    // Dates are days since 1970; 0 for none.

    int enumerated() {
        return (int) (third >>> 16) & 0xFFFF;
    }

    int updated() {
        return (int) (third >>> 32) & 0xFFFF;
    }

    int deactivated() {
        return (int) (third >>> 48);
    }

    int reactivated() {
        return (int) fourth & 0xFFFF;
    }

    int certified() {
        return (int) (fourth >>> 16) & 0xFFFF;
    }

    int id() {
        return (int) (fourth >>> 32) - 1;
    }

    static @Nullable LocalDate localDate(int day) {
        return day == 0 ? null : LocalDate.ofEpochDay(day);
    }

    private int flags() {
        return (int) (first >>> 40) & 0xFF;
    }
}
