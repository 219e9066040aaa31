package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.ZipCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes persons, places and coverage of a Synthea export. */
final class SyntheaPeople {

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("alabama", "AL"),
            Map.entry("alaska", "AK"),
            Map.entry("arizona", "AZ"),
            Map.entry("arkansas", "AR"),
            Map.entry("california", "CA"),
            Map.entry("colorado", "CO"),
            Map.entry("connecticut", "CT"),
            Map.entry("delaware", "DE"),
            Map.entry("district of columbia", "DC"),
            Map.entry("florida", "FL"),
            Map.entry("georgia", "GA"),
            Map.entry("hawaii", "HI"),
            Map.entry("idaho", "ID"),
            Map.entry("illinois", "IL"),
            Map.entry("indiana", "IN"),
            Map.entry("iowa", "IA"),
            Map.entry("kansas", "KS"),
            Map.entry("kentucky", "KY"),
            Map.entry("louisiana", "LA"),
            Map.entry("maine", "ME"),
            Map.entry("maryland", "MD"),
            Map.entry("massachusetts", "MA"),
            Map.entry("michigan", "MI"),
            Map.entry("minnesota", "MN"),
            Map.entry("mississippi", "MS"),
            Map.entry("missouri", "MO"),
            Map.entry("montana", "MT"),
            Map.entry("nebraska", "NE"),
            Map.entry("nevada", "NV"),
            Map.entry("new hampshire", "NH"),
            Map.entry("new jersey", "NJ"),
            Map.entry("new mexico", "NM"),
            Map.entry("new york", "NY"),
            Map.entry("north carolina", "NC"),
            Map.entry("north dakota", "ND"),
            Map.entry("ohio", "OH"),
            Map.entry("oklahoma", "OK"),
            Map.entry("oregon", "OR"),
            Map.entry("pennsylvania", "PA"),
            Map.entry("puerto rico", "PR"),
            Map.entry("rhode island", "RI"),
            Map.entry("south carolina", "SC"),
            Map.entry("south dakota", "SD"),
            Map.entry("tennessee", "TN"),
            Map.entry("texas", "TX"),
            Map.entry("utah", "UT"),
            Map.entry("vermont", "VT"),
            Map.entry("virginia", "VA"),
            Map.entry("washington", "WA"),
            Map.entry("west virginia", "WV"),
            Map.entry("wisconsin", "WI"),
            Map.entry("wyoming", "WY"));

    private SyntheaPeople() {}

    static List<Sourced<Patient>> patient(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        Patient patient = Patient.builder(RifClaims.orEmpty(fields.text("Id")))
                .name(fields.text("FIRST"), fields.text("LAST"))
                .birthDate(fields.date("birthDate", "BIRTHDATE"))
                .deathDate(fields.date("deathDate", "DEATHDATE"))
                .sex(fields.text("GENDER"))
                .race(fields.text("RACE"))
                .ethnicity(fields.text("ETHNICITY"))
                .ssn(fields.text("SSN"))
                .address(address(fields))
                .build();
        return List.of(Sourced.of(patient, rows));
    }

    static List<Sourced<Provider>> practitioner(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        return provider(rows, fields, Provider.Kind.INDIVIDUAL, fields.text("SPECIALITY"));
    }

    static List<Sourced<Provider>> organization(List<SourceRow> rows, Consumer<Refusal> refusals) {
        return provider(rows, Fields.of(rows, refusals), Provider.Kind.ORGANIZATION, null);
    }

    static List<Sourced<CoverageSpan>> coverage(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        CoverageSpan span = new CoverageSpan(
                RifClaims.orEmpty(fields.text("PATIENT")),
                fields.text("MEMBERID"),
                null,
                fields.text("PLAN_OWNERSHIP"),
                fields.text("PAYER"),
                null,
                null,
                null,
                fields.date("startDate", "START_DATE"),
                fields.date("endDate", "END_DATE"),
                "synthea");
        return List.of(Sourced.of(span, rows));
    }

    private static List<Sourced<Provider>> provider(
            List<SourceRow> rows, Fields fields, Provider.Kind kind, @Nullable String specialty) {
        Provider provider = Provider.builder(RifClaims.orEmpty(fields.text("Id")))
                .kind(kind)
                .name(fields.text("NAME"))
                .specialty(specialty)
                .address(address(fields))
                .build();
        return List.of(Sourced.of(provider, rows));
    }

    private static Address address(Fields fields) {
        String state = fields.text("STATE");
        String zip = fields.text("ZIP");
        return new Address(
                fields.text("ADDRESS"),
                fields.text("CITY"),
                fields.text("COUNTY"),
                state == null ? null : STATES.getOrDefault(state.toLowerCase(Locale.ROOT), state),
                zip == null ? null : ZipCode.of(zip));
    }
}
