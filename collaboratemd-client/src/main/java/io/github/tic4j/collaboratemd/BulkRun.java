package io.github.tic4j.collaboratemd;

import java.util.List;
import java.util.Map;

/**
 * One report run for many customers together. Where the service declined the combination, the customers it declined for
 * are left out and the others run, if need be in several parts.
 *
 * @param parts the accepted runs
 * @param excluded the customers that were left out, with the status that the service gave
 */
public record BulkRun(List<Part> parts, Map<CustomerNumber, ApiStatus> excluded) {

    /** Copies both. */
    public BulkRun {
        parts = List.copyOf(parts);
        excluded = Map.copyOf(excluded);
    }

    /**
     * One accepted run.
     *
     * @param identifier its identifier
     * @param customers whose rows its result holds
     */
    public record Part(RunIdentifier identifier, List<CustomerNumber> customers) {

        /** Copies the list. */
        public Part {
            customers = List.copyOf(customers);
        }
    }
}
