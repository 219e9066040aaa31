package io.github.tic4j.claims.alert;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a provider was excluded from federal programmes, as the LEIE of the OIG lists it.
 *
 * @param npi the provider
 * @param start the first day
 * @param reinstated the day from which the provider may bill again, or null
 * @param waiverStates states that waived the exclusion
 */
public record Exclusion(
        String npi, LocalDate start, @Nullable LocalDate reinstated, Set<String> waiverStates) {

    /** Copies the set. */
    public Exclusion {
        waiverStates = Set.copyOf(waiverStates);
    }

    /** Whether the provider is excluded on a day in a state; a state that is not known waives nothing. */
    public boolean holds(LocalDate day, @Nullable String state) {
        return !day.isBefore(start)
                && (reinstated == null || day.isBefore(reinstated))
                && (state == null || !waiverStates.contains(state));
    }
}
