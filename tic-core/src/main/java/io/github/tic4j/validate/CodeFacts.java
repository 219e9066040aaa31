package io.github.tic4j.validate;

import io.github.tic4j.internal.validate.Hash64;
import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.Item;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of an item, found out once for all its prices. */
final class CodeFacts {

    final Item item;
    final String codeType;
    final String code;
    final long hash;
    final @Nullable BigDecimal reasonableRate;
    final boolean isListed;
    private final PriceSketches sketches;
    private @Nullable String sketchedClass;
    private boolean sketchedPercent;
    private @Nullable PriceSketch sketch;

    CodeFacts(Item item, QualityRules rules, ListedCodes listed, PriceSketches sketches) {
        this.item = item;
        this.codeType = item.codeType().text();
        this.code = item.normalCode();
        this.hash = Hash64.then(Hash64.of(codeType), Hash64.of(code));
        this.reasonableRate = reasonableRate(rules);
        this.isListed = listed.contains(codeType, code);
        this.sketches = sketches;
    }

    private @Nullable BigDecimal reasonableRate(QualityRules rules) {
        BigDecimal ofType = rules.reasonableRates().get(new CodeList.Entry(codeType, code));
        return ofType != null ? ofType : rules.reasonableRates().get(new CodeList.Entry(null, code));
    }

    /** The sketch for prices of this code; {@code null} if there are too many. */
    @Nullable
    PriceSketch sketch(@Nullable String billingClass, boolean percent) {
        String name = billingClass == null ? "" : billingClass;
        if (!name.equals(sketchedClass) || percent != sketchedPercent) {
            sketchedClass = name;
            sketchedPercent = percent;
            sketch = sketches.of(new PriceGroup(codeType, code, name, percent ? "percent" : "dollars"));
        }
        return sketch;
    }
}
