package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimProviders;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.rule.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules that look at one claim and at what is known of its person and its providers. */
final class ClaimAlerts {

    private static final int DEATH_GRACE_DAYS = 1;
    private static final int LABORATORY_GRACE_DAYS = 3;
    private static final double FAR_KILOMETRES = 300;
    private static final BigDecimal HIGH_VALUE = new BigDecimal("10000");

    private final AlertContext context;

    private ClaimAlerts(AlertContext context) {
        this.context = context;
    }

    static List<AlertRule<?>> all(AlertContext context) {
        ClaimAlerts alerts = new ClaimAlerts(context);
        return List.of(
                rule("FWA-04", "service after death", alerts::afterDeath),
                rule("FWA-05", "excluded provider", alerts::excluded),
                rule("FWA-09", "diagnosis or procedure unusual for sex or age", alerts::unusualForPerson),
                rule("FWA-10P", "patient far from the place of service", alerts::farFromHome),
                rule("FWA-13", "provider unknown, deactivated or of the wrong kind", alerts::provider),
                rule("FWA-17", "high value", ClaimAlerts::highValue));
    }

    private static AlertRule<String> rule(String id, String title, Function<Claim, List<Observation>> observations) {
        return new AlertRule<>(
                id,
                1,
                title,
                claim -> List.of(AlertState.keyOf(claim)),
                (key, claims) -> claims.stream()
                        .flatMap(claim -> observations.apply(claim).stream())
                        .toList());
    }

    private List<Observation> afterDeath(Claim claim) {
        LocalDate start = claim.startDate();
        Patient patient = patient(claim);
        LocalDate death = patient == null ? null : patient.deathDate();
        if (start == null || death == null) {
            return List.of();
        }
        boolean laboratory = !claim.lines().isEmpty()
                && Service.of(claim).allMatch(service -> service.place().equals("81"));
        int grace = laboratory ? LABORATORY_GRACE_DAYS : DEATH_GRACE_DAYS;
        if (!start.isAfter(death.plusDays(grace))) {
            return List.of();
        }
        boolean expected = YearMonth.from(start).equals(YearMonth.from(death)) && (isHospice(claim) || isRental(claim));
        return List.of(draft(claim)
                .severity(expected ? Severity.WARNING : Severity.ERROR)
                .measured(start, "not after " + death.plusDays(grace), grace + " days after death")
                .saying("The service begins more than " + grace + " days after the recorded day of death."));
    }

