package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextTablesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenComesBack(TextFormat format) throws IOException {
        List<Row> rows = List.of(
                SampleTable.full("a,\"b\"\r\nc \u00e9 \ud83d\ude00"),
                SampleTable.sparse(""),
                SampleTable.sparse("long")
                        .set("amount", new BigDecimal("1E+30"))
                        .set("places", List.of()));
        try (TableWriter writer = new TableFolder(folder, format).batches(SampleTable.SCHEMA)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }

        assertThat(read(format, SampleTable.SCHEMA)).isEqualTo(rows);
        assertThat(read(format, SampleTable.SCHEMA.select("known", "code")))
                .extracting(row -> row.value("known"))
                .containsExactly(true, null, null);
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsNotThereHasNoRows(TextFormat format) throws IOException {
        assertThat(read(format, SampleTable.SCHEMA)).isEmpty();
    }

    @Test
    void columnsAreFoundByNameAndMissingOnesAreNull() throws IOException {
        file("samples_batch_001.csv", "other,count,code\nx,3,a\ny,,\"b\"");
        file("samples_final.jsonl", "{\"other\":{\"deep\":[1]},\"count\":3,\"code\":\"a\"}\n\n{\"code\":\"b\"}");

        for (TextFormat format : List.of(TextFormat.CSV, TextFormat.JSON_LINES)) {
            assertThat(read(format, SampleTable.SCHEMA.select("code", "count", "day")))
                    .map(Row::toString)
                    .containsExactly("samples[a, 3, null]", "samples[b, null, null]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code,count;a,x | expected LONG in column count, was \"x\" in line 2",
                "code,known;a,yes | expected BOOL in column known, was \"yes\" in line 2",
                "code,day;a,2026-02-30 | expected DATE in column day, was \"2026-02-30\" in line 2",
                "code,npi;a,[1 | expected LONG_LIST, was \"[1\" in line 2",
                "code,npi;a,1 | expected LONG_LIST, was \"1\" in line 2",
                "code,places;a,\"[1]\" | expected TEXT_LIST, was \"[1]\" in line 2",
                "code,count;a | expected 2 fields, were 1 in line 2",
                "code;\"a\"b | text after the quotes of field 1 in line 2",
                "code;\"a;b | quotes that are not closed in line 2",
            })
    void brokenCsvIsNamed(String text, String problem) throws IOException {
        file("samples_batch_001.csv", text.replace(";", "\n"));

        assertThatThrownBy(() -> read(TextFormat.CSV, SampleTable.SCHEMA))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("Cannot read table samples: " + problem)
                .hasMessageContaining("samples_batch_001.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"code\":\"a\"}; [] | expected an object, was START_ARRAY in line 2",
                "{\"count\":1.5} | expected LONG in column count, was \"1.5\" in line 1",
                "{\"npi\":[1,null]} | an element of a LONG_LIST was VALUE_NULL in line 1",
                "{\"npi\":5} | expected LONG_LIST, was VALUE_NUMBER_INT in line 1",
                "{\"code\":{}} | expected TEXT, was START_OBJECT in line 1",
                "{\"code\":\"a\";;, | in line 3",
                "{\"code\" | in line 1",
            })
    void brokenJsonIsNamed(String text, String problem) throws IOException {
        file("samples_batch_001.jsonl", text.replace(";", "\n"));

        assertThatThrownBy(() -> read(TextFormat.JSON_LINES, SampleTable.SCHEMA))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("Cannot read table samples: ")
                .hasMessageContaining(problem)
                .hasMessageContaining("samples_batch_001.jsonl");
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(folder.resolve("samples").resolve(name), text);
    }

    private List<Row> read(TextFormat format, TableSchema schema) throws IOException {
        List<Row> rows = new ArrayList<>();
        new TextTables(folder, format).forEach(schema, rows::add);
        return rows;
    }
}
