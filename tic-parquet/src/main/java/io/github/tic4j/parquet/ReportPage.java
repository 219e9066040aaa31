package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Puts the page of a {@link Report} together. A heading or cell that begins with a tab is set to the right. */
final class ReportPage {

    /** Never the first character of a text, since {@link Html#escape} shows control characters as a box. */
    private static final String NUMBER = "\t";

    private final ReportData data;
    private final StringBuilder page = new StringBuilder();

    ReportPage(ReportData data) {
        this.data = data;
    }

    String html() throws IOException {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .append("<title>Negotiated prices</title>\n<style>\n")
                .append(style())
                .append("</style></head>\n<body><header><h1>Negotiated prices</h1><p>")
                .append(data.runs.isEmpty() ? "" : "Run " + Html.escape(String.join(", ", data.runs)))
                .append("</p></header>\n<main>");
        tiles();
        distributions();
        spreads();
        changes();
        coverage();
        quality();
        return page.append("</main></body></html>\n").toString();
    }

    private static String style() throws IOException {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void tiles() {
        long files =
                data.payers.values().stream().mapToLong(payer -> payer.files).sum();
        page.append("<section class=\"tiles\">");
        tile(data.prices, "prices");
        tile(data.codes, "billing codes");
        tile(data.payers.size(), "payers");
        tile(files, "files");
        page.append("</section>\n");
    }

    private void tile(long count, String label) {
        page.append("<div class=\"tile\"><strong>")
                .append(Html.count(count))
                .append("</strong> ")
                .append(label)
                .append("</div>");
    }

    private void distributions() {
        open(
                "Prices by code and payer",
                "The codes with most prices in dollars. A line runs from the 10th to the 90th"
                        + " percentile, the box holds the middle half, the tick and the number are the median. The scale is logarithmic.");
        if (data.largest.isEmpty()) {
            none("There are no figures: run the analytics by none and payer first.");
        }
        page.append("<div class=\"panels\">");
        for (Row code : data.largest) {
            List<Row> rows = new ArrayList<>(data.payersOf.getOrDefault(ReportData.Code.of(code), List.of()));
            rows.add(0, code);
            PriceScale scale = PriceScale.over(rows, "dollars");
            page.append("<article><h3>").append(title(code)).append("</h3>");
            for (Row row : rows) {
                Object payer = row.value("group_value");
                page.append("<div class=\"plot\"><span>")
                        .append("none".equals(row.value("grouping")) ? "all payers" : Html.escape(payer))
                        .append("</span>")
                        .append(scale.strip(row))
                        .append("<span class=\"number\">")
                        .append(price(row, "median_rate"))
                        .append("</span></div>");
            }
            page.append("<div class=\"plot\"><span></span>")
                    .append(scale.axis())
                    .append("<span></span></div><p class=\"note\">")
                    .append(Html.count(ReportData.count(code)))
                    .append(" prices, ")
                    .append(price(code, "min_rate"))
                    .append(" to ")
                    .append(price(code, "max_rate"))
                    .append("</p></article>\n");
        }
        page.append("</div></section>\n");
    }

    private void spreads() {
        if (data.spreads.isEmpty()) {
            return;
        }
        open(
                "Widest spreads",
                "Codes whose 90th percentile is the most times their 10th, among those with at least ten"
                        + " prices in dollars.");
        PriceScale scale = PriceScale.over(data.spreads, "dollars");
        table("Code", "10th to 90th percentile", NUMBER + "Median", NUMBER + "Spread", NUMBER + "Prices");
        for (Row row : data.spreads) {
            row(
                    title(row),
                    scale.strip(row),
                    NUMBER + price(row, "median_rate"),
                    NUMBER + "&#215; "
                            + ReportData.spread(row)
                                    .setScale(1, RoundingMode.HALF_EVEN)
                                    .toPlainString(),
                    NUMBER + Html.count(ReportData.count(row)));
        }
        page.append("<tr class=\"foot\"><td></td><td>")
                .append(scale.axis())
                .append("</td><td></td><td></td><td></td></tr>");
        close();
    }

    private void changes() {
        long changed = data.added + data.removed + data.raised + data.lowered;
        if (changed == 0) {
            return;
        }
        open(
                "What changed since the run before",
                Html.count(data.raised) + " prices rose, " + Html.count(data.lowered) + " fell, "
                        + Html.count(data.added) + " came, " + Html.count(data.removed)
                        + " went. The largest changes:");
        table("Code", "Payer", "Organisation", NUMBER + "Before", NUMBER + "After", NUMBER + "Change");
        for (Row row : data.changes) {
            String unit = Unit.of((String) row.value("negotiated_type")).label();
            row(
                    Html.escape(row.value("billing_code_type")) + " " + Html.escape(row.value("billing_code")),
                    Html.escape(data.payerName(row.value("payer_uuid"))),
                    Html.escape(
                            row.value("organization_uuid") == null
                                    ? null
                                    : data.organizationName(row.value("organization_uuid"))),
                    NUMBER + Html.price((BigDecimal) row.value("rate_before"), unit),
                    NUMBER + Html.price((BigDecimal) row.value("rate_after"), unit),
                    NUMBER + Html.change((BigDecimal) row.value("relative_difference")));
        }
        close();
    }

    private void coverage() {
        if (data.payers.isEmpty()) {
            return;
        }
        open("What was read", "Every price seen is written, filtered out or rejected; the three add up.");
        table(
                "Payer",
                NUMBER + "Files",
                NUMBER + "Prices seen",
                "Written, filtered out, rejected",
                NUMBER + "Rejected");
        data.payers.forEach((name, files) -> row(
                Html.escape(name),
                NUMBER + Html.count(files.files),
                NUMBER + Html.count(files.seen),
                shares(files),
                NUMBER + Html.count(files.rejected)));
        close();
    }

    private static String shares(ReportData.PayerFiles files) {
        StringBuilder svg = new StringBuilder("<svg class=\"bar\" role=\"img\" aria-label=\"")
                .append(Html.count(files.written) + " written, " + Html.count(files.filtered) + " filtered out, "
                        + Html.count(files.rejected) + " rejected")
                .append("\">");
        double from = 0;
        for (Map.Entry<String, Long> part : List.of(
                Map.entry("written", files.written),
                Map.entry("filtered", files.filtered),
                Map.entry("rejected", files.rejected))) {
            double width = files.seen == 0 ? 0 : 100.0 * part.getValue() / files.seen;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.2f%%\" width=\"%.2f%%\" height=\"100%%\"/>",
                    part.getKey(),
                    from,
                    width));
            from += width;
        }
        return svg.append("</svg>").toString();
    }

    private void quality() {
        open(
                "Quality",
                Html.count(data.excluded) + " prices are zero, negative or no decimal number and stay out of all"
                        + " figures. " + Html.count(data.estimated)
                        + " codes have estimated percentiles, all others exact ones.");
        if (data.rejects.isEmpty()) {
            none("Nothing was rejected.");
        } else {
            table("Rule", NUMBER + "Rejected");
            data.rejects.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(rule -> row(Html.escape(rule.getKey()), NUMBER + Html.count(rule.getValue())));
            page.append("</tbody></table></div>");
        }
        page.append("</section>\n");
    }

    private static String title(Row row) {
        Object name = row.value("procedure_name");
        return "<b>" + Html.escape(row.value("billing_code_type")) + " " + Html.escape(row.value("procedure_code"))
                + "</b>" + (name == null ? "" : " " + Html.escape(name));
    }

    private static String price(Row row, String column) {
        return Html.price((BigDecimal) row.value(column), String.valueOf(row.value("unit")));
    }

    private void open(String heading, String text) {
        page.append("<section><h2>")
                .append(heading)
                .append("</h2><p>")
                .append(text)
                .append("</p>");
    }

    private void none(String text) {
        page.append("<p class=\"note\">").append(text).append("</p>");
    }

    private void table(String... headings) {
        page.append("<div class=\"scroll\"><table><thead>");
        cells("th", headings);
        page.append("</thead><tbody>\n");
    }

    private void row(String... cells) {
        cells("td", cells);
        page.append('\n');
    }

    private void cells(String tag, String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            boolean number = cell.startsWith(NUMBER);
            page.append('<')
                    .append(tag)
                    .append(number ? " class=\"number\">" : ">")
                    .append(number ? cell.substring(NUMBER.length()) : cell)
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        page.append("</tr>");
    }

    private void close() {
        page.append("</tbody></table></div></section>\n");
    }
}
