package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A logarithmic axis for rows of analytics, and the box plots on it: a line from the 10th to the 90th percentile, a box over
 * the middle half, a tick at the median. Positions are percentages, so that a page scales them and text keeps its size.
 */
record PriceScale(double low, double high, String unit) {

    private static final double MARGIN = 1.25;
    private static final int MOST_TICKS = 3;

    /** The scale that shows the 10th to the 95th percentile of all rows. */
    static PriceScale over(Collection<Row> rows, String unit) {
        double low = Double.MAX_VALUE;
        double high = 0;
        for (Row row : rows) {
            low = Math.min(low, figure(row, "p10_rate"));
            high = Math.max(high, figure(row, "p95_rate"));
        }
        return new PriceScale(low / MARGIN, high * MARGIN, unit);
    }

    /** The labels below the strips. */
    String axis() {
        StringBuilder axis = new StringBuilder("<div class=\"axis\" aria-hidden=\"true\">");
        for (BigDecimal tick : ticks()) {
            axis.append("<span style=\"left:")
                    .append(percent(tick.doubleValue()))
                    .append("\">")
                    .append(label(tick))
                    .append("</span>");
        }
        return axis.append("</div>").toString();
    }

    /** The box plot of one row. */
    String strip(Row row) {
        String summary = "10th percentile " + price(row, "p10_rate") + ", 25th " + price(row, "p25_rate") + ", median "
                + price(row, "median_rate") + ", 75th " + price(row, "p75_rate") + ", 90th " + price(row, "p90_rate");
        String lower = at(row, "p25_rate");
        double width = position(figure(row, "p75_rate")) - position(figure(row, "p25_rate"));
        StringBuilder svg = new StringBuilder("<svg class=\"strip\" role=\"img\" aria-label=\"")
                .append(summary)
                .append("\"><title>")
                .append(summary)
                .append("</title>");
        for (BigDecimal tick : ticks()) {
            String x = percent(tick.doubleValue());
            svg.append(line("grid", x, x, "0", "100%"));
        }
        return svg.append(line("whisker", at(row, "p10_rate"), at(row, "p90_rate"), "50%", "50%"))
                .append("<rect class=\"box\" x=\"")
                .append(lower)
                .append("\" width=\"")
                .append(String.format(Locale.ROOT, "%.2f%%", Math.max(width, 0.4)))
                .append("\" y=\"20%\" height=\"60%\" rx=\"2\"/>")
                .append(line("median", at(row, "median_rate"), at(row, "median_rate"), "8%", "92%"))
                .append("</svg>")
                .toString();
    }

    private static String line(String style, String from, String to, String top, String bottom) {
        return "<line class=\"" + style + "\" x1=\"" + from + "\" x2=\"" + to + "\" y1=\"" + top + "\" y2=\"" + bottom
                + "\"/>";
    }

    /** The densest of a few usual sets of round prices that leaves room for the labels on a phone. */
    private List<BigDecimal> ticks() {
        for (int[] factors : new int[][] {{1, 2, 5}, {1, 3}, {1}}) {
            List<BigDecimal> ticks = ticks(factors, 1);
            if (ticks.size() <= MOST_TICKS) {
                return ticks;
            }
        }
        int step = 2;
        while (ticks(new int[] {1}, step).size() > MOST_TICKS) {
            step++;
        }
        return ticks(new int[] {1}, step);
    }

    private List<BigDecimal> ticks(int[] factors, int step) {
        List<BigDecimal> ticks = new ArrayList<>();
        int first = Math.floorDiv((int) Math.floor(Math.log10(low)), step) * step;
        for (int exponent = first; exponent <= Math.log10(high); exponent += step) {
            for (int factor : factors) {
                BigDecimal tick = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
                if (tick.doubleValue() >= low && tick.doubleValue() <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private String label(BigDecimal tick) {
        String number = tick.compareTo(BigDecimal.ONE) < 0 ? tick.toPlainString() : Html.count(tick);
        return switch (unit) {
            case "dollars", "dollars-per-day" -> "$" + number;
            case "percent" -> number + " %";
            default -> number;
        };
    }

    private String price(Row row, String column) {
        return Html.price((BigDecimal) row.value(column), unit);
    }

    private String at(Row row, String column) {
        return percent(figure(row, column));
    }

    private String percent(double price) {
        return String.format(Locale.ROOT, "%.2f%%", position(price));
    }

    private double position(double price) {
        return 100 * Math.log(price / low) / Math.log(high / low);
    }

    private static double figure(Row row, String column) {
        return row.value(column) instanceof BigDecimal figure ? figure.doubleValue() : 0;
    }
}
