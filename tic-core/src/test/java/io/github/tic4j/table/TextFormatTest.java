package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextFormatTest {

    private static final String HEADER = "code,amount,amount_text,places,npi,day,moment,count,known\r\n";

    @TempDir
    Path folder;

    @Test
    void csvQuotesWhatNeedsItAndTellsNullFromEmpty() throws IOException {
        assertThat(print(TextFormat.CSV, SampleTable.full("a,\"b\"\r\nc"), SampleTable.sparse("")))
                .isEqualTo(HEADER
                        + "\"a,\"\"b\"\"\r\nc\",81.50,,\"[\"\"11\"\",\"\"22\"\"]\",[1234567893],9999-12-31,"
                        + "2026-11-20T06:30:00.123456Z,7,true\r\n"
                        + "\"\",,,,,,,,\r\n");
    }

    @Test
    void csvWithoutRowsHasItsHeader() throws IOException {
        assertThat(print(TextFormat.CSV)).isEqualTo(HEADER);
    }

    @Test
    void jsonLinesHaveEveryColumn() throws IOException {
        assertThat(print(TextFormat.JSON_LINES, SampleTable.full("é\n"), SampleTable.sparse("2")))
                .isEqualTo("{\"code\":\"é\\n\",\"amount\":81.50,\"amount_text\":null,\"places\":[\"11\",\"22\"],"
                        + "\"npi\":[1234567893],\"day\":\"9999-12-31\",\"moment\":\"2026-11-20T06:30:00.123456Z\","
                        + "\"count\":7,\"known\":true}\n"
                        + "{\"code\":\"2\",\"amount\":null,\"amount_text\":null,\"places\":null,\"npi\":null,"
                        + "\"day\":null,\"moment\":null,\"count\":null,\"known\":null}\n");
    }

    @Test
    void decimalsAreNeverInScientificNotation() throws IOException {
        Row row = SampleTable.sparse("1").set("amount", new BigDecimal("1E-15"));

        assertThat(print(TextFormat.JSON_LINES, row)).contains("\"amount\":0.000000000000001,");
        assertThat(print(TextFormat.CSV, row)).contains("\n1,0.000000000000001,");
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON_LINES_GZIP", "CSV_GZIP"})
    void gzipHoldsTheSameText(TextFormat format) throws IOException {
        TextFormat plain = format == TextFormat.CSV_GZIP ? TextFormat.CSV : TextFormat.JSON_LINES;
        Path file = folder.resolve("samples" + format.extension());
        try (TableWriter writer = format.open(SampleTable.SCHEMA, file)) {
            writer.write(SampleTable.full("1"));
            writer.describe("run_id", "r1");
            writer.commit();
            assertThat(writer.bytes()).isEqualTo(Files.size(file));
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(print(plain, SampleTable.full("1")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingWithoutCommitLeavesNothing(TextFormat format) throws IOException {
        Path file = folder.resolve("samples" + format.extension());
        try (TableWriter writer = format.open(SampleTable.SCHEMA, file)) {
            writer.write(SampleTable.full("1"));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closeIsIdempotent() throws IOException {
        TableWriter writer = TextFormat.CSV.open(SampleTable.SCHEMA, folder.resolve("samples.csv"));
        writer.commit();
        writer.close();
        writer.close();

        assertThat(folder.resolve("samples.csv")).hasContent(HEADER);
    }

    @Test
    void rowOfAnotherTableIsRefused() throws IOException {
        try (TableWriter writer = TextFormat.CSV.writer(SampleTable.SCHEMA, new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> writer.write(new Row(Tables.RATES)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Row of table rates for table samples");
        }
    }

    private static String print(TextFormat format, Row... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter writer = format.writer(SampleTable.SCHEMA, bytes)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
