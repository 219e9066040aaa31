package io.github.tic4j.validate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON. */
final class ReportJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MOST_OUTLIERS = 100;

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(QualityReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            new ReportJson(json).write(report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private void write(QualityReport report) throws IOException {
        json.writeStartObject();
        field("verdict", report.verdict());
        prices(report.prices());
        thresholds(report.rules());
        json.writeObjectFieldStart("findings_by_severity");
        for (Severity severity : Severity.values()) {
            json.writeNumberField(severity.name().toLowerCase(Locale.ROOT), report.count(severity));
        }
        json.writeEndObject();
        findings(report.findings());
        outliers(report.sketches().outliers());
        json.writeArrayFieldStart("files");
        for (FileSummary file : report.files()) {
            file(file);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (String note : report.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void prices(PriceCounts prices) throws IOException {
        json.writeObjectFieldStart("prices");
        json.writeNumberField("seen", prices.seen());
        json.writeNumberField("complete", prices.complete());
        json.writeNumberField("accurate", prices.accurate());
        json.writeNumberField("completeness_pct", percentage(prices.completeness()));
        json.writeNumberField("accuracy_pct", percentage(prices.accuracy()));
        json.writeEndObject();
    }

    /** Rounded down, so that only what is perfect reads 100. */
    static BigDecimal percentage(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.DOWN);
    }

    private void thresholds(QualityRules rules) throws IOException {
        json.writeObjectFieldStart("thresholds");
        json.writeNumberField("min_rate", rules.minRate());
        json.writeNumberField("max_rate", rules.maxRate());
        json.writeNumberField("completeness_warn_below", rules.completeness().warnBelow());
        json.writeNumberField("completeness_fail_below", rules.completeness().failBelow());
        json.writeNumberField("accuracy_warn_below", rules.accuracy().warnBelow());
        json.writeNumberField("accuracy_fail_below", rules.accuracy().failBelow());
        json.writeNumberField("max_age_days", rules.maxAgeDays());
        json.writeEndObject();
    }

    private void findings(List<RuleFindings> all) throws IOException {
        json.writeArrayFieldStart("findings");
        for (RuleFindings found : all) {
            json.writeStartObject();
            json.writeStringField("rule", found.rule());
            field("severity", found.severity());
            json.writeNumberField("count", found.count());
            json.writeArrayFieldStart("samples");
            for (RuleFindings.Sample kept : found.samples()) {
                Finding sample = kept.finding();
                json.writeStartObject();
                json.writeStringField("source", kept.source());
                json.writeStringField("path", sample.path());
                json.writeNumberField("byte_offset", sample.byteOffset());
                optional("raw_text", sample.rawText());
                json.writeStringField("message", sample.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void outliers(List<PriceOutliers> all) throws IOException {
        json.writeArrayFieldStart("price_outliers");
        for (PriceOutliers outliers : all.subList(0, Math.min(MOST_OUTLIERS, all.size()))) {
            json.writeStartObject();
            json.writeStringField("billing_code_type", outliers.group().codeType());
            json.writeStringField("billing_code", outliers.group().code());
            json.writeStringField("billing_class", outliers.group().billingClass());
            json.writeStringField("unit", outliers.group().unit());
            json.writeNumberField("prices", outliers.prices());
            json.writeNumberField("outliers", outliers.outliers());
            json.writeNumberField("median", outliers.median());
            json.writeNumberField("spread_factor", outliers.spread());
            json.writeNumberField("low", outliers.low());
            json.writeNumberField("high", outliers.high());
            json.writeNumberField("lowest", outliers.lowest());
            json.writeNumberField("highest", outliers.highest());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void file(FileSummary file) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", file.source());
        field("kind", file.kind());
        optional("schema", file.profile());
        optional("stated_version", file.header().version());
        optional("reporting_entity_name", file.header().reportingEntityName());
        optional("last_updated_on", file.header().lastUpdatedOn());
        json.writeNumberField("bytes", file.bytes());
        prices(file.prices());
        json.writeStringField("as_of", file.asOf().toString());
        field("verdict", file.verdict());
        optional("broken", file.broken());
        json.writeEndObject();
    }

    private void field(String name, Enum<?> value) throws IOException {
        json.writeStringField(name, value.name().toLowerCase(Locale.ROOT));
    }

    private void optional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
