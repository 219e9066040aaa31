package io.github.tic4j.validate;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.spi.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one document to the rules. */
final class DocumentCheck {

    private static final Set<String> OWN_RULES =
            Arrays.stream(QualityRule.values()).map(QualityRule::id).collect(Collectors.toUnmodifiableSet());

    private final String source;
    private final QualityRules rules;
    private final FindingTally tally;
    private final Findings findings;
    private final PriceSketches sketches = new PriceSketches();
    private final PriceJudge prices;
    private final GroupJudge groups;
    private final CodeJudge codes;
    private final ReferenceIds references;
    private @Nullable Rate rate;
    private long providersHash;
    private long codesJudgedOfItem = -1;
    private long seen;
    private long complete;
    private long accurate;
    private @Nullable FileReport file;
    private @Nullable String broken;

    DocumentCheck(String source, QualityRules rules, IdRule ids) {
        this.source = source;
        this.rules = rules;
        this.tally = new FindingTally(source, rules.maxSamples());
        this.findings = new Findings(rules, tally);
        this.prices = new PriceJudge(rules, findings, sketches);
        this.groups = new GroupJudge(findings, rules.customRules());
        this.codes = new CodeJudge(findings);
        this.references = new ReferenceIds(ids, rules.maxTracked());
    }

    // ---- what is read

    void reference(ProviderReference reference) {
        findings.begin();
        findings.place.at("provider_references", -1, reference.byteOffset());
        if (!references.define(reference)) {
            findings.report(
                    QualityRule.DUPLICATE_REFERENCE,
                    reference.id(),
                    "Expected an id to be defined once; the groups of both definitions count");
        }
        for (ProviderGroup group : reference.groups()) {
            groups.judge(group);
        }
    }

    void containedCode(ContainedCode code) {
        if (!code.isBlank()) {
            findings.begin();
            findings.place.at("in_network", code.itemIndex(), Place.UNKNOWN_OFFSET);
            codes.judge(code.billingCodeType(), code.billingCode());
        }
    }

    // The reader makes one object a rate, or a few where it is long; comparing them by value would cost more than it
    // saves.
    @SuppressWarnings("ReferenceEquality")
    @Nullable
    Finding judge(Price price) {
        Rate current = price.rate();
        if (current != rate) {
            enter(current, price.byteOffset());
        }
        findings.begin();
        findings.place.inRate(current, "negotiated_prices", price.byteOffset());
        boolean isComplete = prices.judge(price.item(), price.terms(), price.negotiatedRate(), providersHash);
        for (Rule rule : rules.customRules()) {
            rule.price(price, (raw, message) -> findings.reportCustom(rule, raw, message));
        }
        return counted(isComplete);
    }

    @Nullable
    Finding judge(AllowedAmount amount) {
        findings.begin();
        findings.place.at("out_of_network", amount.item().index(), amount.byteOffset());
        judgeCode(amount.item());
        groups.judge(amount.tin(), amount.npis());
        return counted(prices.judge(amount));
    }

    private @Nullable Finding counted(boolean isComplete) {
        seen++;
        complete += isComplete ? 1 : 0;
        accurate += findings.isDoubtful() ? 0 : 1;
        return findings.fault();
    }

    /** Judges what all prices of a rate share: its code, its references and the groups that stand in it. */
    private void enter(Rate next, long byteOffset) {
        Rate before = rate;
        rate = next;
        if (before != null
                && before.index() == next.index()
                && before.item().index() == next.item().index()) {
            return;
        }
        findings.begin();
        findings.place.at("in_network", next.item().index(), byteOffset);
        judgeCode(next.item());
        for (String id : next.providerReferences()) {
            references.use(id, byteOffset);
        }
        findings.place.inRate(next, "provider_groups", byteOffset);
        for (ProviderGroup group : next.providerGroups()) {
            groups.judge(group);
        }
        providersHash = GroupJudge.hash(next.providerReferences(), next.providerGroups());
    }

    private void judgeCode(Item item) {
        if (item.index() != codesJudgedOfItem) {
            codesJudgedOfItem = item.index();
            codes.judge(item.billingCodeType(), item.billingCode());
        }
    }

    void reject(Reject reject) {
        tally.add(new Finding(
                reject.reason(),
                Severity.ERROR,
                reject.path(),
                reject.byteOffset(),
                reject.rawText(),
                "Expected a value that can be delivered"));
    }

    void finding(Finding finding) {
        if (!OWN_RULES.contains(finding.rule())) {
            tally.add(finding);
        }
    }

    void end(FileReport report) {
        file = report;
    }

    void brokenOff(String reason) {
        broken = reason;
    }

