package io.github.tic4j.nppes.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the fact table needs to know of a price; everything else in its row passes through.
 *
 * @param rateUuid the key of the price
 * @param organizationUuid the key of the organisation
 * @param codeType CMS's {@code billing_code_type}
 * @param serviceCode the billing code
 * @param negotiatedRate the price in dollars; {@code null} where there is none, or where it is a percentage
 */
public record FactRate(
        String rateUuid,
        @Nullable String organizationUuid,
        @Nullable String codeType,
        @Nullable String serviceCode,
        @Nullable BigDecimal negotiatedRate) {}
