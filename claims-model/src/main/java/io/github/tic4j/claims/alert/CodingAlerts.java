package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.rule.NcciTables.PairEdit;
import io.github.tic4j.claims.rule.NcciTables.UnitLimit;
import io.github.tic4j.claims.rule.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Rules that hold the services of a person, a provider and a day against the edits of the NCCI. */
final class CodingAlerts {

    private final AlertContext context;

    private CodingAlerts(AlertContext context) {
        this.context = context;
    }

    /** A person seen by a provider on a day. */
    record Visit(String person, String provider, LocalDate day) {}

    static List<AlertRule<?>> all(AlertContext context) {
        CodingAlerts alerts = new CodingAlerts(context);
        return List.of(
                new AlertRule<>(
                        "FWA-02", 1, "services that are part of one another", CodingAlerts::visits, alerts::unbundled),
                new AlertRule<>("FWA-03", 1, "more units than are likely", CodingAlerts::visits, alerts::excessUnits));
    }

    private static Set<Visit> visits(Claim claim) {
        return Service.keys(
                claim,
                service -> service.person().isEmpty() || service.provider().isEmpty()
                        ? null
                        : new Visit(service.person(), service.provider(), service.day()));
    }

    private static Map<String, List<Service>> byCode(Visit visit, Collection<Claim> claims) {
        Map<String, List<Service>> codes = new TreeMap<>();
        for (Service service : Service.of(claims)) {
            if (service.day().equals(visit.day()) && service.provider().equals(visit.provider())) {
                codes.computeIfAbsent(service.code(), code -> new ArrayList<>()).add(service);
            }
        }
        return codes;
    }

    private List<Observation> unbundled(Visit visit, Collection<Claim> claims) {
        Map<String, List<Service>> codes = byCode(visit, claims);
        List<Observation> found = new ArrayList<>();
        codes.forEach((first, firstServices) -> codes.forEach((second, secondServices) -> {
            for (PairEdit edit : context.ncci().pairEdits(first, second)) {
                List<Service> services = new ArrayList<>(firstServices);
                services.addAll(secondServices);
                if (edit.isActiveOn(visit.day()) && !(edit.indicator() == 1 && isLifted(services))) {
                    found.add(draft(visit, first + "+" + second, services)
                            .measured(
                                    second + " beside " + first,
                                    first + " alone",
                                    "edit with indicator " + edit.indicator())
                            .saying("Two services of one provider and day are paid as one by the coding edits."));
                }
            }
        }));
        codes.forEach((code, services) -> {
            Set<String> primaries = context.ncci().primariesOf(code);
            if (!primaries.isEmpty() && codes.keySet().stream().noneMatch(primaries::contains)) {
                found.add(draft(visit, code, services)
                        .measured(code + " alone", "one of " + primaries.size() + " primary codes", "add-on code")
                        .saying("An add-on service stands without any service that it adds to."));
            }
        });
        return found.stream().distinct().toList();
    }

    private List<Observation> excessUnits(Visit visit, Collection<Claim> claims) {
        List<Observation> found = new ArrayList<>();
        byCode(visit, claims).forEach((code, services) -> {
            Optional<UnitLimit> limit = context.ncci().unitLimit(code, visit.day());
            if (limit.isEmpty()) {
                return;
            }
            BigDecimal most = BigDecimal.valueOf(limit.get().units());
            List<Service> above = services;
            BigDecimal units = services.stream().map(Service::units).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (limit.get().perLine()) {
                above = services.stream()
                        .filter(service -> service.units().compareTo(most) > 0)
                        .toList();
                units = above.stream()
                        .map(Service::units)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
            }
            if (units.compareTo(most) > 0) {
                found.add(draft(visit, code, above)
                        .measured(units.stripTrailingZeros().toPlainString(), "up to " + most, most)
                        .saying("More units of a service than are medically likely on one day."));
            }
        });
        return found;
    }

    private static boolean isLifted(List<Service> services) {
        return services.stream()
                .flatMap(service -> service.line().modifiers().stream())
                .anyMatch(Modifier::liftsNcciEdit);
    }

    private static Observation.Draft draft(Visit visit, String topic, List<Service> services) {
        return Observation.ofPerson(visit.person())
                .topic(topic + " " + visit.provider())
                .window(visit.day(), visit.day())
                .severity(Severity.WARNING)
                .evidence(services.stream().map(Service::evidence).toList());
    }
}
