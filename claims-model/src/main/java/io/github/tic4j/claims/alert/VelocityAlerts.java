package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.code.Npi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rules about how fast claims follow one another. */
final class VelocityAlerts {

    private static final int MIN_DAILY_CLAIMS = 50;
    private static final int DAYS_BEFORE = 28;
    private static final double DEVIATIONS = 4;
    private static final int NEW_PATIENT_YEARS = 3;

    private VelocityAlerts() {}

    /** A person and the group of practitioners that billed. */
    record Acquaintance(String person, String group) {}

    static List<AlertRule<?>> all() {
        return List.of(
                new AlertRule<>(
                        "FWA-11A",
                        1,
                        "more claims on a day than usual",
                        VelocityAlerts::provider,
                        VelocityAlerts::busyDays),
                new AlertRule<>(
                        "FWA-11B",
                        1,
                        "new-patient visit of a known patient",
                        VelocityAlerts::acquaintance,
                        VelocityAlerts::notNew));
    }

    private static Set<String> provider(Claim claim) {
        return Service.keys(claim, service -> service.provider().isEmpty() ? null : service.provider());
    }

    private static List<Observation> busyDays(String npi, Collection<Claim> claims) {
        Map<LocalDate, Map<String, Service>> days = new TreeMap<>();
        for (Service service : Service.of(claims)) {
            if (service.provider().equals(npi)) {
                days.computeIfAbsent(service.day(), day -> new TreeMap<>())
                        .putIfAbsent(AlertState.keyOf(service.claim()), service);
            }
        }
        List<Observation> found = new ArrayList<>();
        days.forEach((day, ofDay) -> {
            if (ofDay.size() > MIN_DAILY_CLAIMS) {
                double limit = Math.max(MIN_DAILY_CLAIMS, usualLimit(day, days));
                if (ofDay.size() > limit) {
                    found.add(Observation.ofProvider(npi)
                            .window(day, day)
                            .evidence(ofDay.values().stream()
                                    .map(service -> Evidence.of(service.claim()))
                                    .toList())
                            .measured(
                                    ofDay.size() + " claims",
                                    "up to " + round(limit),
                                    "four deviations over the mean of 28 days, at least 50")
                            .saying("Far more claims on one day than in the four weeks before."));
                }
            }
        });
        return found;
    }

    private static double usualLimit(LocalDate day, Map<LocalDate, Map<String, Service>> days) {
        double sum = 0;
        double squares = 0;
        for (int before = 1; before <= DAYS_BEFORE; before++) {
            int count = days.getOrDefault(day.minusDays(before), Map.of()).size();
            sum += count;
            squares += (double) count * count;
        }
        double mean = sum / DAYS_BEFORE;
        return mean + DEVIATIONS * Math.sqrt(Math.max(0, squares / DAYS_BEFORE - mean * mean));
    }

    private static Set<Acquaintance> acquaintance(Claim claim) {
        Npi group = claim.providers().billing();
        return Service.keys(
                claim,
                service -> group == null || service.person().isEmpty()
                        ? null
                        : new Acquaintance(service.person(), group.value()));
    }

    private static List<Observation> notNew(Acquaintance acquaintance, Collection<Claim> claims) {
        List<Service> services = Service.of(claims);
        List<Observation> found = new ArrayList<>();
        for (Service visit : services) {
            if (isNewPatientVisit(visit.code())) {
                List<Evidence> earlier = services.stream()
                        .filter(service -> service.day().isBefore(visit.day())
                                && service.day().isAfter(visit.day().minusYears(NEW_PATIENT_YEARS)))
                        .map(Service::evidence)
                        .toList();
                if (!earlier.isEmpty()) {
                    found.add(Observation.ofClaim(visit.claim().id())
                            .topic(visit.code() + " " + visit.line().number())
                            .window(visit.day(), visit.day())
                            .evidence(visit.evidence())
                            .evidence(earlier)
                            .measured(earlier.size() + " earlier services", "none in three years", "three years")
                            .saying("A visit of a new patient follows services of the same group within three years."));
                }
            }
        }
        return found;
    }

    private static boolean isNewPatientVisit(String code) {
        return code.compareTo("99202") >= 0 && code.compareTo("99205") <= 0
                || code.compareTo("99381") >= 0 && code.compareTo("99387") <= 0;
    }

    private static String round(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
