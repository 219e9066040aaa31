package io.github.tic4j.nppes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether an NPI may be used. */
public enum ProviderStatus {
    /** In use, and never taken out of use. */
    ACTIVE,
    /** Out of use. NPPES shows nothing of such a provider but the date. */
    DEACTIVATED,
    /** Out of use once, in use again: as good as active. */
    REACTIVATED;

    /**
     * The status that two dates imply. A deactivation date alone does not make a provider deactivated: reactivated ones
     * keep it beside their reactivation date.
     */
    public static ProviderStatus of(@Nullable LocalDate deactivated, @Nullable LocalDate reactivated) {
        if (deactivated == null) {
            return reactivated == null ? ACTIVE : REACTIVATED;
        }
        return reactivated == null || reactivated.isBefore(deactivated) ? DEACTIVATED : REACTIVATED;
    }

    /** Whether the NPI may be used today. */
    public boolean isUsable() {
        return this != DEACTIVATED;
    }
}
