package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import java.util.HashSet;
import java.util.Set;

/** Chooses rates by NPI or TIN: remembers the ids of the references that hold a wanted group. */
final class RateChoice {

    private final PriceFilter filter;
    private final IdRule rule;
    private final Set<String> wantedIds = new HashSet<>();

    RateChoice(PriceFilter filter, IdRule rule) {
        this.filter = filter;
        this.rule = rule;
    }

    boolean isActive() {
        return filter.choosesProviders();
    }

    void learn(ProviderReference reference) {
        String id = reference.id();
        if (id != null && wantsAny(reference.groups())) {
            wantedIds.add(rule.key(id));
        }
    }

    /** Whether a rate of a batch is wanted. */
    boolean wants(PriceBatch batch, int rate) {
        if (!isActive()) {
            return true;
        }
        for (int i = 0, n = wantedIds.isEmpty() ? 0 : batch.referenceCount(rate); i < n; i++) {
            if (wantedIds.contains(rule.key(batch.reference(rate, i)))) {
                return true;
            }
        }
        return wantsAny(batch.groups(rate));
    }

    private boolean wantsAny(Iterable<ProviderGroup> groups) {
        for (ProviderGroup group : groups) {
            if (filter.wantsGroup(group)) {
                return true;
            }
        }
        return false;
    }
}
