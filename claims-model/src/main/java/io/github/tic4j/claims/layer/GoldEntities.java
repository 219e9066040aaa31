package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.Code;
import io.github.tic4j.claims.measure.Bands;
import io.github.tic4j.claims.measure.RiskTier;
import io.github.tic4j.claims.measure.ServiceCategory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entities of the gold layer. */
final class GoldEntities {

    private record Person(Patient patient, LocalDate dataEnd) {

        @Nullable
        Integer age() {
            LocalDate death = patient.deathDate();
            return patient.ageOn(death != null && death.isBefore(dataEnd) ? death : dataEnd);
        }

        @Nullable
        String lastVisitBand() {
            LocalDate visit = patient.lastVisit();
            return visit == null || visit.isAfter(dataEnd)
                    ? null
                    : Bands.LAST_VISIT.label(BigDecimal.valueOf(ChronoUnit.DAYS.between(visit, dataEnd)));
        }
    }

    private record Prescription(Claim claim, PrescriptionFill fill) {

        @Nullable
        BigDecimal suppliedShare() {
            Integer supplied = fill.daysSupply();
            Integer prescribed = fill.daysPrescribed();
            return supplied == null || prescribed == null || prescribed < 1
                    ? null
                    : BigDecimal.valueOf(supplied)
                            .divide(BigDecimal.valueOf(prescribed), 4, RoundingMode.HALF_UP)
                            .min(BigDecimal.ONE);
        }
    }

    private record Count(String first, @Nullable String second, long claims) {}

    private static final RowMapping<Person> PATIENTS = new RowMapping<Person>("patients")
            .text("patient_id", person -> person.patient().id())
            .integer("age", Person::age)
            .text("age_band", person -> person.age() == null ? null : Bands.AGE.label(BigDecimal.valueOf(person.age())))
            .text("sex", person -> value(person.patient().sex()))
            .text("race", person -> person.patient().race())
            .text("state", person -> person.patient().address().state())
            .text("zip", person -> value(person.patient().address().zip()))
            .integer("chronic_conditions", person -> person.patient().chronicConditions())
            .word("risk_tier", person -> riskTier(person.patient()))
            .date("last_visit", person -> person.patient().lastVisit())
            .text("days_since_last_visit_band", Person::lastVisitBand)
            .date("death_date", person -> person.patient().deathDate());

    private static final RowMapping<Provider> PROVIDERS = new RowMapping<Provider>("providers")
            .text("provider_id", Provider::id)
            .text("name", Provider::name)
            .text("type", Provider::type)
            .text("specialty", Provider::specialty)
            .text("city", provider -> provider.address().city())
            .text("state", provider -> provider.address().state())
            .integer("beds", Provider::beds)
            .text(
                    "beds_band",
                    provider -> provider.beds() == null ? null : Bands.BEDS.label(BigDecimal.valueOf(provider.beds())))
            .flag("teaching", Provider::teaching);

    private static final RowMapping<Claim> CLAIMS = new RowMapping<Claim>("claims")
            .text("claim_id", Claim::id)
            .text("patient_id", Claim::personId)
            .text("provider_id", GoldFacts::provider)
            .word("claim_type", Claim::type)
            .word("service_category", ServiceCategory::of)
            .text("payer", Claim::payer)
            .date("start_date", Claim::startDate)
            .date("end_date", Claim::endDate)
            .integer("length_of_stay", GoldEntities::nights)
            .text("length_of_stay_band", GoldEntities::nightsBand)
            .text("diagnosis_code", GoldFacts::diagnosis)
            .text("procedure_code", GoldEntities::procedure)
            .decimal("charge", claim -> claim.amounts().charge())
            .decimal("allowed", claim -> claim.amounts().allowed())
            .decimal("paid", claim -> claim.amounts().paid())
            .decimal("cost", GoldFacts::cost)
            .text("cost_band", claim -> Bands.COST.label(GoldFacts.cost(claim)));

