package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.deid.SmallCells;
import io.github.tic4j.claims.measure.ReadmissionScore;
import io.github.tic4j.claims.measure.Readmissions;
import io.github.tic4j.claims.measure.Stay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The views of the gold layer: one row per person, provider and diagnosis, each fact summed up before it is joined. */
final class GoldViews {

    /** What is summed up under one key. */
    private static final class Tally {

        private long claims;
        private BigDecimal cost = BigDecimal.ZERO;
        private long prescriptions;
        private BigDecimal prescriptionCost = BigDecimal.ZERO;
        private final Set<String> patients = new HashSet<>();
        private final List<Stay> stays = new ArrayList<>();
        private long indexStays;
        private long readmissions;
        private boolean shown = true;

        @Nullable
        BigDecimal averageCost() {
            return claims == 0 ? null : cost.divide(BigDecimal.valueOf(claims), 2, RoundingMode.HALF_UP);
        }

        @Nullable
        BigDecimal averageStay() {
            return stays.isEmpty()
                    ? null
                    : BigDecimal.valueOf(
                                    stays.stream().mapToLong(Stay::lengthOfStay).sum())
                            .divide(BigDecimal.valueOf(stays.size()), 2, RoundingMode.HALF_UP);
        }

        @Nullable
        BigDecimal readmissionRate() {
            return indexStays == 0
                    ? null
                    : BigDecimal.valueOf(readmissions).divide(BigDecimal.valueOf(indexStays), 6, RoundingMode.HALF_UP);
        }
    }

    private record Row(
            String key,
            Tally tally,
            @Nullable Patient patient,
            @Nullable Provider provider,
            BigDecimal total,
            LocalDate dataEnd) {

        <T> @Nullable T shown(RowMapping.Value<Tally, T> value) {
            return tally.shown ? value.of(tally) : null;
        }

        @Nullable
        BigDecimal share() {
            return total.signum() == 0 ? null : tally.cost.divide(total, 6, RoundingMode.HALF_UP);
        }

        @Nullable
        BigDecimal patientsPerBed() {
            Integer beds = provider == null ? null : provider.beds();
            return beds == null || beds < 1
                    ? null
                    : BigDecimal.valueOf(tally.patients.size())
                            .divide(BigDecimal.valueOf(beds), 4, RoundingMode.HALF_UP);
        }

        @Nullable
        ReadmissionScore score() {
            Integer age = patient == null ? null : patient.ageOn(dataEnd);
            Integer conditions = patient == null ? null : patient.chronicConditions();
            return age == null || age < 0 || conditions == null || conditions < 0
                    ? null
                    : ReadmissionScore.of(
                            age,
                            conditions,
                            tally.readmissions > 0
                                    ? ReadmissionScore.Readmitted.BEFORE
                                    : ReadmissionScore.Readmitted.NEVER,
                            tally.stays);
        }
    }

    private static final RowMapping<Row> PATIENT_SUMMARY = new RowMapping<Row>("patient_summary")
            .text("patient_id", Row::key)
            .word("risk_tier", row -> row.patient() == null ? null : GoldEntities.riskTier(row.patient()))
            .integer("claims", row -> row.tally().claims)
            .decimal("total_cost", row -> row.tally().cost)
            .integer("prescriptions", row -> row.tally().prescriptions)
            .decimal("prescription_cost", row -> row.tally().prescriptionCost)
            .integer("stays", row -> row.tally().stays.size())
            .decimal("average_length_of_stay", row -> row.tally().averageStay())
            .integer("readmissions", row -> row.tally().readmissions)
            .integer(
                    "readmission_score",
                    row -> row.score() == null ? null : row.score().points())
            .word(
                    "readmission_risk",
                    row -> row.score() == null ? null : row.score().band());

    private static final RowMapping<Row> PROVIDER_PERFORMANCE = new RowMapping<Row>("provider_performance")
            .text("provider_id", Row::key)
            .text("name", row -> row.provider() == null ? null : row.provider().name())
            .integer("patients", row -> row.shown(tally -> (long) tally.patients.size()))
            .integer("claims", row -> row.shown(tally -> tally.claims))
            .decimal("total_cost", row -> row.shown(tally -> tally.cost))
            .decimal("average_cost", row -> row.shown(Tally::averageCost))
            .integer("stays", row -> row.shown(tally -> (long) tally.stays.size()))
            .decimal("average_length_of_stay", row -> row.shown(Tally::averageStay))
            .integer("index_stays", row -> row.shown(tally -> tally.indexStays))
            .integer("readmissions", row -> row.shown(tally -> tally.readmissions))
            .decimal("readmission_rate", row -> row.shown(Tally::readmissionRate))
            .decimal("patients_per_bed", row -> row.shown(tally -> row.patientsPerBed()));

