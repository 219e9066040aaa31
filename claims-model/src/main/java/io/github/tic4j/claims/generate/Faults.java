package io.github.tic4j.claims.generate;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.DiagnosisCode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Puts faults into a world, each where no other is, and notes where. */
final class Faults {

    static final int EXCLUDED = 201;
    static final int DEACTIVATED = 202;

    private static final int MAX_TIMES = 3;
    private static final int BURST = 60;
    private static final int CLONES = 20;

    private final FaultyWorld world;
    private final Random random;
    private final List<Provider> practitioners;
    private final Map<Fault, Integer> times = new EnumMap<>(Fault.class);
    private final String hospital = World.npi(1);
    private final String farHospital = World.npi(3);

    Faults(GeneratedClaims original, Random random) {
        this.world = new FaultyWorld(original, random);
        this.random = random;
        this.practitioners = original.providers().stream()
                .filter(provider -> World.SPECIALTIES.contains(String.valueOf(provider.specialty())))
                .toList();
    }

    GeneratedClaims world() {
        return world.result();
    }

    void put(Fault fault) {
        int time = times.merge(fault, 1, Integer::sum) - 1;
        if (time >= MAX_TIMES) {
            throw new IllegalArgumentException(fault + " can be put in at most " + MAX_TIMES + " times");
        }
        switch (fault) {
            case DUPLICATE -> duplicate(fault);
            case UNBUNDLED -> visit(fault, day(time), List.of("80053", "82947"));
            case EXCESS_UNITS -> excessUnits(fault, day(time));
            case AFTER_DEATH -> afterDeath(fault);
            case EXCLUDED_PROVIDER -> visitOf(fault, World.npi(EXCLUDED), day(time));
            case LONG_DAY -> longDay(fault, doctor(9 + time), day(time));
            case HIGH_LEVELS -> highLevels(fault, doctor(time));
            case HIGH_CHARGE -> highCharge(fault);
            case WRONG_SEX -> wrongSex(fault);
            case FAR_APART -> farApart(fault, doctor(12 + time), day(time));
            case BURST -> burst(fault, doctor(9 + time), day(3 + time));
            case NOT_NEW -> notNew(fault);
            case MANY_SOURCES -> manySources(fault);
            case DURING_STAY -> duringStay(fault);
            case DEACTIVATED -> visitOf(fault, World.npi(DEACTIVATED), day(time));
            case ROUND_CHARGES -> roundCharges(fault, doctor(3 + time));
            case SUNDAYS -> sundays(fault, doctor(6 + time));
            case EARLY_REFILL -> earlyRefill(fault);
            case HIGH_VALUE -> highValue(fault);
            case CLONES -> clones(fault, doctor(12 + time), day(6 + time));
            case WRONG_NPI ->
                change(fault, claim -> claim.billingNpi("1234567890").renderingNpi("1234567890"));
            case NO_DIAGNOSIS -> noDiagnosis(fault);
            case WRONG_TOTAL -> wrongTotal(fault);
            case BACKWARDS ->
                change(
                        fault,
                        claim -> claim.period(
                                LocalDate.of(ClaimGenerator.YEAR, 12, 30), LocalDate.of(ClaimGenerator.YEAR, 1, 2)));
        }
    }

    private void duplicate(Fault fault) {
        Claim original = world.claim(world.pick(this::isPlainVisit));
        world.label(fault, original, world.add(original.toBuilder()));
    }

    private void visit(Fault fault, LocalDate day, List<String> codes) {
        List<ClaimLine> lines = new ArrayList<>();
        for (String code : codes) {
            lines.add(Visits.line(lines.size() + 1, code, day, random));
        }
        world.label(
                fault,
                world.add(newVisit(world.free(day, 1).get(0), doctor(0), day).lines(lines)));
    }

    private void excessUnits(Fault fault, LocalDate day) {
        BigDecimal charge = BigDecimal.valueOf(World.cents("85025") * 10L, 2);
        ClaimLine line = Visits.line(1, "85025", day, random).toBuilder()
                .units(10)
                .amounts(Visits.paid(charge))
                .build();
        world.label(
                fault,
                world.add(newVisit(world.free(day, 1).get(0), doctor(1), day).line(line)));
    }

    private void afterDeath(Fault fault) {
        Patient patient = world.patients().stream()
                .filter(person -> person.deathDate() != null && world.touch(person.id()))
                .findFirst()
                .orElseThrow();
        LocalDate day = Objects.requireNonNull(patient.deathDate()).plusDays(10);
        world.label(
                fault, world.add(newVisit(patient.id(), doctor(2), day).line(Visits.line(1, "99213", day, random))));
    }

