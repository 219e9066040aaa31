package io.github.tic4j.validate;

import java.math.BigDecimal;

/**
 * The outliers among the prices of a group, and the numbers that make them such. Statistics have three digits.
 *
 * @param group whose prices
 * @param prices how many there are
 * @param outliers how many of them lie outside {@code low} to {@code high}
 * @param median the median
 * @param spread the factor by which half of the prices differ from the median at most
 * @param low the lowest price that is no outlier
 * @param high the highest price that is no outlier
 * @param lowest the lowest of all, exactly
 * @param highest the highest of all, exactly
 * @param path where the one that is further from the median stands, as a JSON path
 * @param byteOffset where it stands, in the document
 */
public record PriceOutliers(
        PriceGroup group,
        long prices,
        long outliers,
        BigDecimal median,
        BigDecimal spread,
        BigDecimal low,
        BigDecimal high,
        BigDecimal lowest,
        BigDecimal highest,
        String path,
        long byteOffset) {

    /** The numbers as a sentence. */
    public String message() {
        return outliers + " of " + prices + " prices of " + group.codeType() + " " + group.code() + " ("
                + group.billingClass() + ", " + group.unit() + ") lie outside " + low.toPlainString() + " to "
                + high.toPlainString() + ": median " + median.toPlainString() + ", spread by factor "
                + spread.toPlainString() + ", lowest " + lowest.toPlainString() + ", highest "
                + highest.toPlainString();
    }
}
