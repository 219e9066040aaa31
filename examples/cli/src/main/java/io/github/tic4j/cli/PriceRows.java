package io.github.tic4j.cli;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes prices as rows. What was not finished when it is closed is thrown away, unless it went to standard output. */
interface PriceRows extends Closeable {

    /**
     * Writes a price.
     *
     * @param price the price
     * @param resolved the groups that its rate is for, or {@code null} if they were not asked for
     */
    void write(Price price, @Nullable List<ProviderGroup> resolved) throws IOException;

    /** Writes a row of an allowed-amounts file. */
    void write(AllowedAmount amount) throws IOException;

    /** Completes the rows and puts them in their place. */
    void finish() throws IOException;
}
