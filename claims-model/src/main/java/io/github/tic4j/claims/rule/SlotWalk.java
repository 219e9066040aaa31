package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.rule.Walk.Getter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps through named slots: first those of the claim, then those of each line. A slot without a name is named by the rule. */
record SlotWalk<T>(List<Slot<Claim, T>> ofClaim, List<Slot<ClaimLine, T>> ofLine) implements Walk<T> {

    @Override
    public int size(Claim claim) {
        return ofClaim.size() + claim.lines().size() * ofLine.size();
    }

    @Override
    public @Nullable T get(Claim claim, int index) {
        int rest = index - ofClaim.size();
        return rest < 0
                ? ofClaim.get(index).value().get(claim)
                : ofLine.get(rest % ofLine.size()).value().get(claim.lines().get(rest / ofLine.size()));
    }

    @Override
    public String path(int index, String field) {
        int rest = index - ofClaim.size();
        String slot = rest < 0
                ? ofClaim.get(index).path()
                : ofLine.get(rest % ofLine.size()).path();
        String path = slot.isEmpty() ? field : slot;
        return rest < 0 ? path : "lines[" + rest / ofLine.size() + "]." + path;
    }

    /** A named place for a value. */
    record Slot<P, T>(String path, Getter<P, T> value) {}
}