    private static final RowMapping<Row> DIAGNOSIS_COSTS = new RowMapping<Row>("diagnosis_cost_analysis")
            .text("diagnosis_code", Row::key)
            .integer("patients", row -> row.shown(tally -> (long) tally.patients.size()))
            .integer("claims", row -> row.shown(tally -> tally.claims))
            .decimal("total_cost", row -> row.shown(tally -> tally.cost))
            .decimal("share_of_total", row -> row.shown(tally -> row.share()))
            .decimal("average_cost", row -> row.shown(Tally::averageCost));

    private final GoldFacts facts;
    private final @Nullable SmallCells smallCells;

    GoldViews(GoldFacts facts, @Nullable SmallCells smallCells) {
        this.facts = facts;
        this.smallCells = smallCells;
    }

    void write(OpenTables tables) throws IOException {
        Map<String, Tally> persons = claimsBy(Claim::personId);
        facts.patients().keySet().forEach(id -> persons.computeIfAbsent(id, key -> new Tally()));
        for (Claim claim : facts.pharmacy()) {
            if (claim.personId() != null) {
                Tally tally = persons.computeIfAbsent(claim.personId(), key -> new Tally());
                tally.prescriptions++;
                tally.prescriptionCost = tally.prescriptionCost.add(GoldFacts.cost(claim));
            }
        }
        addStays(persons, Stay::personId);
        tables.writeAll(PATIENT_SUMMARY, rows(persons));

        Map<String, Tally> providers = claimsBy(GoldFacts::provider);
        facts.providers().keySet().forEach(id -> providers.computeIfAbsent(id, key -> new Tally()));
        addStays(providers, Stay::facility);
        suppress(providers);
        tables.writeAll(PROVIDER_PERFORMANCE, rows(providers));

        Map<String, Tally> diagnoses = claimsBy(GoldFacts::diagnosis);
        suppress(diagnoses);
        tables.writeAll(DIAGNOSIS_COSTS, rows(diagnoses));
    }

    private Map<String, Tally> claimsBy(Function<Claim, @Nullable String> key) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (Claim claim : facts.medical()) {
            String group = key.apply(claim);
            if (group != null) {
                Tally tally = tallies.computeIfAbsent(group, name -> new Tally());
                tally.claims++;
                tally.cost = tally.cost.add(GoldFacts.cost(claim));
                if (claim.personId() != null) {
                    tally.patients.add(claim.personId());
                }
            }
        }
        return tallies;
    }

    private void addStays(Map<String, Tally> tallies, Function<Stay, String> key) {
        for (Stay stay : facts.stays()) {
            tallies.computeIfAbsent(key.apply(stay), name -> new Tally()).stays.add(stay);
        }
        for (Readmissions.Outcome outcome : facts.readmissions().outcomes()) {
            Tally tally = tallies.computeIfAbsent(key.apply(outcome.index()), name -> new Tally());
            tally.indexStays++;
            tally.readmissions += outcome.isReadmitted() ? 1 : 0;
        }
    }

    private void suppress(Map<String, Tally> tallies) {
        if (smallCells != null) {
            Map<String, Long> patients = new LinkedHashMap<>();
            tallies.forEach((key, tally) -> patients.put(key, (long) tally.patients.size()));
            smallCells.show(patients).counts().forEach((key, count) -> {
                Tally tally = tallies.get(key);
                if (tally != null) {
                    tally.shown = count.isPresent();
                }
            });
        }
    }

    private List<Row> rows(Map<String, Tally> tallies) {
        BigDecimal total = tallies.values().stream().map(tally -> tally.cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Row> rows = new ArrayList<>();
        tallies.forEach((key, tally) -> rows.add(
                new Row(key, tally, facts.patients().get(key), facts.providers().get(key), total, facts.dataEnd())));
        return rows;
    }
}
