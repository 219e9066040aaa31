package io.github.tic4j.cli;

import io.github.tic4j.testing.LoopbackServer;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.MrfSpec.Order;
import io.github.tic4j.testing.MrfSpec.Schema;
import io.github.tic4j.testing.MrfSpec.Shares;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Three made-up payers who publish as differently as real ones do, on a web server of this machine. */
final class DemoPayers {

    private static final int FILES = 3;

    private final LoopbackServer server;
    private final Map<String, String> indexes = new LinkedHashMap<>();
    private long bytes;

    private DemoPayers(LoopbackServer server) {
        this.server = server;
    }

    /** Publishes them. */
    static DemoPayers on(LoopbackServer server) throws IOException {
        DemoPayers payers = new DemoPayers(server);
        Shares older = new Shares(0.5, 0.3, 0.2, 0, 0, 0);
        payers.publish("acorn_health", ".json", spec(11).schema(Schema.V1).shares(older));
        payers.publish("bluebird", ".json.gz", spec(22).order(Order.REFERENCES_LAST));
        payers.publish("cedar_mutual", ".zip", spec(33).order(Order.HEADER_LAST));
        return payers;
    }

    /** The addresses of their indexes. */
    Map<String, String> indexes() {
        return indexes;
    }

    /** How many bytes their files have, as stored. */
    long bytes() {
        return bytes;
    }

    private static MrfSpec.Builder spec(long seed) {
        return MrfSpec.builder()
                .seed(seed)
                .items(40)
                .codes(60)
                .providerReferences(60)
                .ratesPerItem(60);
    }

    private void publish(String payer, String ending, MrfSpec.Builder spec) throws IOException {
        List<String> links = new ArrayList<>();
        for (int i = 1; i <= FILES; i++) {
            String path = "/" + payer + "/2026-11-01_network-" + i + "_in-network-rates" + ending;
            byte[] content = packed(spec.seed(i + 10L * payer.length()).build(), ending);
            bytes += content.length;
            server.serve(path, content);
            links.add(server.uri(path + "?Expires=4102444800&Signature=made-up-" + i + "&Key-Pair-Id=DEMO")
                    .toString());
        }
        // The same file under another signature, as one that many plans share.
        links.add(links.get(0).replace("made-up-1", "made-up-too"));
        String index = "/" + payer + "/index.json";
        server.serve(index, index(payer, links).getBytes(StandardCharsets.UTF_8));
        indexes.put(payer, server.uri(index).toString());
    }

    private static byte[] packed(MrfSpec spec, String ending) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (ending) {
            case ".json.gz" -> {
                try (OutputStream out = new GZIPOutputStream(bytes)) {
                    MrfGenerator.write(spec, out);
                }
            }
            case ".zip" -> {
                try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                    out.putNextEntry(new ZipEntry("in-network-rates.json"));
                    MrfGenerator.write(spec, out);
                    out.closeEntry();
                }
            }
            default -> MrfGenerator.write(spec, bytes);
        }
        return bytes.toByteArray();
    }

    private static String index(String payer, List<String> links) {
        StringBuilder files = new StringBuilder();
        for (String link : links) {
            files.append(files.isEmpty() ? "" : ",")
                    .append("{\"description\": \"in-network file\", \"location\": \"")
                    .append(link)
                    .append("\"}");
        }
        return """
                {"reporting_entity_name": "%s", "reporting_entity_type": "health insurance issuer", "version": "2.0.0",
                 "reporting_structure": [{"reporting_plans": [{"plan_name": "%s gold", "plan_id_type": "hios", "plan_id": "1234567890",
                   "plan_market_type": "individual"}], "in_network_files": [%s]}]}
                """.formatted(payer, payer, files);
    }
}
