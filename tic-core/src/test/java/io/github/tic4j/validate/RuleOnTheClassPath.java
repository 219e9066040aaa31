package io.github.tic4j.validate;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.spi.Rule;

/** Found by the service loader in every test; it only speaks of the business Finders Inc. */
public final class RuleOnTheClassPath implements Rule {

    @Override
    public String id() {
        return "test-on-class-path";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void group(ProviderGroup group, Report report) {
        if ("Finders Inc.".equals(group.tin().businessName())) {
            report.finding(group.tin().businessName(), "Expected another business");
        }
    }

    @Override
    public void file(FileReport file, Report report) {
        if ("Finders Inc.".equals(file.header().reportingEntityName())) {
            report.finding(file.source(), "Expected another entity");
        }
    }
}
