package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.InstitutionalDetail;
import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.DischargeStatus;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.Npi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes stays in acute care out of claims.
 *
 * <p>Claims of one person at one facility are one stay if they end on the same day, overlap, start together with one of
 * them saying that the patient stays (discharge status 30), or if one says so and the other starts no later than the
 * day after it ends. The rule carries over: if A belongs to B and B to C, all three are one stay. A discharge and an
 * admission on the same day do not overlap.
 */
public final class Stays {

    private static final Set<String> ACUTE_BILLS = Set.of("11", "12");
    private static final Comparator<Claim> BY_DAYS =
            Comparator.comparing(Stays::end).thenComparing(Stays::start).thenComparing(Claim::id);

    private Stays() {}

    /**
     * Whether the claim is of an acute inpatient stay that counts: by its type of bill (11x or 12x), or where it has
     * none, by a valid DRG or a day of admission; not reversed, not denied, and with person and days.
     */
    public static boolean isAcuteInpatient(Claim claim) {
        return (claim.type() == ClaimType.INSTITUTIONAL || claim.type() == ClaimType.UNDETERMINED)
                && InForce.test(claim)
                && claim.personId() != null
                && hasDays(claim)
                && isAcute(claim.institutional());
    }

    /** The stays of these claims, by person, then admission; claims that are not of a stay are passed over. */
    public static List<Stay> merge(Stream<Claim> claims) {
        Map<String, List<Claim>> groups = new TreeMap<>();
        claims.filter(Stays::isAcuteInpatient)
                .forEach(claim -> groups.computeIfAbsent(
                                claim.personId() + "\0" + facility(claim), key -> new ArrayList<>())
                        .add(claim));
        List<Stay> stays = new ArrayList<>();
        groups.values().forEach(group -> stays.addAll(mergeGroup(group)));
        stays.sort(Comparator.comparing(Stay::personId)
                .thenComparing(Stay::admission)
                .thenComparing(Stay::discharge)
                .thenComparing(Stay::facility));
        return stays;
    }

    private static List<Stay> mergeGroup(List<Claim> claims) {
        claims.sort(BY_DAYS);
        int[] leader = new int[claims.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
        for (int i = 0; i < leader.length; i++) {
            for (int j = i + 1; j < leader.length; j++) {
                if (belong(claims.get(i), claims.get(j))) {
                    join(leader, i, j);
                }
            }
        }
        Map<Integer, List<Claim>> merged = new TreeMap<>();
        for (int i = 0; i < leader.length; i++) {
            merged.computeIfAbsent(leader[i], key -> new ArrayList<>()).add(claims.get(i));
        }
        return merged.values().stream().map(Stays::stay).toList();
    }

    private static void join(int[] leader, int i, int j) {
        int from = leader[j];
        int to = leader[i];
        for (int k = 0; k < leader.length; k++) {
            leader[k] = leader[k] == from ? to : leader[k];
        }
    }

    /** Of two claims in the order of their ends. */
    private static boolean belong(Claim a, Claim b) {
        boolean staysAfterA = isStillPatient(a);
        return end(a).equals(end(b))
                || end(a).isAfter(start(b)) && end(b).isAfter(start(a))
                || staysAfterA && !start(b).isAfter(end(a).plusDays(1)) && !end(b).isBefore(start(a))
                || start(a).equals(start(b)) && (staysAfterA || isStillPatient(b));
    }

    private static Stay stay(List<Claim> claims) {
        Claim first = claims.stream()
                .min(Comparator.comparing(Stays::start).thenComparing(BY_DAYS))
                .orElseThrow();
        Claim last = claims.get(claims.size() - 1);
        DischargeStatus status = null;
        for (Claim claim : claims) {
            DischargeStatus stated = claim.institutional().dischargeStatus();
            status = stated == null ? status : stated;
        }
        Diagnosis principal = first.principalDiagnosis();
        return new Stay(
                String.valueOf(first.personId()),
                facility(first),
                start(first),
                end(last),
                status,
                principal == null ? null : principal.code().value(),
                claims.stream().map(Claim::id).toList(),
                claims.stream().map(Claim::amounts).reduce(Amounts.NONE, Sums::plus));
    }

    private static boolean isAcute(InstitutionalDetail detail) {
        BillType bill = detail.billType();
        if (bill != null && bill.isValid()) {
            return ACUTE_BILLS.contains(bill.facility());
        }
        Drg drg = detail.drg();
        return detail.admissionDate() != null || drg != null && drg.isValid() && !drg.isUngroupable();
    }

    private static boolean hasDays(Claim claim) {
        LocalDate start = startOrNull(claim);
        LocalDate end = endOrNull(claim);
        return start != null && end != null && !end.isBefore(start);
    }

    private static boolean isStillPatient(Claim claim) {
        DischargeStatus status = claim.institutional().dischargeStatus();
        return status != null && status.isStillPatient();
    }

    private static String facility(Claim claim) {
        Npi facility = claim.providers().facility();
        Npi named = facility == null ? claim.providers().billing() : facility;
        return named == null
                ? ""
                : named.isValid() ? named.value() : named.raw().strip();
    }

    private static LocalDate start(Claim claim) {
        return Objects.requireNonNull(startOrNull(claim));
    }

    private static LocalDate end(Claim claim) {
        return Objects.requireNonNull(endOrNull(claim));
    }

    private static @Nullable LocalDate startOrNull(Claim claim) {
        LocalDate admission = claim.institutional().admissionDate();
        return admission == null ? claim.startDate() : admission;
    }

    private static @Nullable LocalDate endOrNull(Claim claim) {
        LocalDate discharge = claim.institutional().dischargeDate();
        return discharge == null ? claim.endDate() : discharge;
    }
}
