package io.github.tic4j.validate;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.read.MrfVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a reader delivers to the rules: the check of one source, fed with the events of its reader.
 *
 * <pre>{@code
 * QualityCheck check = new QualityCheck(QualityRules.defaults());
 * try (MrfReader reader = MrfReader.open(source)) {
 *     reader.visit(check);
 * }
 * System.out.println(check.report().toJson());
 * }</pre>
 *
 * <p>A host with a visitor of its own passes the events on, and calls {@link #judge(Price)} in place of {@link #price} to
 * learn whether a price is to be left out. Memory is bounded, whatever the file. Not safe for use by several threads.
 */
public final class QualityCheck implements MrfVisitor {

    private final QualityRules rules;
    private final IdRule ids;
    private @Nullable DocumentCheck current;
    private final ReportSum sum;

    /** The check of one source, whose ids are told apart by their texts. */
    public QualityCheck(QualityRules rules) {
        this(rules, IdRule.TEXT);
    }

    /** The check of one source that is read with {@link io.github.tic4j.read.ReadOptions#ids}. */
    public QualityCheck(QualityRules rules, IdRule ids) {
        this.rules = rules;
        this.ids = ids;
        this.sum = new ReportSum(rules);
    }

    @Override
    public void documentStart(String source) {
        finish();
        current = new DocumentCheck(source, rules, ids);
    }

    @Override
    public void providerReference(ProviderReference reference) {
        current("").reference(reference);
    }

    @Override
    public void containedCode(ContainedCode code) {
        current("").containedCode(code);
    }

    /** As {@link #judge(Price)}, for whoever only wants the report. */
    @Override
    public void price(Price price) {
        judge(price);
    }

    /** As {@link #judge(AllowedAmount)}, for whoever only wants the report. */
    @Override
    public void allowedAmount(AllowedAmount amount) {
        judge(amount);
    }

    /**
     * Judges a price, and counts it.
     *
     * @return the first finding that is an error, for which the price should be left out; {@code null} if there is none
     */
    public @Nullable Finding judge(Price price) {
        return current(price.item().source()).judge(price);
    }

    /**
     * Judges an allowed amount, and counts it.
     *
     * @return the first finding that is an error, for which the amount should be left out; {@code null} if there is none
     */
    public @Nullable Finding judge(AllowedAmount amount) {
        return current(amount.item().source()).judge(amount);
    }

    @Override
    public void reject(Reject reject) {
        current("").reject(reject);
    }

    @Override
    public void finding(Finding finding) {
        current("").finding(finding);
    }

    @Override
    public void documentEnd(FileReport file) {
        current(file.source()).end(file);
    }

    /** Notes that the current document could not be read to its end, and why. */
    public void brokenOff(String reason) {
        current("").brokenOff(reason);
    }

    /** The report on all documents so far. */
    public QualityReport report() {
        finish();
        return sum.report();
    }

    private DocumentCheck current(String source) {
        DocumentCheck check = current;
        if (check == null) {
            check = new DocumentCheck(source, rules, ids);
            current = check;
        }
        return check;
    }

    private void finish() {
        if (current != null) {
            sum.add(current.report());
            current = null;
        }
    }
}
