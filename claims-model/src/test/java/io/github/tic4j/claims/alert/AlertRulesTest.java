package io.github.tic4j.claims.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLineBuilder;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.ZipCode;
import io.github.tic4j.claims.rule.NcciTables;
import io.github.tic4j.claims.rule.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {

    private static final String NPI = "1234567893";
    private static final String OTHER = "1558598797";
    private static final String FAR = "1993999998";
    private static final LocalDate DAY = LocalDate.of(2023, 5, 10);

    private static final Map<String, Provider> PROVIDERS = Map.of(
            NPI,
                    provider(NPI, "02139")
                            .kind(Provider.Kind.INDIVIDUAL)
                            .deactivatedDate(LocalDate.of(2024, 1, 1))
                            .build(),
            OTHER, provider(OTHER, "02139").kind(Provider.Kind.ORGANIZATION).build(),
            FAR, provider(FAR, "94103").kind(Provider.Kind.ORGANIZATION).build());
    private static final Patient WOMAN = Patient.builder("w")
            .sex("F")
            .birthDate(LocalDate.of(1980, 1, 1))
            .deathDate(LocalDate.of(2023, 6, 10))
            .address(new Address(null, null, null, "MA", ZipCode.of("02139")))
            .build();
    private static final AlertContext CONTEXT = AlertContext.builder()
            .patients(id -> id.equals("w") ? Optional.of(WOMAN) : Optional.empty())
            .allProviders(npi -> Optional.ofNullable(PROVIDERS.get(npi)))
            .exclusions(new ExclusionList(List.of(new Exclusion(OTHER, DAY, DAY.plusDays(10), Set.of()))))
            .ncci(new Edits())
            .centroids(zip -> Optional.of(
                    zip.zip5().equals("94103")
                            ? new AlertContext.Point(37.773, -122.411)
                            : new AlertContext.Point(42.364, -71.104)))
            .ingredients(fill -> Optional.ofNullable(fill.drugName()))
            .build();

    @ParameterizedTest
    @CsvSource({"2023-06-10, ", "2023-06-11, ", "2023-06-12, ERROR", "2023-09-01, ERROR"})
    void servicesFromTheSecondDayAfterDeathAreTold(LocalDate day, Severity severity) {
        assertThat(severities("FWA-04", visit("c").personId("w").date(day).line(office("99213"))))
                .isEqualTo(listOf(severity));
    }

    @Test
    void laboratoriesHospicesAndRentalsAreGivenTimeAfterDeath() {
        LocalDate second = LocalDate.of(2023, 6, 12);
        ClaimBuilder laboratory = visit("lab")
                .personId("w")
                .date(second)
                .line(line -> line.hcpcs("85025").placeOfService("81"));
        ClaimBuilder hospice =
                Claim.institutional("hospice").personId("w").billType("811").date(LocalDate.of(2023, 6, 20));
        ClaimBuilder rental = visit("rental")
                .personId("w")
                .date(LocalDate.of(2023, 6, 30))
                .line(line -> line.hcpcs("E0110").modifiers("RR"));

        assertThat(severities("FWA-04", laboratory)).isEmpty();
        assertThat(severities("FWA-04", hospice)).containsExactly(Severity.WARNING);
        assertThat(severities("FWA-04", rental)).containsExactly(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"2023-05-09, 0", "2023-05-10, 1", "2023-05-19, 1", "2023-05-20, 0"})
    void exclusionsHoldFromTheirDayToReinstatement(LocalDate day, int alerts) {
        assertThat(severities("FWA-05", visit("c").date(day).referringNpi(OTHER).line(office("99213"))))
                .hasSize(alerts);
    }

    @Test
    void theLeieIsReadWithItsOddZeros() {
        String text = """
                LASTNAME,NPI,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE
                DOE,1234567893,20200115,00000000,00000000,MA
                ROE,0000000000,20200115,00000000,00000000,
                LOE,1558598797,2020-01,00000000,00000000,
                """;
        List<String> refused = new ArrayList<>();
        ExclusionList list = ExclusionList.readLeie(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                refusal -> refused.add(refusal.toString()));

        assertThat(list.of(NPI)).containsExactly(new Exclusion(NPI, LocalDate.of(2020, 1, 15), null, Set.of("MA")));
        assertThat(list.of("0000000000")).isEmpty();
        assertThat(refused).containsExactly("LEIE:4 EXCLDATE: not the dates of an exclusion");
        Exclusion waived = list.of(NPI).get(0);
        assertThat(waived.holds(DAY, "MA")).isFalse();
        assertThat(waived.holds(DAY, "NY")).isTrue();
        assertThat(waived.holds(DAY, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"960, ", "961, WARNING", "1440, WARNING", "1441, ERROR"})
    void dayOfMoreThanSixteenHoursIsImplausible(int minutes, Severity severity) {
        ClaimBuilder claim =
                visit("c").line(line -> line.hcpcs("00840").units(minutes).unitType("MJ"));

        assertThat(severities("FWA-06", claim)).isEqualTo(listOf(severity));
    }

    @Test
    void assistedServicesDoNotMakeADayLongNorDoOtherProviders() {
        UnaryOperator<ClaimLineBuilder> long700 =
                line -> line.hcpcs("00840").units(700).unitType("MJ");

        assertThat(severities(
                        "FWA-06",
                        visit("a").line(long700),
                        visit("b").line(line -> long700.apply(line).modifiers("QX"))))
                .isEmpty();
        assertThat(severities(
                        "FWA-06",
                        visit("a").line(long700),
                        visit("b").renderingNpi(OTHER).line(long700)))
                .isEmpty();
        assertThat(severities("FWA-06", visit("a").line(long700), visit("b").line(long700)))
                .hasSize(1);
        assertThat(severities(
                        "FWA-06",
                        visit("a").line(long700),
                        visit("b").line(line -> long700.apply(line).status(PaymentStatus.DENIED))))
                .isEmpty();
    }

    @Test
    void longWeeksAndMonthsAreToldApart() {
        ClaimBuilder[] month = IntStream.range(0, 5)
                .mapToObj(i -> visit("m" + i)
                        .date(LocalDate.of(2023, 5, 1 + 7 * i))
                        .line(line -> line.hcpcs("00840").units(721).unitType("MJ")))
                .toArray(ClaimBuilder[]::new);
        ClaimBuilder[] week = IntStream.range(0, 7)
                .mapToObj(i -> visit("w" + i)
                        .date(LocalDate.of(2023, 5, 8 + i))
                        .line(line -> line.hcpcs("00840").units(900).unitType("MJ")))
                .toArray(ClaimBuilder[]::new);

        assertThat(severities("FWA-06M", month)).containsExactly(Severity.INFO);
        assertThat(severities("FWA-06W", month)).isEmpty();
        assertThat(severities("FWA-06W", week)).containsExactly(Severity.WARNING);
        assertThat(severities("FWA-06M", java.util.Arrays.copyOf(month, 4))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"C61, 1", "N41.0, 1", "C60.9, 0", "O80, 0", "P07.3, 1", "I10, 0"})
    void diagnosesAreHeldAgainstSexAndAge(String code, int alerts) {
        assertThat(severities("FWA-09", visit("c").personId("w").diagnoses(code).line(office("99213"))))
                .hasSize(alerts);
    }

    @Test
    void pregnancyIsHeldAgainstAgeAndProceduresAgainstBoth() {
        assertThat(severities(
                        "FWA-09",
                        visit("c").personId("w").date(LocalDate.of(2050, 1, 1)).diagnoses("O80")))
                .hasSize(1);
        assertThat(severities("FWA-09", visit("c").personId("w").line(office("99397"))))
                .containsExactly(Severity.WARNING);
        assertThat(severities("FWA-09", visit("c").personId("nobody").diagnoses("C61")))
                .isEmpty();
    }

    @Test
    void placesFarApartAreToldUnlessTheServiceWasRemote() {
        ClaimBuilder here = visit("a").facilityNpi(OTHER).line(office("99213"));

        assertThat(severities("FWA-10", here, visit("b").facilityNpi(FAR).line(office("99213"))))
                .hasSize(1);
        assertThat(severities(
                        "FWA-10",
                        here,
                        visit("b")
                                .facilityNpi(FAR)
                                .line(line -> line.hcpcs("99213").placeOfService("02"))))
                .isEmpty();
        assertThat(severities(
                        "FWA-10",
                        here,
                        visit("b").facilityNpi(FAR).date(DAY.plusDays(1)).line(office("99213"))))
                .isEmpty();
        assertThat(severities(
                        "FWA-10P", visit("b").personId("w").facilityNpi(FAR).line(office("99213"))))
                .hasSize(1);
        assertThat(severities(
                        "FWA-10P", visit("b").personId("w").facilityNpi(OTHER).line(office("99213"))))
                .isEmpty();
    }

    @Test
    void distancesFollowTheGreatCircle() {
        AlertContext.Point boston = new AlertContext.Point(42.364, -71.104);

        assertThat(boston.kilometresTo(new AlertContext.Point(37.773, -122.411)))
                .isBetween(4300.0, 4350.0);
        assertThat(boston.kilometresTo(boston)).isZero();
        assertThat(new AlertContext.Point(0, 0).kilometresTo(new AlertContext.Point(0, 180)))
                .isBetween(20015.0, 20016.0);
    }

    @Test
    void codingEditsAreLiftedByModifiersWhereTheyMayBe() {
        ClaimBuilder plain = visit("a").line(office("80053")).line(office("82947"));
        ClaimBuilder lifted = visit("b")
                .line(office("80053"))
                .line(line -> office("82947").apply(line).modifiers("59"));
        ClaimBuilder never = visit("c")
                .line(office("11111"))
                .line(line -> office("22222").apply(line).modifiers("59"));

        assertThat(severities("FWA-02", plain)).hasSize(1);
        assertThat(severities("FWA-02", lifted)).isEmpty();
        assertThat(severities("FWA-02", never)).hasSize(1);
        assertThat(severities(
                        "FWA-02", visit("d").line(office("80053")), visit("e").line(office("82947"))))
                .hasSize(1);
        assertThat(severities(
                        "FWA-02",
                        visit("d").line(office("80053")),
                        visit("e").date(DAY.plusDays(1)).line(office("82947"))))
                .isEmpty();
        assertThat(severities("FWA-02", visit("f").line(office("99417")))).hasSize(1);
        assertThat(severities("FWA-02", visit("f").line(office("99417")).line(office("99215"))))
                .isEmpty();
    }

    @Test
    void unitsAreLimitedByDayOrByLine() {
        assertThat(severities("FWA-03", visit("a").line(units("85025", 4)))).isEmpty();
        assertThat(severities(
                        "FWA-03", visit("a").line(units("85025", 3)), visit("b").line(units("85025", 2))))
                .hasSize(1);
        assertThat(severities("FWA-03", visit("a").line(units("97110", 3)).line(units("97110", 3))))
                .isEmpty();
        assertThat(severities("FWA-03", visit("a").line(units("97110", 5)))).hasSize(1);
    }

    @Test
    void providersAreLookedUp() {
        assertThat(topics("FWA-13", visit("a").renderingNpi("1679576722").line(office("99213"))))
                .containsExactly("1679576722 unknown");
        assertThat(topics("FWA-13", visit("a").date(LocalDate.of(2024, 1, 2)).line(office("99213"))))
                .containsExactly(NPI + " deactivated");
        assertThat(topics(
                        "FWA-13",
                        Claim.institutional("i").date(DAY).billType("131").billingNpi(NPI)))
                .containsExactly(NPI + " individual");
        assertThat(topics("FWA-13", visit("a").renderingNpi("1234567890").line(office("99213"))))
                .isEmpty();
    }

    @Test
    void staysOverlapUnlessOneIsTransferredIntoTheOther() {
        assertThat(severities("FWA-12", stay("a", OTHER, 1, 5), stay("b", FAR, 4, 8)))
                .hasSize(1);
        assertThat(severities("FWA-12", stay("a", OTHER, 1, 5).dischargeStatus("02"), stay("b", FAR, 5, 8)))
                .isEmpty();
        assertThat(severities("FWA-12", stay("a", OTHER, 1, 5), stay("b", OTHER, 4, 8)))
                .isEmpty();
        assertThat(severities(
                        "FWA-12",
                        stay("a", OTHER, 1, 5),
                        visit("v").date(LocalDate.of(2023, 3, 3)).line(office("99213"))))
                .hasSize(1);
        assertThat(severities(
                        "FWA-12",
                        stay("a", OTHER, 1, 5),
                        visit("v").date(LocalDate.of(2023, 3, 5)).line(office("99213"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"23, 0", "24, 0", "22, 1", "21, 1", "1, 1"})
    void refillsAreEarlyWithMoreThanAWeekAndAQuarterLeft(int daysLater, int alerts) {
        assertThat(severities("FWA-16", fill("a", 0, 30), fill("b", daysLater, 30)))
                .hasSize(alerts);
    }

    @Test
    void supplyPilesUpOverRefills() {
        List<Severity> severities =
                severities("FWA-16", fill("a", 0, 30), fill("b", 10, 30), fill("c", 20, 30), fill("d", 190, 30));

        assertThat(severities).containsExactlyInAnyOrder(Severity.INFO, Severity.WARNING);
    }

    @Test
    void knownPatientsAreNotNewForThreeYears() {
        ClaimBuilder first = visit("a").line(office("99213"));

        assertThat(severities(
                        "FWA-11B",
                        first,
                        visit("b").date(DAY.plusYears(3).minusDays(1)).line(office("99203"))))
                .hasSize(1);
        assertThat(severities(
                        "FWA-11B", first, visit("b").date(DAY.plusYears(3)).line(office("99203"))))
                .isEmpty();
        assertThat(severities(
                        "FWA-11B",
                        first,
                        visit("b").date(DAY.plusDays(5)).billingNpi(OTHER).line(office("99203"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19, 11, 0", "20, 11, 1", "20, 60, 0"})
    void twentyEqualClaimsOfADayAreClones(int persons, String place, int alerts) {
        ClaimBuilder[] claims = IntStream.range(0, persons)
                .mapToObj(i -> visit("c" + i)
                        .personId("p" + i)
                        .diagnoses("I10")
                        .charge("80")
                        .line(line -> line.hcpcs("99213").placeOfService(place)))
                .toArray(ClaimBuilder[]::new);

        assertThat(severities("FWA-18", claims)).hasSize(alerts);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01, true", "2023-01-16, true", "2023-02-20, true", "2023-05-29, true", "2023-06-19, true",
                "2020-06-19, false",
        "2023-07-04, true", "2023-09-04, true", "2023-10-09, true", "2023-11-11, true", "2023-11-23, true",
                "2023-12-25, true",
        "2023-05-07, true", "2023-05-08, false", "2023-05-22, false", "2023-11-24, false"
    })
    void federalHolidaysAreKnown(LocalDate day, boolean holiday) {
        assertThat(Holidays.isSundayOrHoliday(day)).isEqualTo(holiday);
    }

    @Test
    void withoutLookupsOnlyWhatTheClaimsShowIsTold() {
        List<Claim> claims = List.of(visit("a")
                .personId("w")
                .date(LocalDate.of(2024, 1, 2))
                .diagnoses("C61")
                .line(office("99213"))
                .build());

        assertThat(AlertEngine.batch(AlertRules.standard(AlertContext.none()), claims.stream()))
                .isEmpty();
    }

    private static ClaimBuilder visit(String id) {
        return Claim.professional(id)
                .personId("p")
                .status(PaymentStatus.PAID)
                .date(DAY)
                .billingNpi(NPI)
                .renderingNpi(NPI);
    }

    private static ClaimBuilder stay(String id, String hospital, int admission, int discharge) {
        LocalDate from = LocalDate.of(2023, 3, admission);
        LocalDate to = LocalDate.of(2023, 3, discharge);
        return Claim.institutional(id)
                .personId("p")
                .billType("111")
                .facilityNpi(hospital)
                .period(from, to)
                .stay(from, to)
                .dischargeStatus("01");
    }

    private static ClaimBuilder fill(String id, int day, int supply) {
        PrescriptionFill fill = PrescriptionFill.builder()
                .drugName("x")
                .dispensingDate(DAY.plusDays(day))
                .daysSupply(supply)
                .build();
        return Claim.pharmacy(id).personId("p").date(DAY.plusDays(day)).line(line -> line.fill(fill));
    }

    private static UnaryOperator<ClaimLineBuilder> office(String code) {
        return line -> line.hcpcs(code).placeOfService("11");
    }

    private static UnaryOperator<ClaimLineBuilder> units(String code, int units) {
        return line -> line.hcpcs(code).placeOfService("11").units(units);
    }

    private static io.github.tic4j.claims.ProviderBuilder provider(String npi, String zip) {
        return Provider.builder(npi).npi(npi).address(new Address(null, null, null, null, ZipCode.of(zip)));
    }

    private static List<Severity> severities(String rule, ClaimBuilder... claims) {
        return alerts(rule, claims).map(alert -> alert.observation().severity()).toList();
    }

    private static List<String> topics(String rule, ClaimBuilder... claims) {
        return alerts(rule, claims).map(alert -> alert.observation().topic()).toList();
    }

    private static Stream<Alert> alerts(String rule, ClaimBuilder... claims) {
        return AlertEngine.batch(AlertRules.standard(CONTEXT), Stream.of(claims).map(ClaimBuilder::build)).stream()
                .filter(alert -> alert.ruleId().equals(rule));
    }

    private static List<Severity> listOf(Severity severity) {
        return severity == null ? List.of() : List.of(severity);
    }

    private static final class Edits implements NcciTables {

        @Override
        public List<PairEdit> pairEdits(String column1, String column2) {
            if (column1.equals("80053") && column2.equals("82947")) {
                return List.of(new PairEdit(column1, column2, LocalDate.of(2000, 1, 1), null, 1));
            }
            return column1.equals("11111") && column2.equals("22222")
                    ? List.of(new PairEdit(column1, column2, LocalDate.of(2000, 1, 1), null, 0))
                    : List.of();
        }

        @Override
        public Optional<UnitLimit> unitLimit(String code, LocalDate date) {
            return code.equals("85025")
                    ? Optional.of(new UnitLimit(4, false))
                    : code.equals("97110") ? Optional.of(new UnitLimit(4, true)) : Optional.empty();
        }

        @Override
        public Set<String> primariesOf(String addOnCode) {
            return addOnCode.equals("99417") ? Set.of("99215") : Set.of();
        }
    }
}
