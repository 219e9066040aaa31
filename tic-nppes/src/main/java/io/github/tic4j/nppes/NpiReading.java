package io.github.tic4j.nppes;

import org.jspecify.annotations.Nullable;

/**
 * What a text turned out to be: an NPI, or not one and why. Exactly one of the two is there.
 *
 * @param npi the NPI, or {@code null} where there is a fault
 * @param fault the fault, or {@code null} where there is an NPI
 */
public record NpiReading(@Nullable Npi npi, @Nullable NpiFault fault) {

    /** Checks that one of the two is there. */
    public NpiReading {
        if ((npi == null) == (fault == null)) {
            throw new IllegalArgumentException("A reading has either an NPI or a fault");
        }
    }

    /** Whether the text is an NPI. */
    public boolean isValid() {
        return npi != null;
    }
}
