package io.github.tic4j.claims.generate;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.alert.Exclusion;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.code.ZipCode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a world of claims: office visits with a laboratory service now and then, hospital stays, and monthly fills, all
 * within one calendar year. The same seed and sizes give the same claims on every machine. The claims pass validation
 * and raise no alert until a {@link Fault} is put in.
 */
public final class ClaimGenerator {

    /** The year in which everything happens. */
    public static final int YEAR = 2023;

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int PRACTITIONERS_PER_SPECIALTY = 5;

    private final long seed;
    private final int persons;

    private ClaimGenerator(long seed, int persons) {
        this.seed = seed;
        this.persons = persons;
    }

    /** A world of 100 persons. */
    public static ClaimGenerator seeded(long seed) {
        return new ClaimGenerator(seed, 100);
    }

    /** A world of this many persons, at least 100, which some faults need. */
    public ClaimGenerator persons(int value) {
        if (value < 100) {
            throw new IllegalArgumentException("a world has at least 100 persons, was " + value);
        }
        return new ClaimGenerator(seed, value);
    }

    /** The world without faults. */
    public GeneratedClaims generate() {
        return new Run(new Random(seed), persons).world();
    }

    /** The world with each of these faults put in once, in the order given. */
    public GeneratedClaims generate(Fault... faults) {
        return generate(1, faults);
    }

    /** The world with each of these faults put in this many times, each time into other claims. */
    public GeneratedClaims generate(int times, Fault... faults) {
        Faults injection = new Faults(generate(), new Random(seed + 1));
        for (Fault fault : faults) {
            for (int i = 0; i < times; i++) {
                injection.put(fault);
            }
        }
        return injection.world();
    }

    /** One generation: a source of chance and what came of it so far. */
    private static final class Run {

        private final Random random;
        private final int persons;
        private final List<Provider> practitioners = new ArrayList<>();
        private final List<Provider> providers = new ArrayList<>();
        private final List<Patient> patients = new ArrayList<>();
        private final List<CoverageSpan> coverage = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final Provider hospital;
        private final Provider pharmacy;

        Run(Random random, int persons) {
            this.random = random;
            this.persons = persons;
            hospital = place(1, "made-up hospital", World.HOME_ZIP);
            pharmacy = place(2, "made-up pharmacy", World.HOME_ZIP);
        }

        GeneratedClaims world() {
            for (int i = 0; i < World.SPECIALTIES.size() * PRACTITIONERS_PER_SPECIALTY; i++) {
                practitioners.add(practitioner(100 + i, World.SPECIALTIES.get(i % World.SPECIALTIES.size()), null));
            }
            place(3, "made-up far hospital", World.FAR_ZIP);
            practitioner(Faults.EXCLUDED, "radiology", null);
            practitioner(Faults.DEACTIVATED, "radiology", LocalDate.of(YEAR, 2, 1));
            for (int i = 0; i < persons; i++) {
                person(i);
            }
            Exclusion exclusion = new Exclusion(World.npi(Faults.EXCLUDED), LocalDate.of(YEAR, 1, 1), null, Set.of());
            return new GeneratedClaims(patients, providers, coverage, claims, List.of(exclusion), List.of());
        }

        private void person(int index) {
            LocalDate death = index % 20 == 7 ? LocalDate.of(YEAR, 9, 30).plusDays(random.nextInt(30)) : null;
            String id = "person-" + index;
            patients.add(Patient.builder(id)
                    .name("Given" + index, "Family" + index)
                    .birthDate(LocalDate.of(1950 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)))
                    .deathDate(death)
                    .sex(index % 2 == 0 ? "F" : "M")
                    .address(new Address(null, "Cambridge", null, "MA", ZipCode.of(World.HOME_ZIP)))
                    .build());
            LocalDate end = death == null ? LocalDate.of(YEAR, 12, 31) : death;
            coverage.add(CoverageSpan.of(id, "made-up payer", "standard", LocalDate.of(YEAR, 1, 1), end));
            Provider doctor = practitioners.get(index % practitioners.size());
            LocalDate admission = index % 5 == 0 ? LocalDate.of(YEAR, 3, 1).plusDays(random.nextInt(90)) : null;
            if (admission != null) {
                stay(id, admission);
            }
            visits(id, doctor, admission, end);
            fills(id, doctor, end);
        }

