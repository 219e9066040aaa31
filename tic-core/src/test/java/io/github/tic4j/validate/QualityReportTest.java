package io.github.tic4j.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tic4j.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class QualityReportTest {

    private static final QualityRules RULES = QualityRules.builder()
            .asOf(LocalDate.of(2026, 11, 20))
            .maxSamples(3)
            .build();

    private static QualityReport report(String name, String code, IntStream rates) throws IOException {
        return report(name, code, rates.mapToObj(Integer::toString));
    }

    private static QualityReport report(String name, String code, Stream<String> rates) throws IOException {
        String prices = rates.map(
                        rate -> "{\"negotiated_type\":\"negotiated\",\"negotiated_rate\":" + rate
                                + ",\"expiration_date\":\"2027-12-31\",\"billing_class\":\"institutional\",\"setting\":\"both\"}")
                .collect(Collectors.joining(","));
        String text = "{\"reporting_entity_name\":\"a\",\"version\":\"2.2.0\",\"last_updated_on\":\"2026-11-01\","
                + "\"in_network\":[{\"billing_code_type\":\"CPT\",\"billing_code\":\"" + code
                + "\",\"negotiated_rates\":[{\"provider_references\":[1],\"negotiated_prices\":[" + prices + "]}]}]}";
        return Validator.validate(
                Sources.of(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), RULES);
    }

    @Test
    void reportOfARunIsTheSumOfItsFiles() throws IOException {
        QualityReport run = report("a.json", "99213", IntStream.of(0, 0, 0, 0, 5))
                .plus(report("b.json", "99213", IntStream.of(0, 7)));
        assertThat(run.files()).extracting(FileSummary::source).containsExactly("a.json", "b.json");
        assertThat(run.prices()).isEqualTo(new PriceCounts(7, 7, 2));
        assertThat(run.findings())
                .filteredOn(found -> found.rule().equals("price-not-positive"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.count()).isEqualTo(5);
                    assertThat(found.samples())
                            .hasSize(3)
                            .allMatch(sample -> sample.source().equals("a.json"));
                });
        assertThat(run.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void manyReportsAddUpToTheSumOfPairs() throws IOException {
        List<QualityReport> reports = List.of(
                report("a.json", "99213", IntStream.of(0, 0, 5)),
                report("b.json", "99214", IntStream.range(5, 50)),
                report("c.json", "99213", IntStream.of(0, 7)));
        QualityReport sum = QualityReport.sum(RULES, reports.stream());

        assertThat(saved(sum))
                .isEqualTo(saved(reports.get(0).plus(reports.get(1)).plus(reports.get(2))));
        assertThat(QualityReport.sum(RULES, Stream.empty()).toJson())
                .isEqualTo(QualityReport.empty(RULES).toJson());
        assertThat(sum.files()).hasSize(3);
    }

    @Test
    void outliersOfARunAreThoseOfAllItsPricesTogether() throws IOException {
        QualityReport together =
                report("all.json", "99213", IntStream.concat(IntStream.range(100, 150), IntStream.of(5000)));
        QualityReport apart = report("a.json", "99213", IntStream.range(100, 125))
                .plus(report("b.json", "99213", IntStream.concat(IntStream.range(125, 150), IntStream.of(5000))));
        assertThat(apart.sketches().outliers()).hasSize(1);
        PriceOutliers found = apart.sketches().outliers().get(0);
        PriceOutliers expected = together.sketches().outliers().get(0);
        assertThat(found.message()).isEqualTo(expected.message());
        assertThat(found.median().doubleValue()).isBetween(125 * 0.98, 125 * 1.02);
        assertThat(found.message())
                .isEqualTo("1 of 51 prices of CPT 99213 (institutional, dollars) lie outside 61.4 to 262: median 127,"
                        + " spread by factor 1.12, lowest 100, highest 5000");
    }

    @Test
    void aSpreadBeyondAllReasonIsNoFault() throws IOException {
        Stream<String> prices = Stream.of(
                        Collections.nCopies(20, "1e67"),
                        Collections.nCopies(2, "1000000e100"),
                        Collections.nCopies(20, "1" + "0".repeat(45) + "e100"),
                        List.of("1e-100"))
                .flatMap(List::stream);
        PriceOutliers found =
                report("a.json", "99213", prices).sketches().outliers().get(0);

        assertThat(found.outliers()).isEqualTo(1);
        assertThat(found.lowest()).isEqualByComparingTo("1e-100");
        assertThat(found.high()).isEqualByComparingTo("1.80e308");
    }

    @Test
    void aSavedReportIsAsGoodAsTheReport() throws IOException {
        QualityReport one = report("a.json", "99213", IntStream.concat(IntStream.range(0, 50), IntStream.of(90_000)));
        QualityReport other = report("b.json", "J1234", IntStream.of(5, 5, 7));
        QualityReport loaded = loaded(saved(one));

        assertThat(loaded.toJson()).isEqualTo(one.toJson());
        assertThat(other.plus(loaded).toHtml()).isEqualTo(other.plus(one).toHtml());
        assertThat(saved(loaded)).isEqualTo(saved(one));
        assertThat(loaded.plus(loaded(saved(other))).toJson())
                .isEqualTo(one.plus(other).toJson());
    }

    @Test
    void whatIsNoSavedReportIsRefused() throws IOException {
        byte[] saved = saved(report("a.json", "99213", IntStream.range(0, 50)));
        for (int length = 0; length < saved.length; length++) {
            byte[] cut = Arrays.copyOf(saved, length);
            assertThatThrownBy(() -> loaded(cut)).as("cut to %d bytes", length).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> loaded(packed("{}  ")))
                .isInstanceOf(IOException.class)
                .hasMessage("Not a saved quality report of this version");
        assertThatThrownBy(() -> loaded(packed("qcR2\0\0\0\1\u007f\0\0\0?")))
                .isInstanceOf(IOException.class)
                .hasMessage("A saved quality report is damaged: a text ends before its end");
    }

    private static byte[] saved(QualityReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.save(out);
        return out.toByteArray();
    }

    private static QualityReport loaded(byte[] saved) throws IOException {
        return QualityReport.load(new ByteArrayInputStream(saved), RULES);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }

    @Test
    void jsonHoldsCountsThresholdsAndSamples() throws IOException {
        JsonNode json = new JsonMapper()
                .readTree(report("a.json", "99213", IntStream.of(0, 5)).toJson());
        assertThat(json.path("verdict").asText()).isEqualTo("fail");
        assertThat(json.path("prices").path("accuracy_pct").decimalValue()).isEqualByComparingTo("50.00");
        assertThat(json.path("thresholds").path("accuracy_fail_below").asDouble())
                .isEqualTo(85);
        JsonNode zero = json.path("findings").findParents("rule").stream()
                .filter(found -> found.path("rule").asText().equals("price-not-positive"))
                .findFirst()
                .orElseThrow();
        assertThat(zero.path("count").asLong()).isEqualTo(1);
        assertThat(zero.path("samples").get(0).path("path").asText())
                .isEqualTo("$.in_network[0].negotiated_rates[0].negotiated_prices");
        assertThat(json.path("files").get(0).path("schema").asText()).isEqualTo("in-network 2.2.0");
    }

    @Test
    void pageEscapesWhatFilesSayAndNeedsNothingFromElsewhere() throws IOException {
        String html = report("<script>alert('x')</script>.json", "<img src=x>", IntStream.of(5))
                .toHtml();
        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;.json")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "<img", "src=", "href=", "url(", "@import");
    }

    @Test
    void perfectIsOnlyWhatIsPerfect() {
        assertThat(ReportJson.percentage(99.9999)).isEqualByComparingTo("99.99");
        assertThat(new PriceCounts(0, 0, 0).completeness()).isEqualTo(100);
    }
}
