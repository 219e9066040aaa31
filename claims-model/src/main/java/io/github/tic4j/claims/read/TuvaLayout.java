package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Address;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.code.ZipCode;
import io.github.tic4j.claims.read.Layout.FileTest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The columns of the Tuva input layer: medical claims and pharmacy claims by line, eligibility by span. */
final class TuvaLayout implements Layout {

    private static final FileTest ELIGIBILITY = FileTest.with("enrollment_start_date", "enrollment_end_date");

    @Override
    public List<Recipe<Claim>> claims() {
        FileTest pharmacy = FileTest.with("claim_id", "ndc_code");
        FileTest medical = FileTest.with("claim_id", "claim_type").without("ndc_code");
        return List.of(
                new Recipe<>(medical, TuvaLayout::claimKey, TuvaClaims::medical),
                new Recipe<>(pharmacy, TuvaLayout::claimKey, TuvaClaims::pharmacy));
    }

    @Override
    public List<Recipe<Patient>> patients() {
        return List.of(Recipe.perRow(ELIGIBILITY, TuvaLayout::patient));
    }

    @Override
    public List<Recipe<CoverageSpan>> coverage() {
        return List.of(Recipe.perRow(ELIGIBILITY, TuvaLayout::span));
    }

    private static @Nullable String claimKey(SourceRow row) {
        String id = row.value("claim_id");
        return id == null ? null : id + '\0' + row.value("data_source");
    }

    private static List<Sourced<Patient>> patient(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        String zip = fields.text("zip_code");
        Patient patient = Patient.builder(RifClaims.orEmpty(fields.first("person_id", "patient_id")))
                .name(fields.text("first_name"), fields.text("last_name"))
                .birthDate(fields.date("birthDate", "birth_date"))
                .deathDate(fields.date("deathDate", "death_date"))
                .sex(fields.text("gender"))
                .race(fields.text("race"))
                .ethnicity(fields.text("ethnicity"))
                .ssn(fields.first("ssn", "social_security_number"))
                .address(new Address(
                        fields.text("address"),
                        fields.text("city"),
                        null,
                        fields.text("state"),
                        zip == null ? null : ZipCode.of(zip)))
                .phone(fields.text("phone"))
                .email(fields.text("email"))
                .build();
        return List.of(Sourced.of(patient, rows));
    }

    private static List<Sourced<CoverageSpan>> span(List<SourceRow> rows, Consumer<Refusal> refusals) {
        Fields fields = Fields.of(rows, refusals);
        CoverageSpan span = new CoverageSpan(
                RifClaims.orEmpty(fields.first("person_id", "patient_id")),
                fields.text("member_id"),
                fields.text("subscriber_id"),
                fields.text("subscriber_relation"),
                fields.text("payer"),
                fields.text("payer_type"),
                fields.text("plan"),
                fields.text("group_id"),
                fields.date("startDate", "enrollment_start_date"),
                fields.date("endDate", "enrollment_end_date"),
                fields.text("data_source"));
        return List.of(Sourced.of(span, rows));
    }
}
