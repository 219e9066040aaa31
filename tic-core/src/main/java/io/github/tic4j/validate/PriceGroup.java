package io.github.tic4j.validate;

/**
 * Prices that can be compared with each other.
 *
 * @param codeType the code system in its normal form
 * @param code the code in its normal form
 * @param billingClass the billing class as published; empty where there is none
 * @param unit what the numbers are: {@code dollars}, or {@code percent}
 */
public record PriceGroup(String codeType, String code, String billingClass, String unit) {}
