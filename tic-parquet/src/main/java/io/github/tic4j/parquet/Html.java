package io.github.tic4j.parquet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts and numbers as a page shows them, the same on every machine. */
final class Html {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Html() {}

    /** Text that cannot become markup. Control characters, which a page may not have, are shown as a box. */
    static String escape(@Nullable Object value) {
        if (value == null) {
            return "&#8211;";
        }
        StringBuilder escaped = new StringBuilder();
        value.toString().codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default ->
                    escaped.appendCodePoint(
                            Character.isISOControl(point) || point == 0xFFFE || point == 0xFFFF ? 0x25A1 : point);
            }
        });
        return escaped.toString();
    }

    /** A count with separators: 12,345. */
    static String count(long count) {
        return count(BigDecimal.valueOf(count));
    }

    /** The same for a whole number of any size. */
    static String count(BigDecimal count) {
        return format("#,##0", count);
    }

    /** A price with its unit: $1,234.50, $80.00 a day, 40.5 %. Amounts under a dollar keep three significant digits. */
    static String price(@Nullable BigDecimal price, String unit) {
        if (price == null) {
            return "&#8211;";
        }
        boolean small = price.abs().compareTo(BigDecimal.ONE) < 0 && price.signum() != 0;
        BigDecimal shown = small ? price.round(new MathContext(3, RoundingMode.HALF_EVEN)) : price;
        String amount = format(small ? "0.00################" : "#,##0.00", shown);
        return switch (unit) {
            case "dollars" -> "$" + amount;
            case "dollars-per-day" -> "$" + amount + " a day";
            case "percent" -> format("#,##0.##", shown) + " %";
            default -> amount;
        };
    }

    /** A share of one as percent: 3.5 %. */
    static String percent(BigDecimal share) {
        return format("#,##0.#", share.multiply(HUNDRED)) + " %";
    }

    /** A signed change as percent: +25 %. */
    static String change(@Nullable BigDecimal share) {
        return share == null ? "&#8211;" : (share.signum() < 0 ? "&#8722;" : "+") + percent(share.abs());
    }

    private static String format(String pattern, BigDecimal number) {
        DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(number);
    }
}
