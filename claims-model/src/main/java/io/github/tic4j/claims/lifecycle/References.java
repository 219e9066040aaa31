package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which claim changes which, followed to the claim that changes none. */
final class References {

    private final Map<String, String> parents = new HashMap<>();

    References(List<Claim> claims) {
        // Sorted, originals first, so that chance does not decide where several claims share a number.
        List<Claim> sorted = claims.stream()
                .sorted(Comparator.comparing((Claim claim) -> !claim.isOriginal())
                        .thenComparing(Claim::id))
                .toList();
        Map<String, String> idsByName = new HashMap<>();
        sorted.forEach(claim -> idsByName.putIfAbsent(claim.id(), claim.id()));
        for (Claim claim : sorted) {
            if (claim.payerControlNumber() != null) {
                idsByName.putIfAbsent(claim.payerControlNumber(), claim.id());
            }
        }
        for (Claim claim : sorted) {
            String name = claim.originalClaimId();
            String parent = name == null ? claim.id() : idsByName.getOrDefault(name, name);
            if (!claim.isOriginal() && !parent.equals(claim.id())) {
                parents.putIfAbsent(claim.id(), parent);
            }
        }
    }

    /**
     * The id at the end of the references: an original that is not among the claims is known by the name it is given, and a circle
     * by the first of its ids.
     */
    String rootOf(String id) {
        Set<String> path = pathFrom(id);
        String last = lastOf(path);
        String next = parents.get(last);
        return next == null ? last : new TreeSet<>(pathFrom(next)).first();
    }

    /** How many references lead from the claim to the root. */
    int depthOf(String id) {
        return pathFrom(id).size() - 1;
    }

    /** The claim and what it changes, one after the other, until nothing is changed or a circle closes. */
    private Set<String> pathFrom(String id) {
        Set<String> path = new LinkedHashSet<>();
        String current = id;
        while (current != null && path.add(current)) {
            current = parents.get(current);
        }
        return path;
    }

    private static String lastOf(Set<String> path) {
        String last = "";
        for (String id : path) {
            last = id;
        }
        return last;
    }
}
