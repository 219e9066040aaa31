package io.github.tic4j.claims.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a {@link Check} says what is wrong. Not thread-safe; one per subject. */
public final class Findings {

    private final String subjectId;
    private @Nullable RuleInfo rule;
    private @Nullable List<Finding> found;

    Findings(String subjectId) {
        this.subjectId = subjectId;
    }

    /**
     * Adds a finding about the subject.
     *
     * @param path the place
     * @param observed what was found there, without anything that identifies a person; an empty text adds nothing to the reason
     * @return {@link Result#FAIL}
     */
    public Result fail(String path, Object observed) {
        return fail(subjectId, path, observed);
    }

    /** Adds a finding about one of several claims; otherwise as {@link #fail(String, Object)}. */
    public Result fail(String claimId, String path, Object observed) {
        return add(claimId, path, observed, null);
    }

    /** Adds a finding about one claim because of another. */
    Result failBeside(String relatedId, String claimId, String path, Object observed) {
        return add(claimId, path, observed, relatedId);
    }

    <S> Result run(Rule<S> next, S subject) {
        rule = next.info();
        try {
            return next.check().run(subject, this);
        } catch (RuntimeException e) {
            // The message of the exception may hold data of the claim; its class may not.
            String message = "The rule broke down with " + e.getClass().getName();
            String path = next.info().path();
            keep(new Finding(next.id(), Severity.ERROR, subjectId, path, message, null));
            return Result.ERROR;
        }
    }

    List<Finding> toList() {
        return found == null ? List.of() : List.copyOf(found);
    }

    private Result add(String claimId, String path, Object observed, @Nullable String relatedId) {
        if (rule == null) {
            throw new IllegalStateException("No rule is running");
        }
        String detail = observed.toString();
        String message = detail.isEmpty() ? rule.reason() : rule.reason() + ": " + detail;
        keep(new Finding(rule.id(), rule.severity(), claimId, path, message, relatedId));
        return Result.FAIL;
    }

    private void keep(Finding finding) {
        if (found == null) {
            found = new ArrayList<>();
        }
        found.add(finding);
    }
}
