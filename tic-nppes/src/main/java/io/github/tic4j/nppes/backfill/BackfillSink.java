package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Provider;
import java.io.IOException;

/** Takes the results of a backfill, in the order of the NPIs, from one thread. */
public interface BackfillSink {

    /** A provider that was found; deactivated ones too. */
    void provider(Provider provider) throws IOException;

    /** An NPI without a provider: invalid, not found or failed. */
    void failed(FailedNpi failure) throws IOException;

    /**
     * An NPI without a provider.
     *
     * @param npi the text as it was read
     * @param state how the lookup ended
     * @param reason why, in words
     */
    record FailedNpi(String npi, LookupState state, String reason) {}
}
