package io.github.tic4j.mrf;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was paid to one list of providers without a contract: one element of {@code providers} with the payment, the
 * allowed amount and the item that it stands in.
 *
 * @param item the item
 * @param tin the TIN that was paid
 * @param billingClass professional or institutional
 * @param setting inpatient or outpatient, in schema 2.0
 * @param serviceCodes the places of service
 * @param allowedAmount what plan and member paid together
 * @param billingCodeModifiers the modifiers
 * @param billedCharge what the provider asked for, if it is given
 * @param npis the providers
 * @param byteOffset where the element starts
 */
public record AllowedAmount(
        Item item,
        Tin tin,
        @Nullable String billingClass,
        @Nullable String setting,
        List<String> serviceCodes,
        BigDecimal allowedAmount,
        List<String> billingCodeModifiers,
        @Nullable BigDecimal billedCharge,
        NpiList npis,
        long byteOffset) {

    /** Copies the lists. */
    public AllowedAmount {
        serviceCodes = List.copyOf(serviceCodes);
        billingCodeModifiers = List.copyOf(billingCodeModifiers);
    }
}
