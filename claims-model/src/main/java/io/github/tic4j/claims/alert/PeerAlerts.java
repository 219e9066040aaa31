package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.rule.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rules that compare a provider with the others of the same specialty and year. */
final class PeerAlerts {

    private static final int MIN_VISITS = 50;
    private static final int MIN_PEERS = 30;
    private static final double MIN_Z = 3;
    private static final double MIN_DIFFERENCE = 0.2;
    private static final BigDecimal MAD_TO_SD = new BigDecimal("1.4826");
    private static final BigDecimal DEVIATIONS = BigDecimal.valueOf(5);
    private static final BigDecimal ROUND = BigDecimal.valueOf(50);

    // Lowest and highest code of each family of visits whose last digit is the level.
    private static final List<String[]> FAMILIES = List.of(
            new String[] {"99202", "99205"},
            new String[] {"99212", "99215"},
            new String[] {"99221", "99223"},
            new String[] {"99231", "99233"},
            new String[] {"99281", "99285"});

    private final AlertContext context;

    private PeerAlerts(AlertContext context) {
        this.context = context;
    }

    /** Providers that are compared: what they do, what they are, where, and when. */
    record Peers(String topic, String specialty, String state, int year) {

        LocalDate first() {
            return LocalDate.of(year, 1, 1);
        }

        LocalDate last() {
            return LocalDate.of(year, 12, 31);
        }
    }

    static List<AlertRule<?>> all(AlertContext context) {
        PeerAlerts alerts = new PeerAlerts(context);
        return List.of(
                new AlertRule<>(
                        "FWA-07",
                        1,
                        "higher visit levels than peers",
                        claim -> alerts.peers(claim, service -> family(service.code())),
                        alerts::highLevels),
                new AlertRule<>(
                        "FWA-08",
                        1,
                        "higher charges than peers",
                        claim -> Service.keys(
                                claim, service -> alerts.peers(service, service.code(), alerts.state(service))),
                        alerts::highCharges),
                new AlertRule<>(
                        "FWA-14",
                        1,
                        "repeated or round charges",
                        claim -> alerts.peers(claim, service -> "charges"),
                        alerts::roundCharges),
                new AlertRule<>(
                        "FWA-15",
                        1,
                        "office visits on Sundays and holidays",
                        claim -> alerts.peers(claim, service -> isOfficeVisit(service) ? "visits" : null),
                        alerts::holidayVisits));
    }

    private Set<Peers> peers(Claim claim, Function<Service, @Nullable String> topic) {
        return Service.keys(claim, service -> {
            String name = topic.apply(service);
            return name == null ? null : peers(service, name, "");
        });
    }

    private @Nullable Peers peers(Service service, String topic, String state) {
        return context.specialty(service.provider())
                .map(specialty ->
                        new Peers(topic, specialty, state, service.day().getYear()))
                .orElse(null);
    }

    private String state(Service service) {
        return context.provider(service.provider())
                .map(provider -> String.valueOf(provider.address().state()))
                .orElse("");
    }

    private Map<String, List<Service>> byProvider(Peers peers, Collection<Claim> claims, Predicate<Service> wanted) {
        Map<String, List<Service>> providers = new TreeMap<>();
        for (Service service : Service.of(claims)) {
            boolean ofPeer = service.day().getYear() == peers.year()
                    && context.specialty(service.provider())
                            .filter(peers.specialty()::equals)
                            .isPresent();
            if (ofPeer && wanted.test(service)) {
                providers
                        .computeIfAbsent(service.provider(), npi -> new ArrayList<>())
                        .add(service);
            }
        }
        return providers;
    }

