package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.RuleDraft.claim;
import static io.github.tic4j.claims.rule.RuleDraft.each;
import static io.github.tic4j.claims.rule.RuleDraft.line;
import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.INFO;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PaymentStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The money of one claim adds up. */
final class AmountRules {

    private static final Part CHARGE = new Part("charge", Amounts::charge);
    private static final Part ALLOWED = new Part("allowed", Amounts::allowed);
    private static final Part PAID = new Part("paid", Amounts::paid);

    static final List<Rule<ClaimCase>> ALL = List.of(
            each(Walk.AMOUNTS, "AMT-001", ERROR, "amounts")
                    .reason("An amount of an original claim is not negative")
                    .when((c, amounts) -> c.claim().isOriginal() && !amounts.equals(Amounts.NONE))
                    .observed((c, amounts) -> Money.show(lowest(amounts)))
                    .holds((c, amounts) -> lowest(amounts).signum() >= 0),
            total("AMT-002", ERROR, CHARGE),
            total("AMT-003", WARNING, ALLOWED),
            total("AMT-004", WARNING, PAID),
            ceiling("AMT-005", ALLOWED, CHARGE),
            ceiling("AMT-006", PAID, ALLOWED),
            each(Walk.AMOUNTS, "AMT-007", WARNING, "amounts.allowed")
                    .reason("What is allowed is what payers paid and the member owes")
                    .when((c, amounts) ->
                            amounts.allowed() != null && amounts.paid() != null && hasMemberShare(amounts))
                    .observed((c, amounts) -> Money.show(amounts.allowed()) + ", not " + Money.show(explained(amounts)))
                    .holds((c, amounts) -> Money.equal(
                            amounts.allowed(), explained(amounts), c.options().tolerance())),
            claim("AMT-011", WARNING, "amounts.paid")
                    .reason("A denied claim pays nothing and says why")
                    .when((c, claim) -> claim.status() == PaymentStatus.DENIED)
                    .observed((c, claim) -> "paid " + Money.show(claim.amounts().paid()))
                    .holds((c, claim) -> isDeniedInFull(claim)),
            line("AMT-012", WARNING, "amounts.charge")
                    .reason("A line charges something")
                    .when((c, line) -> line.amounts().charge() != null && !line.isTotalLine())
                    .holds((c, line) -> Money.orZero(line.amounts().charge()).signum() != 0),
            line("AMT-013", INFO, "amounts.charge")
                    .reason("The charge per unit is not above what is believable")
                    .needs(reference -> reference.unitPriceCeilings() != null)
                    .when((c, line) -> line.amounts().charge() != null && ceilingOf(c, line) != null)
                    .observed((c, line) -> Money.show(line.amounts().charge()) + " for " + Money.show(line.units()))
                    .holds(AmountRules::isWithinUnitPrice));

    private AmountRules() {}

    private static Rule<ClaimCase> total(String id, Severity severity, Part part) {
        return claim(id, severity, "amounts." + part.name())
                .reason("The " + part.name() + " amounts of the lines add up to that of the claim")
                .when((c, claim) -> part.of(claim.amounts()) != null && ofLines(claim, part) != null)
                .observed((c, claim) ->
                        Money.show(part.of(claim.amounts())) + ", lines " + Money.show(ofLines(claim, part)))
                .holds((c, claim) -> Money.equal(
                        part.of(claim.amounts()),
                        ofLines(claim, part),
                        c.options().tolerance()));
    }

    private static Rule<ClaimCase> ceiling(String id, Part part, Part limit) {
        return each(Walk.AMOUNTS, id, WARNING, "amounts." + part.name())
                .reason("The " + part.name() + " amount is no more than the " + limit.name() + " amount")
                .when((c, amounts) -> c.claim().isOriginal() && part.of(amounts) != null && limit.of(amounts) != null)
                .observed((c, amounts) -> Money.show(part.of(amounts)) + " of " + Money.show(limit.of(amounts)))
                .holds((c, amounts) -> !Money.exceeds(
                        part.of(amounts), limit.of(amounts), c.options().tolerance()));
    }

    private static @Nullable BigDecimal ofLines(Claim claim, Part part) {
        return Money.sumOfLines(claim, part::of);
    }

    private static BigDecimal lowest(Amounts amounts) {
        return Money.orZero(amounts.charge())
                .min(Money.orZero(amounts.allowed()))
                .min(Money.orZero(amounts.paid()))
                .min(Money.orZero(amounts.coinsurance()))
                .min(Money.orZero(amounts.copayment()))
                .min(Money.orZero(amounts.deductible()))
                .min(Money.orZero(amounts.otherPayerPaid()));
    }

    private static boolean hasMemberShare(Amounts amounts) {
        return amounts.coinsurance() != null || amounts.copayment() != null || amounts.deductible() != null;
    }

    private static BigDecimal explained(Amounts amounts) {
        return Money.orZero(amounts.paid())
                .add(Money.orZero(amounts.coinsurance()))
                .add(Money.orZero(amounts.copayment()))
                .add(Money.orZero(amounts.deductible()))
                .add(Money.orZero(amounts.otherPayerPaid()));
    }

    private static boolean isDeniedInFull(Claim claim) {
        boolean explained = !claim.adjustments().isEmpty();
        for (ClaimLine line : claim.lines()) {
            explained |= !line.adjustments().isEmpty();
        }
        return explained && Money.orZero(claim.amounts().paid()).signum() == 0;
    }

    private static @Nullable BigDecimal ceilingOf(ClaimCase subject, ClaimLine line) {
        Function<String, Optional<BigDecimal>> ceilings = subject.reference().unitPriceCeilings();
        return ceilings == null || line.hcpcs() == null
                ? null
                : ceilings.apply(line.hcpcs().value()).orElse(null);
    }

    private static boolean isWithinUnitPrice(ClaimCase subject, ClaimLine line) {
        BigDecimal ceiling = ceilingOf(subject, line);
        BigDecimal units = line.units() == null || line.units().signum() <= 0 ? BigDecimal.ONE : line.units();
        return ceiling == null || !Money.exceeds(line.amounts().charge(), ceiling.multiply(units), BigDecimal.ZERO);
    }

    /** One of the amounts. */
    private record Part(String name, Function<Amounts, @Nullable BigDecimal> getter) {

        @Nullable
        BigDecimal of(Amounts amounts) {
            return getter.apply(amounts);
        }
    }
}
