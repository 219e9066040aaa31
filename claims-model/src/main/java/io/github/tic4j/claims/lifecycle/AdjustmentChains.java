package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of each claim together, in the three ways in which payers number them: every record has an id of its own and
 * names what it changes ({@link #byReference}), all records share one id ({@link #bySameId}), or the id grows a suffix
 * ({@link #bySuffix}).
 *
 * <p>Records are ordered by their date of processing, payment or receipt, then by how many references they are away from the original;
 * the order in which they are given does not matter. Claims of different sources are never put together. Immutable.
 */
public final class AdjustmentChains {

    private static final Pattern WHOLE_ID = Pattern.compile("(.*)", Pattern.DOTALL);

    private final @Nullable Pattern stem;

    private AdjustmentChains(@Nullable Pattern stem) {
        this.stem = stem;
    }

    /**
     * Every record has an id of its own; {@link Claim#originalClaimId()} names the id or the payer's control number of the record
     * that it changes, be that the original or the last adjustment.
     */
    public static AdjustmentChains byReference() {
        return new AdjustmentChains(null);
    }

    /** All records of a claim share its id; record type and frequency tell them apart. */
    public static AdjustmentChains bySameId() {
        return new AdjustmentChains(WHOLE_ID);
    }

    /**
     * The id of each record begins with that of the claim. An id that does not match stands for itself.
     *
     * @param pattern matches a whole id, with that of the claim as its first group: {@code (\d+)(?:[RA]\d)?}
     * @throws IllegalArgumentException if the pattern has no group
     */
    public static AdjustmentChains bySuffix(Pattern pattern) {
        if (pattern.matcher("").groupCount() == 0) {
            throw new IllegalArgumentException("The pattern must have a group for the id of the claim: " + pattern);
        }
        return new AdjustmentChains(pattern);
    }

    /** The chains of these claims, in the order of their original ids; a claim that nothing changes is a chain of one. */
    public List<ClaimChain> resolve(Collection<Claim> claims) {
        Map<String, List<Claim>> bySource = new TreeMap<>();
        claims.forEach(claim -> bySource.computeIfAbsent(String.valueOf(claim.source()), key -> new ArrayList<>())
                .add(claim));
        List<ClaimChain> chains = new ArrayList<>();
        bySource.values().forEach(sameSource -> resolveSource(sameSource, chains));
        return chains;
    }

    private void resolveSource(List<Claim> claims, List<ClaimChain> chains) {
        References references = new References(claims);
        Function<Claim, String> keyOf = stem == null ? claim -> references.rootOf(claim.id()) : this::stemOf;
        Map<String, List<Claim>> groups = new TreeMap<>();
        claims.forEach(claim -> groups.computeIfAbsent(keyOf.apply(claim), key -> new ArrayList<>())
                .add(claim));
        groups.forEach((id, group) -> chains.add(ChainFold.fold(id, stepsOf(group, references))));
    }

    private String stemOf(Claim claim) {
        if (stem == null) {
            return claim.id();
        }
        Matcher matcher = stem.matcher(claim.id());
        return matcher.matches() ? matcher.group(1) : claim.id();
    }

    /** The records by date and distance from the original; what agrees in both is one step. */
    private static List<List<Claim>> stepsOf(List<Claim> group, References references) {
        Comparator<Claim> byTime = Comparator.<Claim, @Nullable LocalDate>comparing(
                        AdjustmentChains::decidedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(claim -> references.depthOf(claim.id()));
        List<Claim> sorted = group.stream()
                .sorted(byTime.thenComparing(claim -> !claim.isOriginal())
                        .thenComparing(Claim::id)
                        .thenComparing(ClaimHash::of))
                .toList();
        List<List<Claim>> steps = new ArrayList<>();
        Claim last = null;
        for (Claim claim : sorted) {
            if (last == null || byTime.compare(last, claim) != 0) {
                steps.add(new ArrayList<>());
            }
            steps.get(steps.size() - 1).add(claim);
            last = claim;
        }
        return steps;
    }

    private static @Nullable LocalDate decidedOn(Claim claim) {
        LocalDate date = claim.processedDate() != null ? claim.processedDate() : claim.paidDate();
        return date != null ? date : claim.receivedDate();
    }
}
