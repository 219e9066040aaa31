package io.github.tic4j.claims.generate;

import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.alert.AlertContext;
import io.github.tic4j.claims.alert.AlertContext.Point;
import io.github.tic4j.claims.alert.ExclusionList;
import io.github.tic4j.claims.code.ZipCode;
import io.github.tic4j.claims.rule.NcciTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The constants of the made-up world: codes, prices, places and drugs. */
final class World {

    static final String HOME_ZIP = "02139";
    static final String FAR_ZIP = "94103";
    static final String CONTROLLED_DRUG = "made-up opioid";
    static final List<String> SPECIALTIES = List.of("family medicine", "cardiology", "orthopaedics");
    static final List<String> VISITS = List.of("99212", "99213", "99214", "99215");
    static final List<String> DIAGNOSES = List.of("E11.9", "I10", "M54.50", "J06.9", "K21.9", "R51.9");
    static final List<String> DRUGS = List.of("made-up statin", "made-up antidiabetic");

    private static final Map<String, Integer> CENTS = Map.of(
            "99212", 7523, "99213", 12047, "99214", 17781, "99215", 24339, "85025", 3119, "80053", 4127, "82947", 1913,
            "99203", 15211, "99283", 41173, "00840", 91237);
    private static final Map<String, Point> CENTROIDS =
            Map.of(HOME_ZIP, new Point(42.364, -71.104), FAR_ZIP, new Point(37.773, -122.411));

    private World() {}

    /** The product code of a drug; the labeller 99999 does not exist. */
    static String ndc(String drug) {
        return "99999-00" + (10 + (DRUGS.indexOf(drug) + 1)) + "-01";
    }

    /** The usual charge of a code, in cents; no multiple of 50 dollars. */
    static int cents(String code) {
        return CENTS.getOrDefault(code, 10_133);
    }

    /** A valid NPI made of a number below a hundred million. */
    static String npi(int number) {
        String nine = "1" + String.format("%08d", number);
        int sum = 24;
        for (int i = 8; i >= 0; i--) {
            int digit = nine.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return nine + (10 - sum % 10) % 10;
    }

    static AlertContext context(GeneratedClaims world) {
        Map<String, Patient> patients = byKey(world.patients(), Patient::id);
        Map<String, Provider> providers = byKey(world.providers(), Provider::id);
        return AlertContext.builder()
                .patients(id -> Optional.ofNullable(patients.get(id)))
                .allProviders(npi -> Optional.ofNullable(providers.get(npi)))
                .exclusions(new ExclusionList(world.exclusions()))
                .ncci(new Edits())
                .centroids((ZipCode zip) -> Optional.ofNullable(CENTROIDS.get(zip.zip5())))
                .ingredients(fill -> Optional.ofNullable(fill.drugName()))
                .controlled((PrescriptionFill fill) -> CONTROLLED_DRUG.equals(fill.drugName()))
                .build();
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /** One edit of each kind. */
    private static final class Edits implements NcciTables {

        @Override
        public List<PairEdit> pairEdits(String column1, String column2) {
            return column1.equals("80053") && column2.equals("82947")
                    ? List.of(new PairEdit(column1, column2, LocalDate.of(2000, 1, 1), null, 1))
                    : List.of();
        }

        @Override
        public Optional<UnitLimit> unitLimit(String code, LocalDate date) {
            return code.equals("85025") ? Optional.of(new UnitLimit(4, false)) : Optional.empty();
        }

        @Override
        public Set<String> primariesOf(String addOnCode) {
            return addOnCode.equals("99417") ? Set.of("99215", "99205") : Set.of();
        }
    }
}