    private void visitOf(Fault fault, String doctor, LocalDate day) {
        world.label(
                fault,
                world.add(newVisit(world.free(day, 1).get(0), doctor, day).line(Visits.line(1, "99213", day, random))));
    }

    private void longDay(Fault fault, String doctor, LocalDate day) {
        List<Claim> added = new ArrayList<>();
        for (String person : world.free(day, 2)) {
            ClaimLine line = Visits.line(1, "00840", day, random).toBuilder()
                    .units(800)
                    .unitType("MJ")
                    .build();
            added.add(world.add(newVisit(person, doctor, day).line(line)));
        }
        world.label(fault, added.toArray(Claim[]::new));
    }

    private void highLevels(Fault fault, String doctor) {
        world.changeAll(fault, claim -> isVisitOf(claim, doctor), claim -> {
            List<ClaimLine> lines = new ArrayList<>();
            for (ClaimLine line : claim.lines()) {
                LocalDate day = Objects.requireNonNull(line.startDate());
                boolean visit = World.VISITS.contains(
                        Objects.requireNonNull(line.hcpcs()).value());
                lines.add(
                        visit
                                ? Visits.line(line.number(), random.nextInt(3) == 0 ? "99214" : "99215", day, random)
                                : line);
            }
            return claim.toBuilder().lines(lines);
        });
    }

    private void highCharge(Fault fault) {
        int index = world.pick(claim -> isPlainVisit(claim) && "99213".equals(code(claim)));
        Claim claim = world.claim(index);
        ClaimLine line = claim.lines().get(0);
        BigDecimal charge = Objects.requireNonNull(line.amounts().charge()).multiply(BigDecimal.valueOf(20));
        world.replace(
                fault,
                index,
                claim.toBuilder()
                        .lines(List.of(
                                line.toBuilder().amounts(Visits.paid(charge)).build())));
    }

    private void wrongSex(Fault fault) {
        int index = world.pick(this::isPlainVisit);
        Claim claim = world.claim(index);
        boolean female = world.patients().stream()
                .anyMatch(person -> person.id().equals(claim.personId())
                        && person.sex() != null
                        && person.sex().isFemale());
        world.replace(
                fault,
                index,
                claim.toBuilder()
                        .diagnosis(Diagnosis.of(2, DiagnosisType.OTHER, DiagnosisCode.icd10(female ? "C61" : "O80"))));
    }

    private void farApart(Fault fault, String doctor, LocalDate day) {
        List<String> persons = world.free(day, 2);
        ClaimLine line = Visits.line(1, "99283", day, random).toBuilder()
                .placeOfService("23")
                .build();
        world.label(
                fault,
                world.add(newVisit(persons.get(0), doctor, day).line(line)),
                world.add(newVisit(persons.get(1), doctor, day)
                        .facilityNpi(farHospital)
                        .line(line)));
    }

    private void burst(Fault fault, String doctor, LocalDate day) {
        List<Claim> added = new ArrayList<>();
        for (String person : world.free(day, BURST)) {
            added.add(world.add(newVisit(person, doctor, day).line(Visits.line(1, "99212", day, random))));
        }
        world.label(fault, added.toArray(Claim[]::new));
    }

    private void notNew(Fault fault) {
        Claim earlier = world.claim(
                world.pick(claim -> isPlainVisit(claim) && startOf(claim).getMonthValue() < 5));
        LocalDate day = startOf(earlier).plusDays(3);
        String doctor = Objects.requireNonNull(earlier.providers().billing()).value();
        world.label(
                fault,
                world.add(newVisit(String.valueOf(earlier.personId()), doctor, day)
                        .line(Visits.line(1, "99203", day, random))));
    }

