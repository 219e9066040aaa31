package io.github.tic4j.validate;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a report as one page of HTML that needs nothing from elsewhere. Whatever a file says is escaped. */
final class ReportHtml {

    private static final int MOST_OUTLIERS = 25;

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,.]*( %)?");

    private final StringBuilder page = new StringBuilder();
    private final QualityReport report;

    private ReportHtml(QualityReport report) {
        this.report = report;
    }

    static String of(QualityReport report) {
        ReportHtml html = new ReportHtml(report);
        html.write();
        return html.page.toString();
    }

    private void write() {
        String title = report.files().size() == 1
                ? report.files().get(0).source()
                : report.files().size() + " files";
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src")
                .append(" 'unsafe-inline'\">\n<title>Quality of ")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<h1>Quality of ")
                .append(escaped(title))
                .append("</h1>\n<p>")
                .append(badge(report.verdict()))
                .append(" <span class=\"soft\">judged as of ")
                .append(days())
                .append("</span></p>\n");
        figures();
        findings();
        files();
        outliers();
        notes();
        page.append("</body>\n</html>\n");
    }

    /** The day as of which the files were judged, or the first and the last of several. */
    private String days() {
        List<LocalDate> days = report.files().stream()
                .map(FileSummary::asOf)
                .distinct()
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return report.rules().asOf().toString();
        }
        return days.size() == 1 ? days.get(0).toString() : days.get(0) + " to " + days.get(days.size() - 1);
    }

    private static String style() {
        try (InputStream in = ReportHtml.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks its data file report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void figures() {
        PriceCounts prices = report.prices();
        page.append("<div class=\"figures\">\n");
        figure(number(prices.seen()), "prices");
        figure(
                percent(prices.completeness()),
                "complete, warning below " + report.rules().completeness().warnBelow());
        figure(
                percent(prices.accuracy()),
                "accurate, warning below " + report.rules().accuracy().warnBelow());
        figure(number(report.count(Severity.ERROR)), "errors");
        figure(number(report.count(Severity.WARNING)), "warnings");
        page.append("</div>\n");
    }

    private void figure(String value, String label) {
        page.append("<div class=\"figure\"><b>")
                .append(value)
                .append("</b><span class=\"soft\">")
                .append(label)
                .append("</span></div>\n");
    }

    private void findings() {
        page.append("<h2>Findings</h2>\n");
        if (report.findings().isEmpty()) {
            page.append("<p class=\"soft\">None.</p>\n");
        }
        report.findings().stream()
                .sorted(Comparator.comparing(RuleFindings::severity)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong(RuleFindings::count).reversed()))
                .forEach(this::finding);
    }

    private void finding(RuleFindings found) {
        page.append("<details><summary><span>")
                .append(escaped(found.rule()))
                .append("<br><span class=\"soft\">")
                .append(escaped(RuleTexts.expectation(found.rule())))
                .append("</span></span>")
                .append(tag(found.severity()))
                .append("<span class=\"number\">")
                .append(number(found.count()))
                .append("</span></summary>\n<ol>\n");
        for (RuleFindings.Sample kept : found.samples()) {
            Finding sample = kept.finding();
            page.append("<li>")
                    .append(escaped(sample.message()))
                    .append("<br><code class=\"soft\">")
                    .append(escaped(sample.path()));
            if (sample.byteOffset() >= 0) {
                page.append(" at byte ").append(number(sample.byteOffset()));
            }
            if (report.files().size() > 1) {
                page.append(" of ").append(escaped(kept.source()));
            }
            page.append("</code></li>\n");
        }
        page.append("</ol>");
        if (found.count() > found.samples().size()) {
            page.append("<p class=\"soft\">The first ")
                    .append(found.samples().size())
                    .append(" of ")
                    .append(number(found.count()))
                    .append(" are shown.</p>");
        }
        page.append("</details>\n");
    }

    private void outliers() {
        List<PriceOutliers> all = report.sketches().outliers();
        if (all.isEmpty()) {
            return;
        }
        page.append("<h2>Prices far from the others of their code</h2>\n<div class=\"scroll\"><table>\n");
        row("th", "Code", "Class", "Unit", "Outliers", "Prices", "Median", "Usual", "Lowest", "Highest");
        for (PriceOutliers outliers : all.subList(0, Math.min(MOST_OUTLIERS, all.size()))) {
            row(
                    "td",
                    outliers.group().codeType() + " " + outliers.group().code(),
                    outliers.group().billingClass(),
                    outliers.group().unit(),
                    number(outliers.outliers()),
                    number(outliers.prices()),
                    outliers.median().toPlainString(),
                    outliers.low().toPlainString() + " to " + outliers.high().toPlainString(),
                    outliers.lowest().toPlainString(),
                    outliers.highest().toPlainString());
        }
        page.append("</table></div>\n");
    }

    private void files() {
        page.append("<h2>Files</h2>\n<div class=\"scroll\"><table>\n");
        row("th", "File", "Verdict", "Schema", "Updated", "Prices", "Complete", "Accurate");
        for (FileSummary file : report.files()) {
            String updated = file.header().lastUpdatedOn();
            row(
                    "td",
                    file.broken() == null ? file.source() : file.source() + ": " + file.broken(),
                    lower(file.verdict()),
                    file.profile() == null ? "none" : file.profile(),
                    updated == null ? "" : updated,
                    number(file.prices().seen()),
                    percent(file.prices().completeness()),
                    percent(file.prices().accuracy()));
        }
        page.append("</table></div>\n");
    }

    private void notes() {
        if (!report.notes().isEmpty()) {
            page.append("<h2>Bounds that were reached</h2>\n<ol>\n");
            report.notes()
                    .forEach(note -> page.append("<li>").append(escaped(note)).append("</li>\n"));
            page.append("</ol>\n");
        }
    }

    private void row(String cell, String... texts) {
        page.append("<tr>");
        for (String text : texts) {
            page.append('<').append(cell).append(NUMBER.matcher(text).matches() ? " class=\"number\">" : ">");
            page.append(escaped(text)).append("</").append(cell).append('>');
        }
        page.append("</tr>\n");
    }

    private static String badge(Verdict verdict) {
        String name = lower(verdict);
        return "<span class=\"verdict " + name + "\">" + name + "</span>";
    }

    private static String tag(Severity severity) {
        String name = lower(severity);
        return "<span class=\"" + name + "\">" + name + "</span>";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(double value) {
        BigDecimal rounded = ReportJson.percentage(value);
        return rounded.toPlainString() + " %";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }
}