    private List<Observation> highLevels(Peers peers, Collection<Claim> claims) {
        String highest = peers.topic().substring(6);
        String second = String.valueOf(Integer.parseInt(highest) - 1);
        Predicate<Service> isHigh =
                service -> service.code().equals(highest) || service.code().equals(second);
        List<Observation> found = new ArrayList<>();
        compare(
                byProvider(peers, claims, service -> peers.topic().equals(family(service.code()))),
                isHigh,
                (npi, share) -> {
                    double z = share.z();
                    if (share.count >= MIN_VISITS && z > MIN_Z && share.own() - share.others() > MIN_DIFFERENCE) {
                        found.add(draft(peers, npi, share.matching)
                                .measured(
                                        percent(share.own()),
                                        percent(share.others()) + " of peers",
                                        "z " + round(z) + " over 3")
                                .saying("The two highest visit levels are billed far more often than by peers."));
                    }
                });
        return found;
    }

    private List<Observation> holidayVisits(Peers peers, Collection<Claim> claims) {
        List<Observation> found = new ArrayList<>();
        Predicate<Service> onHoliday = service -> Holidays.isSundayOrHoliday(service.day());
        compare(byProvider(peers, claims, PeerAlerts::isOfficeVisit), onHoliday, (npi, share) -> {
            if (share.count >= MIN_VISITS && share.own() > 5 * Math.max(share.others(), 0.01)) {
                found.add(
                        draft(peers, npi, share.matching)
                                .severity(Severity.INFO)
                                .measured(
                                        percent(share.own()),
                                        percent(share.others()) + " of peers",
                                        "five times the share of peers")
                                .saying(
                                        "Office visits fall on Sundays and federal holidays far more often than those of peers."));
            }
        });
        return found;
    }

    private List<Observation> roundCharges(Peers peers, Collection<Claim> claims) {
        Map<String, List<Service>> providers =
                byProvider(peers, claims, service -> service.line().amounts().charge() != null);
        Map<String, BigDecimal> usual = new HashMap<>();
        providers.forEach((npi, services) -> usual.put(npi, mostFrequentCharge(services)));
        Predicate<Service> isAlike = service -> {
            BigDecimal charge = charge(service);
            return charge.signum() > 0
                    && (charge.remainder(ROUND).signum() == 0
                            || charge.compareTo(usual.getOrDefault(service.provider(), BigDecimal.ZERO)) == 0);
        };
        List<Observation> found = new ArrayList<>();
        compare(providers, isAlike, (npi, share) -> {
            boolean severalCodes =
                    share.matching.stream().map(Service::code).distinct().count() > 1;
            if (share.count >= MIN_VISITS && severalCodes && share.own() >= 0.8 && share.others() < 0.3) {
                found.add(draft(peers, npi, share.matching)
                        .severity(Severity.INFO)
                        .measured(
                                percent(share.own()),
                                percent(share.others()) + " of peers",
                                "80 % against less than 30 %")
                        .saying("Most charges for different services are equal or round, unlike those of peers."));
            }
        });
        return found;
    }

    private List<Observation> highCharges(Peers peers, Collection<Claim> claims) {
        Map<String, List<Service>> providers = byProvider(
                peers,
                claims,
                service -> service.code().equals(peers.topic())
                        && state(service).equals(peers.state())
                        && service.line().amounts().charge() != null
                        && service.units().signum() > 0);
        List<BigDecimal> prices = new ArrayList<>();
        providers.values().forEach(services -> services.forEach(service -> prices.add(unitCharge(service))));
        if (prices.size() < MIN_PEERS || providers.size() < 2) {
            return List.of();
        }
        Prices usual = Prices.of(prices);
        List<Observation> found = new ArrayList<>();
        providers.forEach((npi, services) -> {
            List<Service> high = services.stream()
                    .filter(service -> unitCharge(service).compareTo(usual.limit()) > 0)
                    .toList();
            if (!high.isEmpty()) {
                found.add(draft(peers, npi, high)
                        .severity(Severity.INFO)
                        .measured(highest(high), "around " + usual.median(), usual.limit())
                        .saying("The charge per unit is far above that of peers for the same service."));
            }
        });
        return found;
    }

