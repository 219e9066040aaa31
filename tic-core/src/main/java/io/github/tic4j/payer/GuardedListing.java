package io.github.tic4j.payer;

import io.github.tic4j.mrf.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A listing whose failures name the handler.
 *
 * @param listing the handler's listing
 * @param payer the payer
 * @param index the index, without secrets
 */
record GuardedListing(FileListing listing, Payer payer, String index) implements FileListing {

    @Override
    public boolean hasNext() {
        return payer.guarded(index, listing::hasNext);
    }

    @Override
    public ListedFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The index lists no further file");
        }
        return payer.guarded(index, listing::next);
    }

    @Override
    public List<Finding> findings() {
        return payer.guarded(index, listing::findings);
    }

    @Override
    public Map<String, Long> findingCounts() {
        return payer.guarded(index, listing::findingCounts);
    }

    @Override
    public void close() throws IOException {
        payer.guarded(index, () -> {
            listing.close();
            return index;
        });
    }
}
