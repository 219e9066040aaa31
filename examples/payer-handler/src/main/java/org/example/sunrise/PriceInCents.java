package org.example.sunrise;

import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.spi.Rule;
import java.math.BigDecimal;

/** Finds prices that are probably cents; nobody but the payer can say. */
final class PriceInCents implements Rule {

    private static final BigDecimal HIGH = BigDecimal.valueOf(50_000);

    @Override
    public String id() {
        return "sunrise-cents";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void price(Price price, Report report) {
        boolean visit = "CPT".equals(price.item().billingCodeType())
                && price.item().normalCode().startsWith("992");
        if (visit
                && price.terms().type().text().equals("negotiated")
                && price.negotiatedRate().compareTo(HIGH) > 0) {
            report.finding(price.negotiatedRate().toString(), "A visit costs less; this looks like cents");
        }
    }
}
