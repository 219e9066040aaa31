package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON that is none of the kinds of files: alone it is an error, beside others in an archive it is passed over. */
class ForeignDocumentsTest {

    private static final String FOREIGN = "{\"message\": \"Forbidden\"}";
    private static final String HEADER = "{\"reporting_entity_name\": \"Acme Health\"}";
    private static final String RATES = """
            {"in_network": [{"billing_code_type": "CPT", "billing_code": "99213", "negotiated_rates": [
             {"negotiated_prices": [{"negotiated_type": "negotiated", "negotiated_rate": 81.5}]}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void membersOfAnArchiveArePassedOver() throws IOException {
        assertThat(prices(Strictness.LENIENT, FOREIGN, RATES, FOREIGN)).isEqualTo(1);
    }

    @Test
    void archiveOfNothingElseIsBroken() {
        assertThatThrownBy(() -> prices(Strictness.LENIENT, FOREIGN, FOREIGN))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("Not a machine-readable file: it has only the keys [message] at $ in ")
                .hasMessageContaining("2.json (byte 0)");
    }

    @Test
    void keysAreShownShortAndReadable() {
        String keys = IntStream.range(0, 90)
                .mapToObj(i -> "\"\\u001bkey-" + i + "\": 1")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> prices(Strictness.LENIENT, "{" + keys + "}"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("only the keys [?key-0, ?key-1,")
                .hasMessageContaining("…")
                .hasMessageNotContaining("\u001b");
    }

    @Test
    void headerWithoutAListIsTakenUnlessReadStrictly() throws IOException {
        assertThat(prices(Strictness.LENIENT, HEADER)).isZero();
        assertThatThrownBy(() -> prices(Strictness.STRICT, HEADER))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("NO_LIST");
    }

    private long prices(Strictness strictness, String... members) throws IOException {
        Path archive = folder.resolve("archive.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < members.length; i++) {
                zip.putNextEntry(new ZipEntry((i + 1) + ".json"));
                zip.write(members[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        ReadOptions options = ReadOptions.builder().strictness(strictness).build();
        try (MrfReader reader = MrfReader.open(Sources.of(archive), options)) {
            reader.visit(new MrfVisitor() {});
            return reader.ledger().prices().seen();
        }
    }
}
