package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.alert.AlertEngine;
import io.github.tic4j.claims.alert.AlertRule;
import io.github.tic4j.claims.deid.SmallCells;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The third layer: entities, measures and views.
 *
 * <p>Entities are {@code patients}, {@code providers}, {@code claims}, {@code prescriptions}, {@code diagnosis_codes} and
 * {@code medications}; measures are {@code stays}, {@code readmissions}, {@code member_months}, {@code monthly_costs},
 * {@code adherence} and {@code alerts}; views are {@code patient_summary}, {@code provider_performance} and
 * {@code diagnosis_cost_analysis}. Each fact is summed up by itself before a view joins it, so that no cost is counted
 * once per prescription. The cost of a claim is what was paid, or what was allowed where that is not known, or what was
 * charged. The same data makes the same tables.
 *
 * <pre>{@code
 * new Gold(ClaimData.read(source)).withIngredients(ingredients).write(new CsvTables(folder));
 * }</pre>
 */
public final class Gold {

    private final ClaimData data;
    private final LocalDate dataEnd;
    private final List<AlertRule<?>> alertRules;
    private final Function<PrescriptionFill, Optional<String>> ingredients;
    private final @Nullable SmallCells smallCells;

    private Gold(
            ClaimData data,
            LocalDate dataEnd,
            List<AlertRule<?>> alertRules,
            Function<PrescriptionFill, Optional<String>> ingredients,
            @Nullable SmallCells smallCells) {
        this.data = data;
        this.dataEnd = dataEnd;
        this.alertRules = List.copyOf(alertRules);
        this.ingredients = ingredients;
        this.smallCells = smallCells;
    }

    /**
     * A layer of this data, which ends with its latest day of service; without alerts, with the name of a drug, or else its
     * product code, as its ingredient, and with all counts shown.
     */
    public Gold(ClaimData data) {
        this(data, lastDay(data), List.of(), Gold::drug, null);
    }

    /** The same for data that ends on another day. */
    public Gold withDataEnd(LocalDate value) {
        return new Gold(data, value, alertRules, ingredients, smallCells);
    }

    /** The same with the alerts of these rules. */
    public Gold withAlerts(List<AlertRule<?>> rules) {
        return new Gold(data, dataEnd, rules, ingredients, smallCells);
    }

    /** The same with adherence by these ingredients; fills of none are left out of it. */
    public Gold withIngredients(Function<PrescriptionFill, Optional<String>> value) {
        return new Gold(data, dataEnd, alertRules, value, smallCells);
    }

    /**
     * The same with hidden rows in the views by provider and by diagnosis: where the number of patients is small, or would
     * give a small one away, the measures of the row are null.
     */
    public Gold withSmallCells(SmallCells value) {
        return new Gold(data, dataEnd, alertRules, ingredients, value);
    }

    /** Writes all tables of the layer. */
    public void write(TableSink sink) throws IOException {
        GoldFacts facts = new GoldFacts(data, dataEnd);
        try (OpenTables tables = new OpenTables(sink)) {
            new GoldEntities(facts).write(tables);
            new GoldMeasures(facts, ingredients).write(tables);
            new GoldViews(facts, smallCells).write(tables);
            tables.writeAll(AlertTable.ROWS, AlertEngine.batch(alertRules, data.claims().stream()));
            tables.commit();
        }
    }

    private static Optional<String> drug(PrescriptionFill fill) {
        return fill.drugName() != null
                ? Optional.of(fill.drugName())
                : Optional.ofNullable(fill.ndc()).map(ndc -> ndc.value());
    }

    private static LocalDate lastDay(ClaimData data) {
        return data.claims().stream()
                .map(Claim::endDate)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }
}
