package io.github.tic4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tic4j.s3.S3Layout;
import io.github.tic4j.s3.S3Location;
import io.github.tic4j.s3.S3Options;
import io.github.tic4j.s3.S3Receipt;
import io.github.tic4j.s3.S3Store;
import io.github.tic4j.s3.S3Upload;
import io.github.tic4j.s3.S3WriteOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends a fact table and its summary to a bucket, and says beside the local files where they went.
 *
 * @param prefix below which
 */
record FactUpload(S3Location prefix) {

    private static final String RECEIPT = "fact_table_s3_location.json";

    /** Sends a file, or all Parquet files of a folder; what was written where. */
    List<S3Receipt> send(Path facts, Path summary, Instant now) throws IOException {
        S3Layout layout = new S3Layout(prefix);
        List<S3Receipt> receipts = new ArrayList<>();
        try (S3Store store = S3Store.connect(S3Options.defaults())) {
            if (Files.isDirectory(facts)) {
                for (Path file : files(facts)) {
                    String name = facts.relativize(file).toString().replace('\\', '/');
                    receipts.add(send(store, file, layout.prefix().resolve("fact_tables/" + name)));
                }
            } else {
                receipts.add(send(store, facts, factTable(layout, facts, now)));
            }
            receipts.add(send(store, summary, layout.factTableSummary()));
        }
        BackfillCommand.write(summary.resolveSibling(RECEIPT), toJson(receipts, now));
        return receipts;
    }

    /** The layout's name has the ending of Parquet; another format keeps its own. */
    private static S3Location factTable(S3Layout layout, Path facts, Instant now) {
        S3Location place = layout.factTable(now);
        String name = String.valueOf(facts.getFileName());
        return S3Location.of(place.bucket(), place.key().replace(".parquet", name.substring(name.indexOf('.'))));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private static S3Receipt send(S3Store store, Path file, S3Location target) throws IOException {
        try (S3Upload upload = store.upload(target, S3WriteOptions.defaults())) {
            Files.copy(file, upload.body());
            return upload.complete();
        }
    }

    private static String toJson(List<S3Receipt> receipts, Instant now) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("uploaded_at", now.toString());
            json.writeArrayFieldStart("objects");
            for (S3Receipt receipt : receipts) {
                json.writeStartObject();
                json.writeStringField("bucket", receipt.location().bucket());
                json.writeStringField("key", receipt.location().key());
                json.writeNumberField("bytes", receipt.size());
                json.writeStringField("etag", receipt.eTag());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }
}