    private static final RowMapping<Prescription> PRESCRIPTIONS = new RowMapping<Prescription>("prescriptions")
            .text("prescription_id", row -> row.claim().id())
            .text("patient_id", row -> row.claim().personId())
            .text("provider_id", row -> id(row.fill().prescriber()))
            .text("ndc_code", row -> value(row.fill().ndc()))
            .text("medication", row -> row.fill().drugName())
            .date("prescription_date", row -> row.fill().dispensingDate())
            .integer("days_supplied", row -> row.fill().daysSupply())
            .integer("days_prescribed", row -> row.fill().daysPrescribed())
            .decimal("supplied_share", Prescription::suppliedShare)
            .text(
                    "supplied_share_band",
                    row -> row.suppliedShare() == null ? null : Bands.SUPPLY.label(row.suppliedShare()))
            .decimal("quantity", row -> row.fill().quantity())
            .decimal("cost", row -> GoldFacts.cost(row.claim()));

    private static final RowMapping<Count> DIAGNOSIS_CODES = new RowMapping<Count>("diagnosis_codes")
            .text("diagnosis_code", Count::first)
            .text("code_system", Count::second)
            .integer("claims", Count::claims);

    private static final RowMapping<Count> MEDICATIONS = new RowMapping<Count>("medications")
            .text("ndc_code", Count::first)
            .text("medication", Count::second)
            .integer("prescriptions", Count::claims);

    private final GoldFacts facts;

    GoldEntities(GoldFacts facts) {
        this.facts = facts;
    }

    void write(OpenTables tables) throws IOException {
        tables.open(PATIENTS, PRESCRIPTIONS, DIAGNOSIS_CODES, MEDICATIONS);
        for (Patient patient : facts.patients().values()) {
            tables.write(PATIENTS, new Person(patient, facts.dataEnd()));
        }
        tables.writeAll(PROVIDERS, facts.providers().values());
        tables.writeAll(CLAIMS, facts.medical());
        Map<Count, Long> medications = new TreeMap<>(Comparator.comparing(Count::toString));
        for (Claim claim : facts.pharmacy()) {
            for (ClaimLine line : claim.lines()) {
                PrescriptionFill fill = line.fill();
                if (fill != null) {
                    tables.write(PRESCRIPTIONS, new Prescription(claim, fill));
                    String ndc = value(fill.ndc());
                    medications.merge(new Count(ndc == null ? "" : ndc, fill.drugName(), 0), 1L, Long::sum);
                }
            }
        }
        writeCounts(tables, MEDICATIONS, medications);
        writeCounts(tables, DIAGNOSIS_CODES, diagnoses());
    }

    private Map<Count, Long> diagnoses() {
        Map<Count, Long> counts = new TreeMap<>(Comparator.comparing(Count::toString));
        for (Claim claim : facts.medical()) {
            claim.diagnoses().stream()
                    .map(Diagnosis::code)
                    .distinct()
                    .forEach(code ->
                            counts.merge(new Count(code.dotted(), code.system().name(), 0), 1L, Long::sum));
        }
        return counts;
    }

    private static void writeCounts(OpenTables tables, RowMapping<Count> mapping, Map<Count, Long> counts)
            throws IOException {
        for (Map.Entry<Count, Long> count : counts.entrySet()) {
            tables.write(
                    mapping, new Count(count.getKey().first(), count.getKey().second(), count.getValue()));
        }
    }

    static @Nullable RiskTier riskTier(Patient patient) {
        Integer conditions = patient.chronicConditions();
        return conditions == null || conditions < 0 ? null : RiskTier.of(conditions);
    }

    private static @Nullable Long nights(Claim claim) {
        LocalDate admission = claim.institutional().admissionDate();
        LocalDate discharge = claim.institutional().dischargeDate();
        return admission == null || discharge == null ? null : ChronoUnit.DAYS.between(admission, discharge);
    }

    private static @Nullable String nightsBand(Claim claim) {
        Long nights = nights(claim);
        return nights == null ? null : Bands.LENGTH_OF_STAY.label(BigDecimal.valueOf(nights));
    }

    private static @Nullable String procedure(Claim claim) {
        return claim.lines().stream()
                .filter(line -> line.hcpcs() != null)
                .findFirst()
                .map(line -> value(line.hcpcs()))
                .orElse(null);
    }

    private static @Nullable String id(@Nullable Code code) {
        return code == null ? null : code.isValid() ? code.value() : code.raw().strip();
    }

    private static @Nullable String value(@Nullable Code code) {
        return code == null ? null : code.value();
    }
}
