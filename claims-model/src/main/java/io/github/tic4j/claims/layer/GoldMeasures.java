package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.measure.Adherence;
import io.github.tic4j.claims.measure.DrugFill;
import io.github.tic4j.claims.measure.MemberMonth;
import io.github.tic4j.claims.measure.MonthlyCost;
import io.github.tic4j.claims.measure.Readmissions;
import io.github.tic4j.claims.measure.Stay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measures of the gold layer. */
final class GoldMeasures {

    private record Therapy(
            String person, String drug, int fills, Optional<Adherence.Pdc> pdc, Optional<Adherence.Mpr> mpr) {}

    private static final RowMapping<Stay> STAYS = new RowMapping<Stay>("stays")
            .text("patient_id", Stay::personId)
            .text("provider_id", Stay::facility)
            .date("admission_date", Stay::admission)
            .date("discharge_date", Stay::discharge)
            .integer("length_of_stay", Stay::lengthOfStay)
            .text(
                    "discharge_status_code",
                    stay -> stay.dischargeStatus() == null
                            ? null
                            : stay.dischargeStatus().value())
            .text("principal_diagnosis", Stay::principalDiagnosis)
            .text("claim_ids", stay -> String.join(" ", stay.claimIds()))
            .decimal("charge", stay -> stay.amounts().charge())
            .decimal("paid", stay -> stay.amounts().paid());

    private static final RowMapping<Readmissions.Outcome> READMISSIONS = new RowMapping<Readmissions.Outcome>(
                    "readmissions")
            .text("patient_id", outcome -> outcome.index().personId())
            .text("provider_id", outcome -> outcome.index().facility())
            .date("discharge_date", outcome -> outcome.index().discharge())
            .flag("readmitted", Readmissions.Outcome::isReadmitted)
            .flag("planned", Readmissions.Outcome::planned)
            .integer("days", outcome -> outcome.isReadmitted() ? outcome.days() : null)
            .date("readmission_date", GoldMeasures::readmission);

    private static final RowMapping<MemberMonth> MEMBER_MONTHS = new RowMapping<MemberMonth>("member_months")
            .text("patient_id", MemberMonth::personId)
            .text("payer", MemberMonth::payer)
            .text("plan", MemberMonth::plan)
            .date("month", month -> month.month().atDay(1));

    private static final RowMapping<MonthlyCost> MONTHLY_COSTS = new RowMapping<MonthlyCost>("monthly_costs")
            .date("month", cost -> cost.month().atDay(1))
            .decimal("cost", MonthlyCost::cost)
            .decimal("unmatched_cost", MonthlyCost::unmatchedCost)
            .integer("members", MonthlyCost::members)
            .decimal("cost_per_member", cost -> cost.perMember().orElse(null))
            .flag("immature", MonthlyCost::immature);

    private static final RowMapping<Therapy> ADHERENCE = new RowMapping<Therapy>("adherence")
            .text("patient_id", Therapy::person)
            .text("drug", Therapy::drug)
            .integer("fills", Therapy::fills)
            .date("index_date", row -> row.pdc().map(Adherence.Pdc::indexDate).orElse(null))
            .integer(
                    "days_covered", row -> row.pdc().map(Adherence.Pdc::covered).orElse(null))
            .integer("days", row -> row.pdc().map(Adherence.Pdc::days).orElse(null))
            .decimal("pdc", row -> row.pdc().flatMap(pdc -> pdc.rate().value()).orElse(null))
            .flag("adherent", row -> row.pdc().map(Adherence.Pdc::isAdherent).orElse(null))
            .decimal("mpr", row -> row.mpr().flatMap(mpr -> mpr.raw().value()).orElse(null));

    private final GoldFacts facts;
    private final Function<PrescriptionFill, Optional<String>> ingredients;

    GoldMeasures(GoldFacts facts, Function<PrescriptionFill, Optional<String>> ingredients) {
        this.facts = facts;
        this.ingredients = ingredients;
    }

    void write(OpenTables tables) throws IOException {
        tables.writeAll(STAYS, facts.stays());
        tables.writeAll(READMISSIONS, facts.readmissions().outcomes());
        Set<MemberMonth> months = MemberMonth.of(facts.data().coverage().stream(), facts.dataEnd());
        tables.writeAll(MEMBER_MONTHS, months);
        tables.writeAll(
                MONTHLY_COSTS,
                MonthlyCost.of(
                        Stream.concat(facts.medical().stream(), facts.pharmacy().stream()),
                        GoldFacts::cost,
                        months,
                        facts.dataEnd()));
        tables.writeAll(ADHERENCE, therapies());
    }

    private List<Therapy> therapies() {
        Map<String, List<DrugFill>> fills = new TreeMap<>();
        DrugFill.of(facts.pharmacy().stream(), ingredients)
                .forEach(fill -> fills.computeIfAbsent(fill.personId() + "\0" + fill.drug(), key -> new ArrayList<>())
                        .add(fill));
        List<Therapy> therapies = new ArrayList<>();
        for (List<DrugFill> ofDrug : fills.values()) {
            DrugFill first = ofDrug.get(0);
            LocalDate start = ofDrug.stream()
                    .map(DrugFill::date)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate end = end(first.personId());
            therapies.add(new Therapy(
                    first.personId(),
                    first.drug(),
                    ofDrug.size(),
                    Adherence.pdc(ofDrug, start, end),
                    Adherence.mpr(ofDrug, start, end)));
        }
        return therapies;
    }

    private LocalDate end(String person) {
        LocalDate death = facts.patients().containsKey(person)
                ? facts.patients().get(person).deathDate()
                : null;
        return death != null && death.isBefore(facts.dataEnd()) ? death : facts.dataEnd();
    }

    private static @Nullable LocalDate readmission(Readmissions.Outcome outcome) {
        Stay readmission = outcome.readmission();
        return readmission == null ? null : readmission.admission();
    }
}
