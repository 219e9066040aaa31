package io.github.tic4j.validate;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Header;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a file says about itself to the rules. */
final class HeaderJudge {

    private final QualityRules rules;
    private final Findings findings;
    private final SampleValues samples = SampleValues.ALL;

    HeaderJudge(QualityRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /** Judges the header of a file; the day of the last update, if the text is one. */
    @Nullable
    LocalDate judge(FileReport file) {
        Header header = file.header();
        findings.begin();
        if (samples.isPlanId(header.plan().planId())) {
            at("plan_id", file);
            findings.report(
                    QualityRule.SAMPLE_VALUE,
                    header.plan().planId(),
                    "Expected an id of the publisher's, not one of the specification");
        }
        at("last_updated_on", file);
        String published = header.lastUpdatedOn();
        if (published == null) {
            return null;
        }
        Optional<LocalDate> updated = header.lastUpdated();
        if (!TermsFacts.isIso(updated, published)) {
            findings.report(QualityRule.DATE_INVALID, published, "Expected last_updated_on to be a day, as YYYY-MM-DD");
        }
        if (samples.isUpdate(published)) {
            findings.report(
                    QualityRule.SAMPLE_VALUE, published, "Expected the day of the data, not that of the specification");
        }
        updated.ifPresent(day -> age(day, published));
        return updated.orElse(null);
    }

    /** Where the value of a key stands; unknown if the file spells the key in another way. */
    private void at(String key, FileReport file) {
        findings.place.at(key, -1, file.rootKeys().getOrDefault(key, Place.UNKNOWN_OFFSET));
    }

    private void age(LocalDate updated, String published) {
        if (updated.isAfter(rules.asOf())) {
            findings.report(
                    QualityRule.DATE_IN_FUTURE, published, "Expected a day up to " + rules.asOf() + ", was " + updated);
        } else if (ChronoUnit.DAYS.between(updated, rules.asOf()) > rules.maxAgeDays()) {
            findings.report(
                    QualityRule.FILE_NOT_CURRENT,
                    published,
                    "Expected an update within " + rules.maxAgeDays() + " days before " + rules.asOf() + ", was "
                            + updated);
        }
    }
}
