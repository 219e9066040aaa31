package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.InpatientProcedure;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.Code;
import io.github.tic4j.claims.code.CodeTable;
import io.github.tic4j.claims.code.CodeTable.Verdict;
import io.github.tic4j.claims.code.Modifier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes exist and are in force on the day of service, as far as a table of their system is loaded. */
final class CodeTableRules {

    static final List<Rule<ClaimCase>> ALL = List.of(
            listed("VAL-001", Field.DIAGNOSES, "A diagnosis is listed and in force"),
            listed("VAL-002", Field.PROCEDURES, "An ICD procedure is listed and in force"),
            listed("VAL-003", Field.HCPCS, "A procedure code is listed and in force"),
            rule(
                    "VAL-004",
                    Scope.LINE,
                    "modifiers",
                    "A modifier is listed and in force",
                    CodeTableRules::checkModifiers),
            listed("VAL-005", Field.NDCS, "A drug is listed and in force"),
            listed("VAL-006", Field.REVENUE_CODES, "A revenue code is listed and in force"),
            listed("VAL-007", Field.BILL_TYPE, "A type of bill is listed and in force"),
            listed("VAL-008", Field.PLACES, "A place of service is listed and in force"),
            listed("VAL-009", Field.DRG, "A DRG is listed and in force"),
            listed("VAL-010", Field.DISCHARGE_STATUS, "A discharge status is listed and in force"),
            listed("VAL-011", Field.TAXONOMY, "A taxonomy is listed and in force"));

    private CodeTableRules() {}

    private static <T> Rule<ClaimCase> listed(String id, Field<T> field, String reason) {
        Scope scope = field.walk() == Walk.LINES ? Scope.LINE : Scope.CLAIM;
        return rule(id, scope, field.path(), reason, (subject, findings) -> {
            Walk<T> walk = field.walk();
            Result result = Result.NOT_APPLICABLE;
            for (int i = 0, size = walk.size(subject.claim()); i < size; i++) {
                T part = walk.get(subject.claim(), i);
                Code code = part == null ? null : field.code().get(part);
                Verdict verdict = find(subject, code, dateOf(subject, part));
                if (verdict != null) {
                    boolean active = verdict == Verdict.ACTIVE;
                    String path = walk.path(i, field.path());
                    result = result.and(active ? Result.PASS : findings.fail(path, describe(code, verdict)));
                }
            }
            return result;
        });
    }

    private static Rule<ClaimCase> rule(String id, Scope scope, String path, String reason, Check<ClaimCase> check) {
        RuleInfo info = new RuleInfo(id, Severity.ERROR, scope, Dimension.VALIDITY, path, reason, true);
        return new Rule<>(info, check);
    }

    private static Result checkModifiers(ClaimCase subject, Findings findings) {
        Result result = Result.NOT_APPLICABLE;
        List<ClaimLine> lines = subject.claim().lines();
        for (int i = 0; i < lines.size(); i++) {
            for (Modifier modifier : lines.get(i).modifiers()) {
                Verdict verdict = find(subject, modifier, dateOf(subject, lines.get(i)));
                if (verdict != null) {
                    boolean active = verdict == Verdict.ACTIVE;
                    String path = "lines[" + i + "].modifiers";
                    result = result.and(active ? Result.PASS : findings.fail(path, describe(modifier, verdict)));
                }
            }
        }
        return result;
    }

    /** What the table says; null if there is no table, no date, or no code that could be in it. */
    private static @Nullable Verdict find(ClaimCase subject, @Nullable Code code, @Nullable LocalDate date) {
        if (code == null || date == null || !code.isValid()) {
            return null;
        }
        CodeTable table = subject.reference().codeTable(code.system());
        return table == null ? null : table.find(code.value(), date);
    }

    private static @Nullable LocalDate dateOf(ClaimCase subject, @Nullable Object part) {
        LocalDate own = null;
        if (part instanceof ClaimLine line) {
            PrescriptionFill fill = line.fill();
            own = line.startDate() == null && fill != null ? fill.dispensingDate() : line.startDate();
        } else if (part instanceof InpatientProcedure procedure) {
            own = procedure.date();
        }
        return own == null ? subject.codingDate() : own;
    }

    private static String describe(@Nullable Code code, Verdict verdict) {
        return "\"" + code + "\" is "
                + (verdict == Verdict.ABSENT ? "not listed" : "not in force on the day of service");
    }
}
