package io.github.tic4j.claims.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quarterly edits of the National Correct Coding Initiative, loaded by the host. What a host does not load stays at its
 * default and the rule that needs it finds nothing.
 */
public interface NcciTables {

    /** The procedure-to-procedure edits that name these two codes in this order. */
    default List<PairEdit> pairEdits(String column1, String column2) {
        return List.of();
    }

    /** The medically unlikely edit of a code on a day. */
    default Optional<UnitLimit> unitLimit(String code, LocalDate date) {
        return Optional.empty();
    }

    /** The primary codes of which an add-on code needs one; empty if the code is no add-on code. */
    default Set<String> primariesOf(String addOnCode) {
        return Set.of();
    }

    /**
     * One procedure-to-procedure edit: column 2 is not paid beside column 1.
     *
     * @param column1 the code that is paid
     * @param column2 the code that is not
     * @param effective first day
     * @param deleted last day, or null while it is in force
     * @param indicator 0 never lifted, 1 lifted by a modifier, 9 not in force
     */
    record PairEdit(
            String column1,
            String column2,
            LocalDate effective,
            @Nullable LocalDate deleted,
            int indicator) {

        /** Whether it is in force on that day. */
        public boolean isActiveOn(LocalDate day) {
            return indicator != 9 && !day.isBefore(effective) && (deleted == null || !day.isAfter(deleted));
        }
    }

    /**
     * The most units of a code that are likely.
     *
     * @param units the limit
     * @param perLine whether it binds each line (indicator 1) instead of the day of service (2 and 3)
     */
    record UnitLimit(int units, boolean perLine) {}
}
