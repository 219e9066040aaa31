package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.measure.Readmissions;
import io.github.tic4j.claims.measure.Stay;
import io.github.tic4j.claims.measure.Stays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What several gold tables need, worked out once. */
final class GoldFacts {

    private final ClaimData data;
    private final LocalDate dataEnd;
    private final List<Claim> medical = new ArrayList<>();
    private final List<Claim> pharmacy = new ArrayList<>();
    private final List<Stay> stays;
    private final Readmissions.Summary readmissions;
    private final Map<String, Patient> patients = new TreeMap<>();
    private final Map<String, Provider> providers = new LinkedHashMap<>();

    GoldFacts(ClaimData data, LocalDate dataEnd) {
        this.data = data;
        this.dataEnd = dataEnd;
        for (Claim claim : data.claims()) {
            boolean inForce = !claim.isReversal()
                    && claim.status() != PaymentStatus.DENIED
                    && claim.status() != PaymentStatus.REVERSED;
            if (inForce) {
                (claim.type() == ClaimType.PHARMACY ? pharmacy : medical).add(claim);
            }
        }
        stays = Stays.merge(medical.stream());
        readmissions = Readmissions.of(stays, dataEnd, Readmissions.Options.defaults());
        // Of several descriptions of one person the last read counts.
        data.patients().forEach(patient -> patients.put(patient.id(), patient));
        data.providers().forEach(provider -> providers.put(provider.id(), provider));
    }

    ClaimData data() {
        return data;
    }

    LocalDate dataEnd() {
        return dataEnd;
    }

    /** The claims in force that are not of a pharmacy. */
    List<Claim> medical() {
        return medical;
    }

    List<Claim> pharmacy() {
        return pharmacy;
    }

    List<Stay> stays() {
        return stays;
    }

    Readmissions.Summary readmissions() {
        return readmissions;
    }

    /** Each person once, by id. */
    Map<String, Patient> patients() {
        return patients;
    }

    Map<String, Provider> providers() {
        return providers;
    }

    static BigDecimal cost(Claim claim) {
        if (claim.amounts().paid() != null) {
            return claim.amounts().paid();
        }
        if (claim.amounts().allowed() != null) {
            return claim.amounts().allowed();
        }
        return claim.amounts().charge() == null
                ? BigDecimal.ZERO
                : claim.amounts().charge();
    }

    /** The facility, or else whoever billed. */
    static @Nullable String provider(Claim claim) {
        Npi facility = claim.providers().facility();
        Npi named = facility == null ? claim.providers().billing() : facility;
        return named == null
                ? null
                : named.isValid() ? named.value() : named.raw().strip();
    }

    static @Nullable String diagnosis(Claim claim) {
        Diagnosis principal = claim.principalDiagnosis();
        return principal == null ? null : principal.code().dotted();
    }
}
