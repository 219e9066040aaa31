package io.github.tic4j.mrf;

import org.jspecify.annotations.Nullable;

/**
 * One element of {@code in_network} or {@code out_of_network}, without its prices. Texts are as published.
 *
 * @param source the document that it stands in, with the members of containers that lead there
 * @param index its position in the array
 * @param negotiationArrangement {@code ffs}, {@code bundle} or {@code capitation}
 * @param name the name of the service
 * @param billingCodeType the code system
 * @param billingCodeTypeVersion the version of the code system
 * @param billingCode the code
 * @param description the description
 * @param severityOfIllness the severity that a DRG rate depends on
 */
public record Item(
        String source,
        long index,
        @Nullable String negotiationArrangement,
        @Nullable String name,
        @Nullable String billingCodeType,
        @Nullable String billingCodeTypeVersion,
        @Nullable String billingCode,
        @Nullable String description,
        @Nullable String severityOfIllness) {

    /** The code system in its normal form. */
    public BillingCodeType codeType() {
        return BillingCodeType.of(billingCodeType);
    }

    /** The code in the normal form of its system; empty where there is none. */
    public String normalCode() {
        return codeType().normal(billingCode);
    }

    /** Whether the item stands for every code of its type rather than for one. */
    public boolean isWildcard() {
        return "CSTM-00".equals(billingCode);
    }
}
