package io.github.tic4j.payer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a record: kept, as it is or changed, or dropped for a reason.
 *
 * @param record the record to use; {@code null} if it is dropped
 * @param reason why it is dropped, as a stable id such as {@code test-row}; {@code null} if it is kept
 * @param <T> the kind of record
 */
public record Adapted<T>(@Nullable T record, @Nullable String reason) {

    /** Checks that it is either kept or dropped. */
    public Adapted {
        if ((record == null) == (reason == null)) {
            throw new IllegalArgumentException("A record is either kept or dropped for a reason");
        }
    }

    /** What becomes of it after one more step, if it is still there. */
    public Adapted<T> then(Function<? super T, Adapted<T>> next) {
        return record == null ? this : next.apply(record);
    }

    /** A record to use. */
    public static <T> Adapted<T> keep(T record) {
        return new Adapted<>(record, null);
    }

    /** A record to drop. */
    public static <T> Adapted<T> drop(String reason) {
        return new Adapted<>(null, reason);
    }
}
