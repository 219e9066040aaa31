package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.mrf.Strictness;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scan is to do.
 *
 * @param strictness what it takes
 * @param skipping whether it counts what it does not want
 * @param filter what it wants
 * @param limits what it refuses
 * @param keyAliases further spellings of keys: lower-case spelling to CMS's key
 * @param groups what it does with provider references
 * @param ids when a reference means a group
 * @param spoolFolder where it spills, or {@code null} for the system's folder
 */
public record ScanPlan(
        Strictness strictness,
        Skipping skipping,
        PriceFilter filter,
        Limits limits,
        Map<String, String> keyAliases,
        GroupUse groups,
        IdRule ids,
        @Nullable Path spoolFolder) {

    /** Copies the map. */
    public ScanPlan {
        keyAliases = Map.copyOf(keyAliases);
    }

    boolean isStrict() {
        return strictness == Strictness.STRICT;
    }

    boolean deliversGroups() {
        return groups == GroupUse.RECORDS || groups == GroupUse.RECORDS_FIRST;
    }

    /** Whether references must be known before rates can be chosen. */
    boolean needsReferencesFirst() {
        return filter.choosesProviders() || groups == GroupUse.RECORDS_FIRST;
    }
}
