package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.lifecycle.AdjustmentChains;
import io.github.tic4j.claims.lifecycle.ClaimChain;
import io.github.tic4j.claims.lifecycle.DuplicatePair;
import io.github.tic4j.claims.lifecycle.Duplicates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims that are judged together, a batch or all claims of a person, and what several rules ask about them. Not thread-safe. */
public final class ClaimSet {

    private final List<Claim> claims;
    private final ReferenceData reference;
    private @Nullable List<DuplicatePair> duplicates;
    private @Nullable List<ClaimChain> chains;
    private @Nullable List<ServiceDay> serviceDays;

    ClaimSet(List<Claim> claims, ReferenceData reference) {
        this.claims = List.copyOf(claims);
        this.reference = reference;
    }

    /** The claims, in the order given. */
    public List<Claim> claims() {
        return claims;
    }

    /** The duplicates among the claims. */
    public List<DuplicatePair> duplicates() {
        if (duplicates == null) {
            duplicates = Duplicates.among(claims);
        }
        return duplicates;
    }

    /** The claims with their adjustments and reversals, put together by id and by reference. */
    public List<ClaimChain> chains() {
        if (chains == null) {
            chains = AdjustmentChains.byReference().resolve(claims);
        }
        return chains;
    }

    ReferenceData reference() {
        return reference;
    }

    /** The lines that may be paid, by person, provider and day. */
    List<ServiceDay> serviceDays() {
        if (serviceDays == null) {
            serviceDays = ServiceDay.group(claims);
        }
        return serviceDays;
    }

    /** The claims by source and id, in the order they came; claims without an id are left out. */
    Map<List<String>, List<Claim>> byId() {
        Map<List<String>, List<Claim>> groups = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (!claim.id().isEmpty()) {
                List<String> key = List.of(String.valueOf(claim.source()), claim.id());
                groups.computeIfAbsent(key, any -> new ArrayList<>(1)).add(claim);
            }
        }
        return groups;
    }
}