    private void manySources(Fault fault) {
        LocalDate day = day(times.getOrDefault(fault, 1));
        String person = world.free(day, 1).get(0);
        List<Claim> added = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LocalDate filled = day.plusDays(i * 29L);
            added.add(world.add(Visits.fill("", person, World.CONTROLLED_DRUG, filled, doctor(i), doctor(5 + i))));
        }
        world.label(fault, added.toArray(Claim[]::new));
    }

    private void duringStay(Fault fault) {
        Claim stay = world.claim(world.pick(claim -> claim.type() == ClaimType.INSTITUTIONAL
                && startOf(claim).plusDays(2).isBefore(Objects.requireNonNull(claim.endDate()))));
        LocalDate day = startOf(stay).plusDays(1);
        world.label(
                fault,
                world.add(newVisit(String.valueOf(stay.personId()), doctor(4), day)
                        .line(Visits.line(1, "99213", day, random))));
    }

    private void roundCharges(Fault fault, String doctor) {
        world.changeAll(
                fault,
                claim -> isVisitOf(claim, doctor),
                claim -> claim.toBuilder()
                        .lines(claim.lines().stream()
                                .map(line -> line.toBuilder()
                                        .amounts(Visits.paid(new BigDecimal("150.00")))
                                        .build())
                                .toList()));
    }

    private void sundays(Fault fault, String doctor) {
        world.changeAll(
                fault,
                claim -> isVisitOf(claim, doctor)
                        && startOf(claim).getMonthValue() > 6
                        && startOf(claim).getMonthValue() < 12
                        && world.isSteady(claim),
                claim -> {
                    LocalDate sunday = startOf(claim).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
                    return claim.toBuilder()
                            .date(sunday)
                            .receivedDate(sunday.plusDays(3))
                            .processedDate(sunday.plusDays(12))
                            .paidDate(sunday.plusDays(14))
                            .lines(claim.lines().stream()
                                    .map(line -> line.toBuilder().date(sunday).build())
                                    .toList());
                });
    }

    private void earlyRefill(Fault fault) {
        int last = world.pick(claim -> claim.type() == ClaimType.PHARMACY
                && world.isSteady(claim)
                && world.hasNone(other -> other.type() == ClaimType.PHARMACY
                        && Objects.equals(other.personId(), claim.personId())
                        && startOf(other).isAfter(startOf(claim))));
        Claim fill = world.claim(last);
        LocalDate day = startOf(fill).plusDays(10);
        String drug = String.valueOf(
                Objects.requireNonNull(fill.lines().get(0).fill()).drugName());
        world.label(
                fault, world.add(Visits.fill("", String.valueOf(fill.personId()), drug, day, doctor(0), World.npi(2))));
    }

    private void highValue(Fault fault) {
        int index = world.pick(claim -> claim.type() == ClaimType.INSTITUTIONAL);
        Claim stay = world.claim(index);
        BigDecimal charge = new BigDecimal("25013.37");
        ClaimLine line =
                stay.lines().get(0).toBuilder().amounts(Visits.paid(charge)).build();
        world.replace(fault, index, stay.toBuilder().lines(List.of(line)));
    }

    private void clones(Fault fault, String doctor, LocalDate day) {
        List<Claim> added = new ArrayList<>();
        for (String person : world.free(day, CLONES)) {
            ClaimLine line = Visits.line(1, "99213", day, random).toBuilder()
                    .amounts(Visits.paid(new BigDecimal("123.45")))
                    .build();
            added.add(world.add(newVisit(person, doctor, day).line(line)));
        }
        world.label(fault, added.toArray(Claim[]::new));
    }

    private void noDiagnosis(Fault fault) {
        int index = world.pick(this::isPlainVisit);
        Claim claim = world.claim(index);
        ClaimBuilder bare = Visits.visit(
                claim.id(),
                String.valueOf(claim.personId()),
                Objects.requireNonNull(claim.providers().billing()).value(),
                hospital,
                startOf(claim));
        world.replace(
                fault,
                index,
                bare.lines(claim.lines().stream()
                        .map(line -> line.toBuilder().diagnosisPointers().build())
                        .toList()));
    }

    private void wrongTotal(Fault fault) {
        int index = world.pick(this::isPlainVisit);
        Claim claim = world.claim(index);
        BigDecimal wrong = Objects.requireNonNull(claim.amounts().charge()).add(BigDecimal.ONE);
        world.set(index, claim.toBuilder().charge(wrong).build());
        world.label(fault, claim);
    }

    private void change(Fault fault, UnaryOperator<ClaimBuilder> change) {
        int index = world.pick(this::isPlainVisit);
        world.replace(fault, index, change.apply(world.claim(index).toBuilder()));
    }

    private ClaimBuilder newVisit(String person, String doctor, LocalDate day) {
        return Visits.visit("", person, doctor, hospital, day).diagnoses("R51.9");
    }

    private boolean isPlainVisit(Claim claim) {
        return claim.type() == ClaimType.PROFESSIONAL
                && claim.lines().size() == 1
                && claim.id().startsWith("visit-");
    }

    private static boolean isVisitOf(Claim claim, String doctor) {
        return claim.id().startsWith("visit-")
                && claim.providers().billing() != null
                && claim.providers().billing().value().equals(doctor);
    }

    private static String code(Claim claim) {
        return Objects.requireNonNull(claim.lines().get(0).hcpcs()).value();
    }

    private static LocalDate startOf(Claim claim) {
        return Objects.requireNonNull(claim.startDate());
    }

    private String doctor(int index) {
        return practitioners.get(index % practitioners.size()).id();
    }

    /** A Wednesday of the second half of August and later weeks, one per number, none a holiday. */
    private static LocalDate day(int number) {
        return LocalDate.of(ClaimGenerator.YEAR, 8, 2).plusWeeks(number);
    }
}
