package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.Price;
import io.github.tic4j.source.Sources;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A compressed file that is cut off anywhere is an error, and what was complete before the cut is handed over. */
class CutOffTest {

    private static final int TRAILER = 8;
    private static final String RATES = """
            {"in_network": [{"billing_code_type": "CPT", "billing_code": "99213", "negotiated_rates": [{"negotiated_prices": [
             {"negotiated_type": "negotiated", "negotiated_rate": 81.5}, {"negotiated_type": "fee schedule", "negotiated_rate": 7}]}]}]}
            """;

    private int delivered;

    @Test
    void smallFileHandsOverAllThatCouldBeDecompressed() throws IOException {
        byte[] whole = gzip(RATES);
        int before = 0;
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            delivered = 0;
            assertThatThrownBy(() -> read(cut))
                    .as("cut at %s of %s", length, whole.length)
                    .isInstanceOf(TruncatedContentException.class);
            assertThat(delivered).as("cut at %s of %s", length, whole.length).isGreaterThanOrEqualTo(before);
            before = delivered;
            if (length >= whole.length - TRAILER) {
                assertThat(delivered).isEqualTo(2);
            }
        }
    }

    private void read(byte[] bytes) throws IOException {
        try (MrfReader reader = MrfReader.open(Sources.of("cut.json.gz", () -> new ByteArrayInputStream(bytes)))) {
            reader.visit(new MrfVisitor() {
                @Override
                public void price(Price price) {
                    delivered++;
                }
            });
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
