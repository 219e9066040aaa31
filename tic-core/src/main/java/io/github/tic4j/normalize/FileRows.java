package io.github.tic4j.normalize;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Header;
import io.github.tic4j.mrf.Ledger;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.mrf.SchemaLine;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is written once for a document: its row of {@code files}, its payer, its plans, and what was rejected in it. */
final class FileRows {

    private static final Map<String, String> MESSAGES = Map.of(
            "negotiated_rate-missing", "The price has no number",
            "negotiated_rate-not-a-number", "The price is not a number",
            "price-not-an-object", "An element of negotiated_prices is an object",
            "providers-missing", "A payment names providers",
            "item-not-an-object", "An item is an object",
            "group-not-an-object", "A provider group is an object",
            "reference-not-an-object", "A provider reference is an object");

    private final SourceFile file;
    private final CountedTables tables;
    private final String payerUuid;
    private final Set<String> plans = new HashSet<>();
    private final List<Row> ended = new ArrayList<>();
    private String fileId;
    private int documents;
    private boolean payerWritten;

    FileRows(SourceFile file, CountedTables tables) {
        this.file = file;
        this.tables = tables;
        this.payerUuid = file.payer().uuid();
        this.fileId = file.fileId();
    }

    /** The id of the document that begins: the file's, and one of its own for each further document of an archive. */
    String beginDocument(String name) {
        documents++;
        if (documents > 1) {
            String sourceName = file.source().name();
            String member = name.startsWith(sourceName) ? name.substring(sourceName.length()) : name;
            fileId =
                    new ContentHash("document").text(file.fileId()).text(member).hex();
        }
        return fileId;
    }

    void endDocument(FileReport report, Ledger ledger) throws IOException {
        Header header = report.header();
        NormalDate updated = NormalDate.of(header.lastUpdatedOn());
        ended.add(new Row(Tables.FILES)
                .set("file_id", fileId)
                .set("payer_uuid", payerUuid)
                .set("source_url", file.url())
                .set("kind", kind(report.kind()))
                .set("version", header.version())
                .set("version_detected", report.schemaLine() == SchemaLine.V2 ? "2" : "1")
                .set("reporting_entity_name", header.reportingEntityName())
                .set("reporting_entity_type", header.reportingEntityType())
                .set("last_updated_on", updated.date())
                .set("last_updated_on_text", updated.text())
                .set("prices_seen", ledger.prices().seen())
                .set("prices_written", ledger.prices().delivered())
                .set("prices_filtered", ledger.prices().filtered())
                .set("prices_rejected", ledger.prices().rejectedTotal())
                .set("ledger", ledger.toJson())
                .set("run_id", file.runId())
                .set("processed_at", file.processedAt()));
        for (Plan plan : file.plans()) {
            plan(plan, "index");
        }
        if (!header.plan().isEmpty()) {
            plan(header.plan(), "header");
        }
    }

    /** Writes the rows of {@code files}, whose content is known only once the last document of an archive has been read. */
    void files() throws IOException {
        Optional<FileContent> content = file.content().get();
        for (Row row : ended) {
            tables.write(row.set(
                            "content_sha256", content.map(FileContent::sha256).orElse(null))
                    .set("content_bytes", content.map(FileContent::bytes).orElse(null)));
        }
        ended.clear();
    }

    private static String kind(MrfKind kind) {
        return switch (kind) {
            case IN_NETWORK -> "in-network-rates";
            case ALLOWED_AMOUNTS -> "allowed-amounts";
            case TABLE_OF_CONTENTS -> "table-of-contents";
            case PROVIDER_REFERENCE -> "provider-reference";
            case PRESCRIPTION_DRUGS -> "prescription-drugs";
            case UNKNOWN -> "unknown";
        };
    }

    private void plan(Plan plan, String origin) throws IOException {
        String key = new ContentHash("plan")
                .text(payerUuid)
                .text(plan.planName())
                .text(Texts.lowerCase(plan.planIdType()))
                .text(plan.planId())
                .text(Texts.lowerCase(plan.planMarketType()))
                .text(plan.issuerName())
                .text(plan.planSponsorName())
                .hex();
        if (plans.add(key)) {
            tables.write(new Row(Tables.PLANS)
                    .set("plan_key", key)
                    .set("payer_uuid", payerUuid)
                    .set("plan_name", plan.planName())
                    .set("plan_id_type", Texts.lowerCase(plan.planIdType()))
                    .set("plan_id", plan.planId())
                    .set("plan_market_type", Texts.lowerCase(plan.planMarketType()))
                    .set("issuer_name", plan.issuerName())
                    .set("plan_sponsor_name", plan.planSponsorName()));
        }
        tables.write(new Row(Tables.FILE_PLANS)
                .set("file_id", fileId)
                .set("plan_key", key)
                .set("origin", origin)
                .set("description", file.description()));
    }

    /** Writes the payer, once. */
    void payer() throws IOException {
        if (payerWritten) {
            return;
        }
        payerWritten = true;
        Payer payer = file.payer();
        tables.write(new Row(Tables.PAYERS)
                .set("payer_uuid", payerUuid)
                .set("payer_name", payer.name())
                .set("parent_organization", payer.parentOrganization())
                .set("reporting_entity_name", payer.reportingEntityName())
                .set("reporting_entity_type", payer.reportingEntityType())
                .set("index_url", payer.indexUrl()));
    }

    /** What the reader rejected. */
    void rejected(Reject reject) throws IOException {
        String found = reject.rawText() == null ? "" : ": " + reject.rawText();
        String message = MESSAGES.getOrDefault(reject.reason(), reject.reason().replace('-', ' ')) + found;
        rejected(
                new Verdict.Reject<>(reject.reason(), Severity.ERROR, message),
                reject.path(),
                reject.byteOffset(),
                reject.rawText());
    }

    /** What a review rejected. */
    void rejected(Verdict.Reject<?> reject, @Nullable String path, long offset, @Nullable String raw)
            throws IOException {
        tables.write(new Row(Tables.REJECTS)
                .set("file_id", fileId)
                .set("payer_uuid", payerUuid)
                .set("rule", reject.rule())
                .set("severity", reject.severity().name().toLowerCase(java.util.Locale.ROOT))
                .set("path", path)
                .set("byte_offset", offset)
                .set("message", reject.message())
                .set("raw_text", raw));
    }

    /** Where and why the file breaks off. */
    void broken(RuntimeException failure) throws IOException {
        boolean known = failure instanceof ContentException;
        ContentException content = known ? (ContentException) failure : null;
        rejected(
                new Verdict.Reject<>("file-broken", Severity.ERROR, String.valueOf(failure.getMessage())),
                content == null ? null : content.path(),
                content == null ? 0 : content.byteOffset(),
                null);
    }
}
