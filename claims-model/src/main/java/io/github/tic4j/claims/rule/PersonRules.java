package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known about a person fits together. */
final class PersonRules {

    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    static final List<Rule<PersonHistory>> ALL = List.of(
            rule("TMP-013", WARNING, "patients", "A lifetime is plausible", PersonRules::checkLifetimes),
            rule("TMP-014", ERROR, "coverage", "A span does not end before it starts", PersonRules::checkSpans),
            rule(
                    "ELG-001",
                    WARNING,
                    "coverage",
                    "Spans at one payer do not overlap",
                    noOverlap(PersonRules::isOnePayer)),
            rule(
                    "ELG-002",
                    WARNING,
                    "patients",
                    "All records agree on sex, birth and race",
                    PersonRules::checkAgreement),
            rule(
                    "ELG-003",
                    WARNING,
                    "coverage",
                    "Spans in one plan do not overlap",
                    noOverlap(PersonRules::isOnePlan)));

    private PersonRules() {}

    private static Rule<PersonHistory> rule(
            String id, Severity severity, String path, String reason, Check<PersonHistory> check) {
        return new Rule<>(new RuleInfo(id, severity, Scope.PERSON, Dimension.ACCURACY, path, reason, false), check);
    }

    private static Result checkLifetimes(PersonHistory person, Findings findings) {
        Result result = Result.NOT_APPLICABLE;
        for (int i = 0; i < person.patients().size(); i++) {
            LocalDate birth = person.patients().get(i).birthDate();
            LocalDate death = person.patients().get(i).deathDate();
            if (birth != null) {
                boolean plausible = !birth.isBefore(EARLIEST_BIRTH) && (death == null || !death.isBefore(birth));
                result = result.and(plausible ? Result.PASS : findings.fail("patients[" + i + "].birthDate", ""));
            }
        }
        return result;
    }

    private static Result checkSpans(PersonHistory person, Findings findings) {
        Result result = Result.NOT_APPLICABLE;
        for (int i = 0; i < person.coverage().size(); i++) {
            CoverageSpan span = person.coverage().get(i);
            String path = "coverage[" + i + "].endDate";
            String observed = span.startDate() + " to " + span.endDate();
            result = result.and(isBackwards(span) ? findings.fail(path, observed) : Result.PASS);
        }
        return result;
    }

    private static Check<PersonHistory> noOverlap(BiPredicate<CoverageSpan, CoverageSpan> comparable) {
        return (person, findings) -> {
            List<CoverageSpan> spans = person.coverage();
            Result result = spans.size() > 1 ? Result.PASS : Result.NOT_APPLICABLE;
            for (int i = 1; i < spans.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (comparable.test(spans.get(i), spans.get(j)) && overlap(spans.get(i), spans.get(j))) {
                        result = findings.fail("coverage[" + i + "]", "overlaps coverage[" + j + "]");
                    }
                }
            }
            return result;
        };
    }

    private static boolean isOnePayer(CoverageSpan one, CoverageSpan other) {
        return Objects.equals(one.payer(), other.payer());
    }

    private static boolean isOnePlan(CoverageSpan one, CoverageSpan other) {
        return isOnePayer(one, other) && one.plan() != null && one.plan().equals(other.plan());
    }

    private static boolean overlap(CoverageSpan one, CoverageSpan other) {
        LocalDate start = other.startDate() == null ? LocalDate.MIN : other.startDate();
        LocalDate end = other.endDate() == null ? LocalDate.MAX : other.endDate();
        return !isBackwards(one) && !isBackwards(other) && one.overlaps(start, end);
    }

    private static boolean isBackwards(CoverageSpan span) {
        return span.startDate() != null
                && span.endDate() != null
                && span.endDate().isBefore(span.startDate());
    }

    private static Result checkAgreement(PersonHistory person, Findings findings) {
        if (person.patients().size() < 2) {
            return Result.NOT_APPLICABLE;
        }
        return agree(person, "sex", Patient::sex, findings)
                .and(agree(person, "birthDate", Patient::birthDate, findings))
                .and(agree(person, "race", Patient::race, findings));
    }

    private static Result agree(
            PersonHistory person, String field, Function<Patient, @Nullable Object> value, Findings findings) {
        long values = person.patients().stream()
                .map(value)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return values <= 1 ? Result.PASS : findings.fail("patients." + field, values + " different ones");
    }
}