        private void visits(String person, Provider doctor, @Nullable LocalDate admission, LocalDate end) {
            for (int month = 1; month <= 12; month++) {
                LocalDate day = weekday(LocalDate.of(YEAR, month, 1 + random.nextInt(24)));
                boolean inHospital =
                        admission != null && !day.isBefore(admission) && day.isBefore(admission.plusDays(12));
                if (day.isBefore(end) && !inHospital) {
                    String level = World.VISITS.get(level());
                    boolean laboratory = random.nextInt(4) == 0;
                    claims.add(Visits.visit("visit-" + claims.size(), person, doctor.id(), hospital.id(), day)
                            .diagnoses(World.DIAGNOSES.get(random.nextInt(World.DIAGNOSES.size())))
                            .lines(
                                    laboratory
                                            ? List.of(
                                                    Visits.line(1, level, day, random),
                                                    Visits.line(2, "85025", day, random))
                                            : List.of(Visits.line(1, level, day, random)))
                            .build());
                    total();
                }
            }
        }

        /** Of ten visits, three are at level 2, five at level 3, and one each at levels 4 and 5. */
        private int level() {
            int chance = random.nextInt(10);
            return chance < 3 ? 0 : chance < 8 ? 1 : chance - 6;
        }

        private void stay(String person, LocalDate admission) {
            LocalDate discharge = admission.plusDays(1 + random.nextInt(10));
            BigDecimal charge = BigDecimal.valueOf(400_000 + random.nextInt(500_000), 2);
            claims.add(Claim.institutional("stay-" + claims.size())
                    .personId(person)
                    .memberId("M-" + person)
                    .payer("made-up payer")
                    .plan("standard")
                    .status(PaymentStatus.PAID)
                    .billType("111")
                    .drg(Drg.ms("292"))
                    .period(admission, discharge)
                    .stay(admission, discharge)
                    .admission("1", "1")
                    .dischargeStatus("01")
                    .billingNpi(hospital.id())
                    .facilityNpi(hospital.id())
                    .diagnoses("I50.9")
                    .receivedDate(discharge.plusDays(5))
                    .processedDate(discharge.plusDays(15))
                    .paidDate(discharge.plusDays(20))
                    .line(line -> line.revenueCode("0120")
                            .units(discharge.toEpochDay() - admission.toEpochDay())
                            .amounts(Visits.paid(charge)))
                    .amounts(Visits.paid(charge))
                    .build());
        }

        private void fills(String person, Provider doctor, LocalDate end) {
            String drug = World.DRUGS.get(random.nextInt(World.DRUGS.size()));
            LocalDate day = LocalDate.of(YEAR, 1, 2).plusDays(random.nextInt(20));
            for (int fill = 0; fill < 11 && day.isBefore(end); fill++) {
                claims.add(Visits.fill("fill-" + claims.size(), person, drug, day, doctor.id(), pharmacy.id())
                        .build());
                day = day.plusDays(30 + random.nextInt(3));
            }
        }

        private void total() {
            int last = claims.size() - 1;
            claims.set(last, Visits.withTotal(claims.get(last)));
        }

        private Provider practitioner(int number, String specialty, @Nullable LocalDate deactivated) {
            Provider provider = Provider.builder(World.npi(number))
                    .npi(World.npi(number))
                    .kind(Provider.Kind.INDIVIDUAL)
                    .name("Practitioner" + number)
                    .specialty(specialty)
                    .address(new Address(null, "Cambridge", null, "MA", ZipCode.of(World.HOME_ZIP)))
                    .deactivatedDate(deactivated)
                    .build();
            providers.add(provider);
            return provider;
        }

        private Provider place(int number, String name, String zip) {
            Provider provider = Provider.builder(World.npi(number))
                    .npi(World.npi(number))
                    .kind(Provider.Kind.ORGANIZATION)
                    .name(name)
                    .address(new Address(null, null, null, null, ZipCode.of(zip)))
                    .build();
            providers.add(provider);
            return provider;
        }

        private static LocalDate weekday(LocalDate day) {
            LocalDate found = day;
            while (WEEKEND.contains(found.getDayOfWeek())) {
                found = found.plusDays(1);
            }
            return found;
        }
    }
}