    private static BigDecimal highest(List<Service> services) {
        return services.stream()
                .map(PeerAlerts::unitCharge)
                .max(BigDecimal::compareTo)
                .orElseThrow()
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** What peers usually charge, and the charge above which one stands out. */
    private record Prices(BigDecimal median, BigDecimal limit) {

        static Prices of(List<BigDecimal> prices) {
            BigDecimal median = median(prices);
            BigDecimal deviation = median(
                    prices.stream().map(price -> price.subtract(median).abs()).toList());
            // Where most charges are equal the deviation is nought; one per cent of the median keeps cents from
            // counting.
            BigDecimal spread = deviation.multiply(MAD_TO_SD).max(median.movePointLeft(2));
            BigDecimal limit = median.add(spread.multiply(DEVIATIONS));
            return new Prices(median.setScale(2, RoundingMode.HALF_UP), limit.setScale(2, RoundingMode.HALF_UP));
        }

        private static BigDecimal median(List<BigDecimal> values) {
            List<BigDecimal> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1
                    ? sorted.get(middle)
                    : sorted.get(middle - 1)
                            .add(sorted.get(middle))
                            .divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
        }
    }

    private static void compare(
            Map<String, List<Service>> providers, Predicate<Service> matches, BiConsumer<String, Share> verdict) {
        Map<String, Share> shares = new TreeMap<>();
        int count = 0;
        int matching = 0;
        for (Map.Entry<String, List<Service>> provider : providers.entrySet()) {
            Share share = new Share(provider.getValue(), matches);
            shares.put(provider.getKey(), share);
            count += share.count;
            matching += share.matching.size();
        }
        for (Map.Entry<String, Share> share : shares.entrySet()) {
            share.getValue().peers(count, matching);
            if (share.getValue().othersCount > 0) {
                verdict.accept(share.getKey(), share.getValue());
            }
        }
    }

    /** How many of a provider's services match, and of the others'. */
    private static final class Share {

        private final List<Service> matching;
        private final int count;
        private int othersCount;
        private int othersMatching;

        Share(List<Service> services, Predicate<Service> matches) {
            this.count = services.size();
            this.matching = services.stream().filter(matches).toList();
        }

        void peers(int allCount, int allMatching) {
            othersCount = allCount - count;
            othersMatching = allMatching - matching.size();
        }

        double own() {
            return matching.size() / (double) count;
        }

        double others() {
            return othersMatching / (double) othersCount;
        }

        /** Standard deviations between the two; peers who never or always match are taken as one half match away. */
        double z() {
            double floor = 0.5 / othersCount;
            double usual = Math.min(1 - floor, Math.max(floor, others()));
            return (own() - usual) / Math.sqrt(usual * (1 - usual) / count);
        }
    }

    private static @Nullable String family(String code) {
        for (String[] family : FAMILIES) {
            if (code.compareTo(family[0]) >= 0 && code.compareTo(family[1]) <= 0) {
                return family[0] + "-" + family[1];
            }
        }
        return null;
    }

    private static boolean isOfficeVisit(Service service) {
        return service.place().equals("11") && family(service.code()) != null;
    }

    private static BigDecimal charge(Service service) {
        BigDecimal charge = service.line().amounts().charge();
        return charge == null ? BigDecimal.ZERO : charge;
    }

    private static BigDecimal unitCharge(Service service) {
        return charge(service).divide(service.units(), MathContext.DECIMAL64);
    }

    private static BigDecimal mostFrequentCharge(List<Service> services) {
        Map<BigDecimal, Integer> counts = new TreeMap<>();
        services.forEach(service -> counts.merge(charge(service), 1, Integer::sum));
        int most = new HashSet<>(counts.values()).stream().max(Integer::compare).orElse(0);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static String percent(double share) {
        return round(share * 100) + " %";
    }

    private static String round(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static Observation.Draft draft(Peers peers, String npi, List<Service> services) {
        return Observation.ofProvider(npi)
                .topic(peers.topic())
                .window(peers.first(), peers.last())
                .evidence(services.stream().map(Service::evidence).toList());
    }
}
