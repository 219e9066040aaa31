package io.github.tic4j.table;

import java.math.BigDecimal;

/**
 * The one decimal type of all tables: 38 digits, 18 of them after the point.
 *
 * <p>Why 18 decimals: publishers print prices out of binary floating point, so that {@code 0.39} is published as
 * {@code 0.38999999999999996}. The shortest text of a double has at most 17 significant digits, hence any such price of
 * one cent or more has at most 18 decimals and is stored as published. Why 38 digits: it is the widest decimal that
 * DuckDB, Spark, Trino, Snowflake and Arrow all read, 38/18 is Spark's own default, and any amount that a scanner holds as
 * a scaled {@code long} with up to 18 decimals fits without a check. The price for that is 16 bytes for each distinct
 * amount, not for each row: amounts repeat and are stored by dictionary.
 *
 * <p>What does not fit is never rounded: see {@link Row#set}.
 */
public final class Decimals {

    /** The number of digits. */
    public static final int PRECISION = 38;

    /** How many of the digits follow the decimal point. */
    public static final int SCALE = 18;

    private Decimals() {}

    /** Whether a decimal column stores this value exactly. Cheap for any value, however large its exponent. */
    public static boolean fits(BigDecimal value) {
        if (value.signum() == 0) {
            return true;
        }
        long integerDigits = (long) value.precision() - value.scale();
        if (integerDigits > PRECISION - SCALE) {
            return false;
        }
        return value.scale() <= SCALE || value.stripTrailingZeros().scale() <= SCALE;
    }

    /**
     * The value with exactly {@link #SCALE} decimals.
     *
     * @throws ArithmeticException if it does not fit
     */
    public static BigDecimal atScale(BigDecimal value) {
        if (!fits(value)) {
            throw new ArithmeticException(
                    "Decimal " + value + " does not fit " + PRECISION + " digits with " + SCALE + " after the point");
        }
        return value.setScale(SCALE);
    }
}