    // ---- what it comes to

    QualityReport report() {
        FileReport ended = file;
        if (ended != null) {
            judgeWhole(ended);
        }
        long rejected = ended == null ? 0 : ended.ledger().prices().rejectedTotal();
        PriceCounts counts = new PriceCounts(seen + rejected, complete, accurate);
        threshold(QualityRule.COMPLETENESS, rules.completeness(), counts.completeness());
        threshold(QualityRule.ACCURACY, rules.accuracy(), counts.accuracy());
        return new QualityReport(rules, List.of(summary(ended, counts)), tally.findings(), sketches, notes());
    }

    private void judgeWhole(FileReport ended) {
        LocalDate updated = new HeaderJudge(rules, findings).judge(ended);
        LocalDate day = updated == null ? rules.asOf() : updated;
        rules.severity(QualityRule.CODE_DELETED).ifPresent(severity -> codes.reportWithdrawn(day, severity, tally));
        if (updated != null) {
            rules.severity(QualityRule.PRICE_EXPIRED)
                    .ifPresent(severity -> prices.expirations().report(updated, severity, tally));
        }
        judgeReferences(ended);
        rules.severity(QualityRule.PRICE_OUTLIER).ifPresent(this::reportOutliers);
        findings.place.atRoot();
        for (Rule rule : rules.customRules()) {
            rule.file(ended, (raw, message) -> findings.reportCustom(rule, raw, message));
        }
    }

    /** Judges references only if all definitions were read, and their uses only if all items were. */
    private void judgeReferences(FileReport ended) {
        boolean whole = broken == null && ended.kind() == MrfKind.IN_NETWORK;
        if (whole && ended.ledger().groupBytesUnread() == 0) {
            rules.severity(QualityRule.DANGLING_REFERENCE)
                    .ifPresent(severity -> references.reportDangling(severity, tally, rules.maxSamples()));
            if (ended.ledger().items().filtered() == 0
                    && ended.ledger().prices().filtered() == 0) {
                rules.severity(QualityRule.UNUSED_REFERENCE)
                        .ifPresent(severity -> references.reportUnused(severity, tally, rules.maxSamples()));
            }
        }
    }

    private void reportOutliers(Severity severity) {
        for (PriceOutliers outliers : sketches.outliers()) {
            String rule = QualityRule.PRICE_OUTLIER.id();
            tally.addCount(rule, severity, outliers.outliers());
            tally.keep(new Finding(rule, severity, outliers.path(), outliers.byteOffset(), null, outliers.message()));
        }
    }

    private void threshold(QualityRule rule, Threshold threshold, double percentage) {
        Verdict verdict = threshold.of(percentage);
        Severity configured = rules.severities().get(rule);
        if (verdict == Verdict.PASS || configured == null) {
            return;
        }
        double limit = verdict == Verdict.FAIL ? threshold.failBelow() : threshold.warnBelow();
        findings.place.atRoot();
        findings.add(
                rule.id(),
                verdict == Verdict.FAIL ? Severity.ERROR : configured,
                null,
                String.format(Locale.ROOT, "Expected at least %.2f %%, was %.2f %%", limit, percentage));
    }

    private FileSummary summary(@Nullable FileReport ended, PriceCounts counts) {
        FileSummary none = FileSummary.unread(source, rules.asOf(), broken);
        return new FileSummary(
                source,
                ended == null ? none.kind() : ended.kind(),
                null,
                ended == null ? none.header() : ended.header(),
                ended == null ? 0 : ended.bytes(),
                counts,
                rules.asOf(),
                verdict(counts),
                broken);
    }

    private Verdict verdict(PriceCounts counts) {
        if (broken != null) {
            return Verdict.BROKEN;
        }
        Verdict verdict = rules.completeness()
                .of(counts.completeness())
                .worse(rules.accuracy().of(counts.accuracy()));
        boolean found = tally.findings().stream().anyMatch(rule -> rule.severity() != Severity.INFO);
        return found ? verdict.worse(Verdict.WARN) : verdict;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (references.isFull()) {
            notes.add(source + ": only the first " + rules.maxTracked()
                    + " group ids were followed; further ones may dangle, be unused or be defined twice unnoticed");
        }
        if (prices.isForgetful()) {
            notes.add(source + ": duplicate prices were looked for among the last " + rules.maxTracked()
                    + " or more; those further apart went unnoticed");
        }
        if (sketches.unjudged() > 0) {
            notes.add(source + ": " + sketches.unjudged() + " prices were not looked at for outliers, because there are"
                    + " more than " + PriceSketches.MOST_GROUPS + " pairs of code and billing class");
        }
        return notes;
    }
}
