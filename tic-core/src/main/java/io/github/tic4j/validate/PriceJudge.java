package io.github.tic4j.validate;

import io.github.tic4j.internal.validate.Hash64;
import io.github.tic4j.internal.validate.RecentHashes;
import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.PriceTerms;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Holds one price after another to the rules. */
final class PriceJudge {

    private static final int MOST_TERMS = 4_096;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final QualityRules rules;
    private final Findings findings;
    private final ListedCodes listed;
    private final PriceSketches sketches;
    private final IdentityHashMap<PriceTerms, TermsFacts> termsSeen = new IdentityHashMap<>();
    private final RecentHashes pricesSeen;
    private final Expirations expirations = new Expirations();
    private @Nullable CodeFacts code;

    PriceJudge(QualityRules rules, Findings findings, PriceSketches sketches) {
        this.rules = rules;
        this.findings = findings;
        this.listed = new ListedCodes(rules.listedCodes());
        this.sketches = sketches;
        this.pricesSeen = new RecentHashes(rules.maxTracked());
    }

    Expirations expirations() {
        return expirations;
    }

    /** Whether duplicates may have been missed. */
    boolean isForgetful() {
        return pricesSeen.isForgetful();
    }

    /** Judges an in-network price; whether it is complete. */
    boolean judge(Item item, PriceTerms terms, BigDecimal rate, long providersHash) {
        TermsFacts facts = facts(terms);
        CodeFacts codeFacts = facts(item);
        boolean complete = fields(codeFacts, facts, providersHash != 0);
        if (rate.signum() <= 0) {
            findings.report(QualityRule.PRICE_NOT_POSITIVE, text(rate), "Expected a price above 0, was " + text(rate));
        } else {
            if (facts.isPercentage) {
                percentage(rate);
            } else {
                dollars(codeFacts, rate);
            }
            sketch(codeFacts, terms.billingClass(), facts.isPercentage, rate);
        }
        listed(codeFacts);
        dates(facts);
        unique(Hash64.then(Hash64.then(codeFacts.hash, facts.hash), Hash64.then(providersHash, hash(rate))), rate);
        return complete;
    }

    /** Judges an allowed amount; whether it is complete. Zero is allowed: a plan may have paid nothing. */
    boolean judge(AllowedAmount amount) {
        PriceTerms terms = new PriceTerms(
                null,
                null,
                amount.billingClass(),
                amount.setting(),
                amount.serviceCodes(),
                amount.billingCodeModifiers(),
                null);
        TermsFacts facts = new TermsFacts(terms, rules.requiredFields(), null);
        CodeFacts codeFacts = facts(amount.item());
        boolean complete = fields(
                codeFacts, facts, amount.tin().value() != null || amount.npis().size() > 0);
        BigDecimal paid = amount.allowedAmount();
        if (paid.signum() < 0) {
            findings.report(QualityRule.PRICE_NOT_POSITIVE, text(paid), "Expected at least 0, was " + text(paid));
        } else if (paid.signum() > 0) {
            dollars(codeFacts, paid);
            sketch(codeFacts, amount.billingClass(), false, paid);
        }
        listed(codeFacts);
        return complete;
    }

    private TermsFacts facts(PriceTerms terms) {
        TermsFacts known = termsSeen.get(terms);
        if (known == null) {
            if (termsSeen.size() >= MOST_TERMS) {
                termsSeen.clear();
            }
            known = new TermsFacts(terms, rules.requiredFields(), expirations);
            termsSeen.put(terms, known);
        }
        return known;
    }

    // The reader makes one object an item.
    @SuppressWarnings("ReferenceEquality")
    private CodeFacts facts(Item item) {
        CodeFacts known = code;
        if (known == null || known.item != item) {
            known = new CodeFacts(item, rules, listed, sketches);
            code = known;
        }
        return known;
    }

    private boolean fields(CodeFacts code, TermsFacts terms, boolean hasProviders) {
        boolean complete = terms.missing.isEmpty();
        for (RequiredField field : terms.missing) {
            missing(field);
        }
        if (TermsFacts.isBlank(code.item.billingCode())) {
            complete &= !missing(RequiredField.BILLING_CODE);
        }
        if (TermsFacts.isBlank(code.item.billingCodeType())) {
            complete &= !missing(RequiredField.BILLING_CODE_TYPE);
        }
        if (!hasProviders) {
            complete &= !missing(RequiredField.PROVIDERS);
        }
        return complete;
    }

    private boolean missing(RequiredField field) {
        boolean required = rules.requiredFields().contains(field);
        if (required) {
            findings.report(QualityRule.MISSING_FIELD, field.key(), "Expected a value for " + field.key());
        }
        return required;
    }

    private void dollars(CodeFacts code, BigDecimal rate) {
        if (rate.compareTo(rules.minRate()) < 0 || rate.compareTo(rules.maxRate()) > 0) {
            findings.report(
                    QualityRule.RATE_RANGE,
                    text(rate),
                    "Expected " + rules.minRate().toPlainString() + " to "
                            + rules.maxRate().toPlainString() + " dollars, was " + text(rate));
        }
        BigDecimal reasonable = code.reasonableRate;
        if (reasonable != null && rate.compareTo(reasonable) > 0) {
            findings.report(
                    QualityRule.RATE_UNREASONABLE,
                    text(rate),
                    "Expected at most " + reasonable.toPlainString() + " dollars for " + code.codeType + " " + code.code
                            + ", was " + text(rate));
        }
    }

    private void percentage(BigDecimal rate) {
        if (rate.compareTo(BigDecimal.ONE) <= 0 || rate.compareTo(HUNDRED) > 0) {
            findings.report(
                    QualityRule.PERCENTAGE_RANGE,
                    text(rate),
                    "Expected a number of percent, such as 40.5 and not 0.405, up to 100; was " + text(rate));
        }
    }

    private void sketch(CodeFacts code, @Nullable String billingClass, boolean percent, BigDecimal rate) {
        if (!findings.isInForce(QualityRule.PRICE_OUTLIER)) {
            return;
        }
        PriceSketch sketch = code.sketch(billingClass, percent);
        if (sketch == null) {
            sketches.addUnjudged();
        } else {
            sketch.add(rate, findings.place);
        }
    }

    private void listed(CodeFacts code) {
        if (!code.isListed) {
            findings.report(
                    QualityRule.CODE_NOT_LISTED,
                    code.item.billingCode(),
                    "Expected a listed code, was " + code.codeType + " " + code.code);
        }
    }

    private void dates(TermsFacts facts) {
        String published = facts.terms.expirationDate();
        if (facts.hasOddDate) {
            findings.report(QualityRule.DATE_INVALID, published, "Expected expiration_date to be a day, as YYYY-MM-DD");
        }
        if (facts.day != null) {
            facts.day.add(findings.place);
        }
    }

    private void unique(long hash, BigDecimal rate) {
        if (findings.isInForce(QualityRule.DUPLICATE_PRICE) && !pricesSeen.add(hash)) {
            findings.report(
                    QualityRule.DUPLICATE_PRICE,
                    text(rate),
                    "Expected a price once for the same code, terms and providers");
        }
    }

    private static long hash(BigDecimal rate) {
        BigDecimal number = rate.stripTrailingZeros();
        return number.precision() <= 18
                ? Hash64.then(number.scale(), number.unscaledValue().longValue())
                : Hash64.of(number.toString());
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
