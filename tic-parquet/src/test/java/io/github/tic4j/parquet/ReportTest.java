package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {

    @TempDir
    Path root;

    @Test
    void pageIsWellFormedAndNeedsNothingElse() throws Exception {
        writeRun();

        String page = report();

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Files.newInputStream(root.resolve("report.html")));
        assertThat(document.getElementsByTagName("svg").getLength()).isGreaterThan(20);
        assertThat(page).doesNotContain("http", "<script", "src=", "href=", "@import", "url(");
        assertThat(page).contains("prefers-color-scheme: dark", "@media print", "width=device-width");
    }

    @Test
    void pageShowsWhatTheTablesSay() throws IOException {
        writeRun();

        String page = report();

        assertThat(page)
                .contains("<strong>2</strong> payers", "<strong>3</strong> files", "Run r1")
                .contains("alpha", "beta", "CPT 99210", "Visit 0", "all payers")
                .contains("900 written, 80 filtered out, 20 rejected")
                .contains("npi-missing", "rate-not-a-number")
                .contains("What changed since the run before", "&#8722;50 %", "+100 %", "Clinic o1");
    }

    @Test
    void hostileTextsStayText() throws IOException {
        Row rate = SampleTables.rate("f", "<script>alert('x')</script>")
                .set("billing_code", "\"><img>")
                .set("name", "a & b\u0000")
                .set("negotiated_type", "negotiated")
                .set("negotiated_rate", BigDecimal.ONE);
        SampleTables.write(root, List.of(rate));
        Analytics.of(root, "none", "payer").run();

        assertThat(report())
                .doesNotContain("<script", "<img", "\u0000")
                .contains("&quot;&gt;&lt;img&gt;", "a &amp; b\u25A1");
    }

    @Test
    void emptyFolderMakesAPageThatSaysSo() throws IOException {
        assertThat(report())
                .contains(
                        "<strong>0</strong> prices",
                        "run the analytics by none and payer first",
                        "Nothing was rejected.")
                .doesNotContain("What changed");
    }

    @Test
    void sameTablesMakeTheSamePage() throws IOException {
        writeRun();

        assertThat(report()).isEqualTo(report());
    }

    @Test
    void singlePriceAndTinyPricesAreDrawn() throws IOException {
        SampleTables.write(
                root,
                List.of(SampleTables.rate("f", "p")
                        .set("billing_code", "1")
                        .set("negotiated_type", "negotiated")
                        .set("negotiated_rate", new BigDecimal("0.000123"))));
        Analytics.of(root, "none", "payer").run();

        assertThat(report()).contains("$0.000123", "<svg class=\"strip\"").doesNotContain("NaN", "Infinity");
    }

    @Test
    void browserDrawsThePage() throws Exception {
        Path browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeThat(browser).as("a Chromium").isNotNull();
        writeRun();
        report();
        Path picture = root.resolve("report.png");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=390,2000",
                        "--user-data-dir=" + root.resolve("profile"),
                        "--screenshot=" + picture,
                        root.resolve("report.html").toUri().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(picture).isNotEmptyFile();
        assertThat(output).doesNotContain("CONSOLE");
    }

    private String report() throws IOException {
        Path file = root.resolve("report.html");
        new Report(root).write(file);
        return Files.readString(file);
    }

    private void writeRun() throws IOException {
        SampleTables.write(root, 3000, 4);
        SampleTables.write(root, List.of(file("f1", "p0"), file("f2", "p0"), file("f3", "p1")));
        SampleTables.write(root, List.of(reject("npi-missing"), reject("npi-missing"), reject("rate-not-a-number")));
        Analytics.of(root, "none", "payer").run();
        Path before = root.resolve("before");
        Path after = root.resolve("after");
        SampleTables.write(before, 1, 1);
        SampleTables.write(after, 1, 1);
        SampleTables.write(before, changing("100", "80"));
        SampleTables.write(after, changing("50", "160"));
        Comparison.of(before, after, root).run();
    }

    private static List<Row> changing(String... prices) {
        List<Row> rows = new ArrayList<>();
        for (String price : prices) {
            rows.add(SampleTables.rate("f", "p0")
                    .set("billing_code", "C" + rows.size())
                    .set("negotiated_type", "negotiated")
                    .set("provider_set_id", "s1")
                    .set("negotiated_rate", new BigDecimal(price)));
        }
        return rows;
    }

    private static Row file(String id, String payer) {
        return new Row(Tables.FILES)
                .set("file_id", id)
                .set("payer_uuid", payer)
                .set("source_url", "https://example.org/" + id)
                .set("content_sha256", "0")
                .set("content_bytes", 1L)
                .set("kind", "in-network-rates")
                .set("prices_seen", 1000L)
                .set("prices_written", 900L)
                .set("prices_filtered", 80L)
                .set("prices_rejected", 20L)
                .set("ledger", "{}")
                .set("run_id", "r1")
                .set("processed_at", Instant.EPOCH);
    }

    private static Row reject(String rule) {
        return new Row(Tables.REJECTS)
                .set("file_id", "f1")
                .set("payer_uuid", "p0")
                .set("rule", rule)
                .set("severity", "error")
                .set("byte_offset", 1L)
                .set("message", "expected a number");
    }
}