    private List<Observation> excluded(Claim claim) {
        List<Observation> found = new ArrayList<>();
        LocalDate day = claim.startDate();
        for (String npi : npis(claim)) {
            String state = context.provider(npi)
                    .map(provider -> provider.address().state())
                    .orElse(null);
            for (Exclusion exclusion : context.exclusions().of(npi)) {
                if (day != null && exclusion.holds(day, state)) {
                    found.add(draft(claim)
                            .topic(npi + " " + exclusion.start())
                            .severity(Severity.ERROR)
                            .measured(day, "no service from " + exclusion.start() + " on", "the day of exclusion")
                            .saying("A provider on the claim was listed as excluded on the day of service."));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private List<Observation> unusualForPerson(Claim claim) {
        Patient patient = patient(claim);
        LocalDate day = claim.startDate();
        if (patient == null || day == null) {
            return List.of();
        }
        List<Observation> found = new ArrayList<>();
        for (ClinicalLimit limit : ClinicalLimit.STANDARD) {
            limit.contradiction(claim, patient, day)
                    .ifPresent(contradiction -> found.add(draft(claim)
                            .topic(limit.from())
                            .severity(limit.severity())
                            .measured(contradiction, limit.expectation(), limit.from() + " to " + limit.to())
                            .saying("A code on the claim is unusual for the recorded sex or age of the patient.")));
        }
        return found;
    }

    private List<Observation> farFromHome(Claim claim) {
        Patient patient = patient(claim);
        Npi facility = claim.providers().facility();
        boolean atOffice = Service.professional(claim)
                .anyMatch(service ->
                        service.place().equals("11") || service.place().equals("22"));
        if (patient == null || facility == null || patient.address().zip() == null || !atOffice) {
            return List.of();
        }
        return context
                .centroid(Objects.requireNonNull(patient.address().zip()))
                .flatMap(home -> place(facility.value()).map(home::kilometresTo))
                .filter(kilometres -> kilometres > FAR_KILOMETRES)
                .map(kilometres -> draft(claim)
                        .measured(Math.round(kilometres) + " km", "up to 300 km", "300 km")
                        .saying("The place of service is far from where the patient lives."))
                .stream()
                .toList();
    }

    private Optional<AlertContext.Point> place(String npi) {
        return context.provider(npi).map(provider -> provider.address().zip()).flatMap(context::centroid);
    }

    private List<Observation> provider(Claim claim) {
        List<Observation> found = new ArrayList<>();
        Npi billing = claim.providers().billing();
        for (String npi : npis(claim)) {
            Provider provider = context.provider(npi).orElse(null);
            if (provider == null) {
                if (context.knowsAllProviders()) {
                    found.add(draft(claim)
                            .topic(npi + " unknown")
                            .saying("A provider on the claim is not in the registry."));
                }
                continue;
            }
            LocalDate gone = provider.deactivatedDate();
            if (gone != null && claim.startDate() != null && claim.startDate().isAfter(gone)) {
                found.add(draft(claim)
                        .topic(npi + " deactivated")
                        .severity(Severity.ERROR)
                        .measured(String.valueOf(claim.startDate()), "not after " + gone, "the day of deactivation")
                        .saying("The NPI of a provider on the claim was deactivated before the service."));
            }
            boolean bills = billing != null && billing.value().equals(npi);
            if (bills
                    && provider.kind() == Provider.Kind.INDIVIDUAL
                    && claim.institutional().billType() != null) {
                found.add(draft(claim)
                        .topic(npi + " individual")
                        .saying("A facility's bill is billed by an individual."));
            }
        }
        return found;
    }

    private static List<Observation> highValue(Claim claim) {
        BigDecimal charge = claim.amounts().charge();
        return charge == null || charge.compareTo(HIGH_VALUE) <= 0
                ? List.of()
                : List.of(draft(claim)
                        .severity(Severity.INFO)
                        .measured(charge.toPlainString(), "up to 10000", "10000")
                        .saying("The charge of the claim is above the limit for a second look."));
    }

    private static Observation.Draft draft(Claim claim) {
        return Observation.ofClaim(claim.id())
                .window(claim.startDate(), claim.endDate())
                .evidence(Evidence.of(claim));
    }

    private @Nullable Patient patient(Claim claim) {
        return claim.personId() == null
                ? null
                : context.patient(claim.personId()).orElse(null);
    }

    private static Set<String> npis(Claim claim) {
        ClaimProviders providers = claim.providers();
        Set<String> npis = new LinkedHashSet<>();
        Stream<@Nullable Npi> ofClaim = Stream.of(
                providers.billing(),
                providers.rendering(),
                providers.facility(),
                providers.attending(),
                providers.operating(),
                providers.referring());
        Stream<@Nullable Npi> ofLines = claim.lines().stream()
                .flatMap(line -> Stream.of(
                        line.rendering(),
                        line.fill() == null ? null : line.fill().prescriber(),
                        line.fill() == null ? null : line.fill().dispenser()));
        Stream.concat(ofClaim, ofLines).forEach(npi -> {
            if (npi != null && npi.isValid()) {
                npis.add(npi.value());
            }
        });
        return npis;
    }

    private static boolean isHospice(Claim claim) {
        BillType bill = claim.institutional().billType();
        return claim.type() == ClaimType.INSTITUTIONAL
                && bill != null
                && Set.of("81", "82").contains(bill.facility());
    }

    private static boolean isRental(Claim claim) {
        Collection<Service> services = Service.of(List.of(claim));
        return !services.isEmpty() && services.stream().allMatch(service -> service.hasModifier(Set.of("RR")));
    }
}
