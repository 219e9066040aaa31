package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.ZipCode;
import io.github.tic4j.claims.rule.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules that add up what one provider billed on a day, in a week or in a month. */
final class ProviderDayAlerts {

    private static final int DAY_MINUTES = 1440;
    private static final int LONG_DAY_MINUTES = 960;
    private static final int BUSY_DAY_MINUTES = 720;
    private static final int BUSY_DAYS = 5;
    private static final int WEEK_MINUTES = 100 * 60;
    private static final double FAR_KILOMETRES = 500;
    private static final int CLONES = 20;
    private static final Set<String> REMOTE = Set.of("02", "10", "81");

    private final AlertContext context;

    private ProviderDayAlerts(AlertContext context) {
        this.context = context;
    }

    /** A provider and the first and last day of a window. */
    record Window(String provider, LocalDate first, LocalDate last) {

        boolean holds(Service service) {
            return service.provider().equals(provider)
                    && !service.day().isBefore(first)
                    && !service.day().isAfter(last);
        }
    }

    static List<AlertRule<?>> all(AlertContext context) {
        ProviderDayAlerts alerts = new ProviderDayAlerts(context);
        return List.of(
                new AlertRule<>("FWA-06", 1, "implausibly long day", ProviderDayAlerts::days, alerts::longDay),
                new AlertRule<>("FWA-06W", 1, "implausibly long week", ProviderDayAlerts::weeks, alerts::longWeek),
                new AlertRule<>(
                        "FWA-06M", 1, "many long days in a month", ProviderDayAlerts::months, alerts::longMonth),
                new AlertRule<>(
                        "FWA-10", 1, "places too far apart on one day", ProviderDayAlerts::days, alerts::farApart),
                new AlertRule<>(
                        "FWA-18", 1, "the same claim for many patients", ProviderDayAlerts::days, alerts::clones));
    }

    private static Set<Window> days(Claim claim) {
        return windows(claim, service -> new Window(service.provider(), service.day(), service.day()));
    }

    private static Set<Window> weeks(Claim claim) {
        return windows(claim, service -> {
            LocalDate monday = service.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return new Window(service.provider(), monday, monday.plusDays(6));
        });
    }

    private static Set<Window> months(Claim claim) {
        return windows(claim, service -> {
            YearMonth month = YearMonth.from(service.day());
            return new Window(service.provider(), month.atDay(1), month.atEndOfMonth());
        });
    }

    private static Set<Window> windows(Claim claim, Function<Service, Window> window) {
        return Service.keys(claim, service -> service.provider().isEmpty() ? null : window.apply(service));
    }

    private List<Observation> longDay(Window day, Collection<Claim> claims) {
        List<Service> timed = timed(day, claims);
        BigDecimal minutes = minutes(timed);
        if (minutes.compareTo(BigDecimal.valueOf(LONG_DAY_MINUTES)) <= 0) {
            return List.of();
        }
        boolean impossible = minutes.compareTo(BigDecimal.valueOf(DAY_MINUTES)) > 0;
        return List.of(draft(day, timed)
                .severity(impossible ? Severity.ERROR : Severity.WARNING)
                .measured(hours(minutes), "up to 16 hours", impossible ? "24 hours" : "16 hours")
                .saying("The usual times of the services of one day add up to an implausibly long day."));
    }

    private List<Observation> longWeek(Window week, Collection<Claim> claims) {
        List<Service> timed = timed(week, claims);
        BigDecimal minutes = minutes(timed);
        return minutes.compareTo(BigDecimal.valueOf(WEEK_MINUTES)) <= 0
                ? List.of()
                : List.of(draft(week, timed)
                        .measured(hours(minutes), "up to 100 hours", "100 hours")
                        .saying("The usual times of the services of one week add up to an implausibly long week."));
    }

