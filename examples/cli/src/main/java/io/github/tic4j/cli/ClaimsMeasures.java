package io.github.tic4j.cli;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.layer.ClaimData;
import io.github.tic4j.claims.layer.Column;
import io.github.tic4j.claims.layer.Table;
import io.github.tic4j.claims.layer.TableSink;
import io.github.tic4j.claims.layer.TableWriter;
import io.github.tic4j.claims.measure.CleanClaims;
import io.github.tic4j.claims.measure.Denials;
import io.github.tic4j.claims.measure.MemberMonth;
import io.github.tic4j.claims.measure.MonthlyCost;
import io.github.tic4j.claims.measure.PaymentLag;
import io.github.tic4j.claims.measure.Rate;
import io.github.tic4j.claims.measure.Readmissions;
import io.github.tic4j.claims.measure.Receivables;
import io.github.tic4j.claims.measure.Stay;
import io.github.tic4j.claims.measure.Stays;
import io.github.tic4j.claims.measure.Utilisation;
import io.github.tic4j.claims.rule.ClaimValidator;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The measures of all claims of an input together, each with what it was worked out of. */
final class ClaimsMeasures {

    private static final Table TABLE = new Table(
            "measures",
            List.of(
                    new Column("measure", Column.Type.TEXT),
                    new Column("numerator", Column.Type.DECIMAL),
                    new Column("denominator", Column.Type.DECIMAL),
                    new Column("value", Column.Type.DECIMAL)));

    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final LocalDate dataEnd;

    /**
     * Works the measures out.
     *
     * @param records all records, adjustments and reversals among them
     * @param data the claims in force, and the coverage
     * @param dataEnd the last day that the data covers
     */
    ClaimsMeasures(List<Claim> records, ClaimData data, LocalDate dataEnd) {
        this.dataEnd = dataEnd;
        List<Stay> stays = Stays.merge(data.claims().stream());
        Set<MemberMonth> months = MemberMonth.of(data.coverage().stream(), dataEnd);
        stays(stays);
        cost(data, months);
        utilisation(Utilisation.of(data.claims().stream(), stays, months.size()));
        revenue(records, data);
    }

    /** Writes the table {@code measures}. */
    void write(TableSink sink) throws IOException {
        try (TableWriter table = sink.open(TABLE)) {
            for (List<@Nullable Object> row : rows) {
                table.write(row);
            }
            table.commit();
        }
    }

    /** Prints the same for people. */
    void print(PrintStream out) {
        TextTable table = new TextTable("measure", "numerator", "denominator", "value");
        rows.forEach(row -> table.add(row.toArray()));
        table.print(out);
    }

    private void stays(List<Stay> stays) {
        long nights = stays.stream().mapToLong(Stay::lengthOfStay).sum();
        ratio("length_of_stay", BigDecimal.valueOf(nights), BigDecimal.valueOf(stays.size()));
        Readmissions.Summary returns = Readmissions.of(stays, dataEnd, Readmissions.Options.defaults());
        rate("readmission_30_days_crude", returns.crude());
        rate("readmission_30_days_unplanned", returns.unplanned());
    }

    private void cost(ClaimData data, Set<MemberMonth> months) {
        List<MonthlyCost> costs = MonthlyCost.of(data.claims().stream(), ClaimsMeasures::cost, months, dataEnd);
        ratio("cost_per_member_month", sum(costs), BigDecimal.valueOf(months.size()));
    }

    private void utilisation(Utilisation use) {
        perThousand("admissions_per_thousand", use.admissions());
        perThousand("inpatient_days_per_thousand", use.days());
        perThousand("emergency_visits_per_thousand", use.emergencyVisits());
    }

    private void revenue(List<Claim> records, ClaimData data) {
        Denials denials = Denials.of(data.claims().stream());
        rate("denied_claims", denials.claims());
        add("denied_charges", denials.deniedCharge(), denials.charge(), denials.amountRate());
        ClaimValidator validator = ClaimValidator.standard();
        CleanClaims clean =
                CleanClaims.of(records.stream(), claim -> validator.check(claim).isUsable());
        rate("clean_claims", clean.clean());
        rate("first_pass_yield", clean.firstPass());
        days(
                "days_to_payment_median",
                PaymentLag.sinceReceipt(data.claims().stream()).percentile(50));
        days(
                "days_to_payment_90_percent",
                PaymentLag.sinceReceipt(data.claims().stream()).percentile(90));
        days(
                "days_from_service_to_payment_median",
                PaymentLag.sinceService(data.claims().stream()).percentile(50));
        Receivables open = Receivables.of(data.claims().stream(), dataEnd);
        add("days_in_receivables", open.outstanding(), open.chargesOf90Days(), open.daysInAr());
        add("net_collection", open.payments(), open.charges().subtract(open.contractual()), open.netCollection());
        open.aging().forEach((age, amount) -> add("open_" + age, null, null, Optional.of(amount)));
    }

    /** What was paid, or what was allowed where that is not known, or what was charged: as the gold tables count it. */
    private static BigDecimal cost(Claim claim) {
        BigDecimal paid = claim.amounts().paid();
        BigDecimal known = paid == null ? claim.amounts().allowed() : paid;
        BigDecimal cost = known == null ? claim.amounts().charge() : known;
        return cost == null ? BigDecimal.ZERO : cost;
    }

    private static BigDecimal sum(List<MonthlyCost> costs) {
        return costs.stream().map(MonthlyCost::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void rate(String measure, Rate rate) {
        add(measure, BigDecimal.valueOf(rate.numerator()), BigDecimal.valueOf(rate.denominator()), rate.value());
    }

    private void perThousand(String measure, Rate rate) {
        add(
                measure,
                BigDecimal.valueOf(rate.numerator()),
                BigDecimal.valueOf(rate.denominator()),
                rate.perThousandYears());
    }

    private void ratio(String measure, BigDecimal numerator, BigDecimal denominator) {
        add(
                measure,
                numerator,
                denominator,
                denominator.signum() == 0
                        ? Optional.empty()
                        : Optional.of(numerator.divide(denominator, 4, RoundingMode.HALF_UP)));
    }

    private void days(String measure, OptionalLong days) {
        add(
                measure,
                null,
                null,
                days.isPresent() ? Optional.of(BigDecimal.valueOf(days.getAsLong())) : Optional.empty());
    }

    private void add(
            String measure,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Optional<BigDecimal> value) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(measure.toLowerCase(Locale.ROOT));
        row.add(numerator);
        row.add(denominator);
        row.add(value.orElse(null));
        rows.add(row);
    }
}
