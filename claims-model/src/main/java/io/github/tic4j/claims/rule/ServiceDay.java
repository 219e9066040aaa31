package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.code.Npi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one provider did for one person on one day, over all claims. */
record ServiceDay(LocalDate date, List<Service> services) {

    /** A coded line and the claim it stands on. */
    record Service(String claimId, String path, String code, ClaimLine line) {}

    /** Groups the coded lines of the claims; lines without person, provider or day, and those that will not be paid, are left out. */
    static List<ServiceDay> group(List<Claim> claims) {
        Map<List<Object>, ServiceDay> days = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (!claim.isReversal() && isPayable(claim.status())) {
                for (int i = 0; i < claim.lines().size(); i++) {
                    add(days, claim, i);
                }
            }
        }
        return List.copyOf(days.values());
    }

    private static void add(Map<List<Object>, ServiceDay> days, Claim claim, int index) {
        ClaimLine line = claim.lines().get(index);
        Npi provider = providerOf(claim, line);
        LocalDate date = line.startDate() != null ? line.startDate() : claim.startDate();
        if (claim.personId() == null
                || provider == null
                || date == null
                || line.hcpcs() == null
                || !isPayable(line.status())) {
            return;
        }
        days.computeIfAbsent(List.of(claim.personId(), provider, date), key -> new ServiceDay(date, new ArrayList<>()))
                .services()
                .add(new Service(
                        claim.id(), "lines[" + index + "].hcpcs", line.hcpcs().value(), line));
    }

    private static @Nullable Npi providerOf(Claim claim, ClaimLine line) {
        if (line.rendering() != null) {
            return line.rendering();
        }
        return claim.providers().rendering() != null
                ? claim.providers().rendering()
                : claim.providers().billing();
    }

    private static boolean isPayable(@Nullable PaymentStatus status) {
        return status == null || status == PaymentStatus.PAID;
    }
}