    private List<Observation> longMonth(Window month, Collection<Claim> claims) {
        Map<LocalDate, List<Service>> days = new TreeMap<>();
        for (Service service : timed(month, claims)) {
            days.computeIfAbsent(service.day(), day -> new ArrayList<>()).add(service);
        }
        days.values().removeIf(services -> minutes(services).compareTo(BigDecimal.valueOf(BUSY_DAY_MINUTES)) <= 0);
        return days.size() < BUSY_DAYS
                ? List.of()
                : List.of(draft(
                                month,
                                days.values().stream().flatMap(List::stream).toList())
                        .severity(Severity.INFO)
                        .measured(days.size() + " days", "fewer than " + BUSY_DAYS, BUSY_DAYS + " days over 12 hours")
                        .saying("The usual times of the services add up to long days many times in a month."));
    }

    private List<Observation> farApart(Window day, Collection<Claim> claims) {
        record Place(Service service, AlertContext.Point point) {}
        List<Place> places = new ArrayList<>();
        for (Service service : Service.of(claims)) {
            if (day.holds(service) && !REMOTE.contains(service.place())) {
                place(service.claim()).ifPresent(point -> places.add(new Place(service, point)));
            }
        }
        double farthest = 0;
        Set<Service> ends = new HashSet<>();
        for (Place a : places) {
            for (Place b : places) {
                double distance = a.point().kilometresTo(b.point());
                if (distance > FAR_KILOMETRES) {
                    farthest = Math.max(farthest, distance);
                    ends.add(a.service());
                    ends.add(b.service());
                }
            }
        }
        return ends.isEmpty()
                ? List.of()
                : List.of(draft(day, ends)
                        .measured(Math.round(farthest) + " km", "up to 500 km", "500 km")
                        .saying("One provider served in person on one day at places far apart."));
    }

    private Optional<AlertContext.Point> place(Claim claim) {
        Npi facility = claim.providers().facility();
        return facility == null
                ? Optional.empty()
                : context.provider(facility.value()).flatMap(provider -> {
                    ZipCode zip = provider.address().zip();
                    return zip == null ? Optional.empty() : context.centroid(zip);
                });
    }

    private List<Observation> clones(Window day, Collection<Claim> claims) {
        Map<String, List<Claim>> alike = new TreeMap<>();
        for (Claim claim : claims) {
            Predicate<Service> counts =
                    service -> day.holds(service) && !service.place().equals("60");
            if (claim.personId() != null && Service.of(claim).anyMatch(counts)) {
                alike.computeIfAbsent(signature(claim), key -> new ArrayList<>())
                        .add(claim);
            }
        }
        List<Observation> found = new ArrayList<>();
        alike.forEach((signature, group) -> {
            long persons = group.stream().map(Claim::personId).distinct().count();
            if (persons >= CLONES) {
                found.add(Observation.ofProvider(day.provider())
                        .topic(signature)
                        .window(day.first(), day.last())
                        .evidence(group.stream().map(Evidence::of).toList())
                        .measured(persons + " patients", "fewer than " + CLONES, CLONES + " patients")
                        .saying("Many patients of one day have claims with the same diagnoses, services and amount."));
            }
        });
        return found;
    }

    private static String signature(Claim claim) {
        List<String> diagnoses =
                claim.diagnoses().stream().map(d -> d.code().value()).sorted().toList();
        List<String> codes = Service.of(claim).map(Service::code).sorted().toList();
        BigDecimal charge = claim.amounts().charge();
        return diagnoses + " " + codes + " "
                + (charge == null ? "" : charge.stripTrailingZeros().toPlainString());
    }

    private List<Service> timed(Window window, Collection<Claim> claims) {
        return Service.of(claims).stream()
                .filter(service -> window.holds(service) && !service.isAssisted() && isTimed(service))
                .toList();
    }

    private boolean isTimed(Service service) {
        return "MJ".equals(service.line().unitType())
                || context.minutes(service.code()).isPresent();
    }

    private BigDecimal minutes(Collection<Service> services) {
        return services.stream()
                .map(service -> "MJ".equals(service.line().unitType())
                        ? service.units()
                        : service.units()
                                .multiply(BigDecimal.valueOf(
                                        context.minutes(service.code()).orElse(0))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String hours(BigDecimal minutes) {
        return minutes.divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP) + " hours";
    }

    private static Observation.Draft draft(Window window, Collection<Service> services) {
        return Observation.ofProvider(window.provider())
                .window(window.first(), window.last())
                .evidence(services.stream().map(Service::evidence).toList());
    }
}
