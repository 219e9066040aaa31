package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private final List<Refusal> refusals = new ArrayList<>();

    @Test
    void readsQuotedDelimitersQuotesAndLineEnds() {
        List<SourceRow> rows = read("a,b\n\"x,\"\"y\"\"\",\"two\r\nlines\"\n1,2");

        assertThat(rows)
                .extracting(SourceRow::values)
                .containsExactly(List.of("x,\"y\"", "two\r\nlines"), List.of("1", "2"));
        assertThat(rows).extracting(row -> row.lineage().line()).containsExactly(2L, 4L);
        assertThat(rows.get(0).raw()).isEqualTo("\"x,\"\"y\"\"\",\"two\r\nlines\"");
    }

    @Test
    void findsTheDelimiterInTheHeader() {
        assertThat(read("A|B,C|D\n1|2,3|4\n").get(0).value("b,c")).isEqualTo("2,3");
        assertThat(read("A\tB\n1\t2\n").get(0).value("B")).isEqualTo("2");
        assertThat(read("A;B\n1;2\n").get(0).value("A")).isEqualTo("1");
    }

    @Test
    void skipsByteOrderMarkAndBlankLines() {
        List<SourceRow> rows = read("\uFEFF\r\nA,B\r\n\r\n1,2\r\n\r\n");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).value("A")).isEqualTo("1");
        assertThat(rows.get(0).lineage()).hasToString("test.csv:4");
    }

    @Test
    void takesLoneCarriageReturnsAsLineEnds() {
        assertThat(read("A,B\r1,2\r3,4\r"))
                .extracting(row -> row.lineage().line())
                .containsExactly(2L, 3L);
    }

    @Test
    void blankAndMissingColumnsHaveNoValue() {
        SourceRow row = read("A,B\n  ,2\n").get(0);

        assertThat(row.value("A")).isNull();
        assertThat(row.value("Z")).isNull();
    }

    @Test
    void refusesRowsOfAnotherWidthAndGoesOn() {
        List<SourceRow> rows = read("A,B\n1\n1,2,3\n\"x\"y,2\n5,6\n");

        assertThat(rows).extracting(SourceRow::values).containsExactly(List.of("5", "6"));
        assertThat(refusals)
                .extracting(Refusal::toString)
                .containsExactly(
                        "test.csv:2: row has 1 fields where the header has 2",
                        "test.csv:3: row has 3 fields where the header has 2",
                        "test.csv:4: row text behind a closing quote");
        assertThat(refusals).extracting(Refusal::raw).containsExactly("1", "1,2,3", "\"x\"y,2");
    }

    @Test
    void aShortLastRowWithoutLineEndIsCutOff() {
        assertThatThrownBy(() -> read("A,B\n1,2\n3"))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(
                        "Cannot read test.csv, line 3: the last row has 1 fields where the header has 2: the file is cut off");
    }

    @Test
    void inputThatEndsInsideQuotesIsCutOff() {
        assertThatThrownBy(() -> read("A,B\n1,2\n3,\"x"))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("Cannot read test.csv, line 3: the file ends inside a quoted field: it is cut off");
    }

    @Test
    void anUnclosedQuoteIsStoppedAtTheRecordLimit() {
        assertThatThrownBy(() -> read("A,B\n1,\"" + "x\n".repeat(CsvReader.MAX_RECORD_CHARS)))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("line 2: a record is longer than");
    }

    @Test
    void emptyInputAndRepeatedColumnsAreNamed() {
        assertThatThrownBy(() -> read("")).hasMessage("Cannot read test.csv, line 1: no header row");
        assertThatThrownBy(() -> read("A,a\n")).hasMessage("Cannot read test.csv, line 1: two columns are named 'a'");
    }

    @Test
    void doesNotShowValuesInText() {
        assertThat(read("NAME\nDoe\n").get(0)).hasToString("row test.csv:2");
    }

    @Property(tries = 300)
    void readsBackWhateverWasQuoted(@ForAll("table") List<List<String>> table) {
        StringBuilder text = new StringBuilder("A,B,C\n");
        for (List<String> row : table) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(v -> '"' + v.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append("\r\n");
        }

        assertThat(readOneByteAtATime(text.toString()))
                .extracting(SourceRow::values)
                .isEqualTo(table);
        assertThat(refusals).isEmpty();
    }

    @Property(tries = 300)
    void noPrefixOfAFileYieldsARowThatTheFileDoesNotHave(@ForAll("table") List<List<String>> table, @ForAll int cut) {
        StringBuilder text = new StringBuilder("A,B,C\n");
        for (List<String> row : table) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(v -> '"' + v.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }
        String prefix = text.substring(0, 6 + Math.floorMod(cut, text.length() - 5));
        List<List<String>> rows = new ArrayList<>();
        try {
            read(prefix).forEach(row -> rows.add(row.values()));
        } catch (UnreadableInputException e) {
            assertThat(e).hasMessageContaining("cut off");
        }

        // Cut behind the opening of an escaped quote, the last field alone may come out shorter: no reader can tell.
        for (int i = 0; i < rows.size() - 1; i++) {
            assertThat(rows.get(i)).isEqualTo(table.get(i));
        }
    }

    @Provide
    Arbitrary<List<List<String>>> table() {
        return Arbitraries.strings()
                .withChars("ab,|\"\n\r é")
                .ofMaxLength(6)
                .list()
                .ofSize(3)
                .list()
                .ofMaxSize(6);
    }

    private List<SourceRow> read(String text) {
        return drain(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<SourceRow> readOneByteAtATime(String text) {
        return drain(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(len, 1));
            }
        });
    }

    private List<SourceRow> drain(InputStream in) {
        List<SourceRow> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(in, "test.csv", refusals::add)) {
            reader.forEachRemaining(rows::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }
}
