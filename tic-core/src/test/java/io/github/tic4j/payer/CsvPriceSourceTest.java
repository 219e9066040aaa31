package io.github.tic4j.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.Ledger;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.source.TruncatedContentException;
import io.github.tic4j.testing.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPriceSourceTest {

    private static final String HEADER = "NPI,TIN,TYPE,BILLING_CODE_TYPE,BILLING_CODE,DESCRIPTION,NEGOTIATED_RATE\n";

    @ParameterizedTest
    @ValueSource(strings = {",", "~", "|", "\t", ";"})
    void rowsArePricesWhateverSeparatesTheirCells(String separator) throws IOException {
        String csv = (HEADER + "1234567893,12-3456789,ein,CPT,99213,visit,81.50\n").replace(",", separator);

        List<Price> prices = prices(csv(csv));

        assertThat(prices).hasSize(1);
        assertThat(prices.get(0).negotiatedRate()).hasToString("81.50");
        assertThat(prices.get(0).rate().providerGroups().get(0).tin().value()).isEqualTo("12-3456789");
    }

    @Test
    void rowsOfOneItemThatFollowEachOtherShareIt() throws IOException {
        String csv = HEADER + "1,1,ein,CPT,99213,visit,1\r\n2,2,ein,CPT,99213,visit,2\r\n\r\n3,3,ein,CPT,99214,visit,3";

        assertThat(prices(csv(csv))).extracting(price -> price.item().index()).containsExactly(0L, 0L, 1L);
    }

    @Test
    void cellsInQuotesHoldWhatTheyLike() throws IOException {
        String csv = HEADER + "\"1234567893, 1245319599\",1,ein,CPT,99213,\"a \"\"plain\"\" visit,\nor two\",1\n"
                + "1,1,ein,CPT,99214,5\" tube,2\n";

        List<Price> prices = prices(csv(csv));

        assertThat(prices)
                .extracting(price -> price.item().description())
                .containsExactly("a \"plain\" visit,\nor two", "5\" tube");
        assertThat(prices.get(0).rate().providerGroups().get(0).npis().size()).isEqualTo(2);
    }

    @Test
    void rowsOutOfStepAreCountedAsRejected() throws IOException {
        String csv = HEADER + "1,1,ein,CPT,99213,visit,1,234.00\n1,1,ein,CPT,99213,81\n1,1,ein,CPT,99213,visit,2\n";

        try (MrfReader reader = MrfReader.open(csv(csv))) {
            List<Price> prices = new ArrayList<>();
            reader.forEach(prices::add);
            Ledger ledger = reader.ledger();

            assertThat(prices)
                    .extracting(price -> price.negotiatedRate().toString())
                    .containsExactly("2");
            assertThat(ledger.prices().rejected()).containsEntry("negotiated_rate-not-a-number", 2L);
            assertThat(ledger.isBalanced()).isTrue();
        }
    }

    @Test
    void severalTablesInAZipAreOneFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a.csv", "b.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((HEADER + "1,1,ein,CPT," + name + ",visit,1\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(prices(source(bytes.toByteArray())))
                .extracting(price -> price.item().billingCode())
                .containsExactly("a.csv", "b.csv");
    }

    @Test
    void jsonStaysWhatItIs() throws IOException {
        String json =
                "{\"in_network\": [{\"negotiated_rates\": [{\"negotiated_prices\": [{\"negotiated_rate\": 1}]}]}]}";

        assertThat(prices(csv(json))).hasSize(1);
    }

    @Test
    void aTableWithoutRowsIsAFileWithoutPrices() throws IOException {
        assertThat(prices(csv(HEADER))).isEmpty();
    }

    @Test
    void whatIsNoTableOfPricesIsAnError() {
        assertThatThrownBy(() -> prices(csv("a,b,c\n1,2,3\n")))
                .isInstanceOf(MalformedContentException.class)
                .hasMessage(
                        "Not a table of prices: the first row names no column negotiated_rate and billing_code in table (byte 0)");
        assertThatThrownBy(() -> prices(csv(HEADER + "\"" + "x".repeat(5 << 20))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Limit maxStringBytes = 4194304 exceeded")
                .hasMessageContaining("in table row 2");
    }

    @Test
    void aTableThatIsCutOffIsAnErrorBehindItsCompletePrices() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int row = 0; row < 50_000; row++) {
                gzip.write(("1,1,ein,CPT," + row + ",visit,1\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] whole = bytes.toByteArray();
        List<Price> prices = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (MrfReader reader = MrfReader.open(source(Arrays.copyOf(whole, whole.length - 20)))) {
                        reader.forEach(prices::add);
                    }
                })
                .isInstanceOf(TruncatedContentException.class);
        assertThat(prices).hasSizeGreaterThan(40_000).hasSizeLessThan(50_000);
    }

    private static List<Price> prices(Source source) throws IOException {
        List<Price> prices = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(source)) {
            reader.forEach(prices::add);
        }
        return prices;
    }

    private static Source csv(String text) {
        return source(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A table, which some tests read one byte at a time. */
    private static Source source(byte[] bytes) {
        return new CsvPriceSource(Sources.of("table", () -> {
            InputStream in = new ByteArrayInputStream(bytes);
            return bytes.length < 1000 ? Streams.oneByteAtATime(in) : in;
        }));
    }
}
