package io.github.tic4j.collaboratemd.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Property(tries = 300)
    void whatIsWrittenReadsBack(@ForAll("records") List<List<String>> records) throws IOException {
        StringBuilder csv = new StringBuilder();
        records.forEach(record -> CsvWriter.append(csv, record));
        assertThat(read(new StringReader(csv.toString()))).isEqualTo(records);
        assertThat(read(new OneByOne(csv.toString()))).isEqualTo(records);
    }

    @Provide
    Arbitrary<List<List<String>>> records() {
        // Two cells at least: a record of one empty cell is a blank line, which is skipped.
        return Arbitraries.strings()
                .withChars('a', ' ', ',', '"', '\n', '\r', 'é')
                .ofMaxLength(6)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "a,b\r\n1,2", "a,b\r1,2\r", "\ufeffa,b\n\n\r\n1,2\n\n"})
    void lineEndsBlankLinesAndTheByteOrderMarkDoNotMatter(String csv) throws IOException {
        assertThat(read(new StringReader(csv))).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void sloppyQuotesAreReadAsOthersReadThem() throws IOException {
        assertThat(read(new StringReader("\"a\"b,c\"d\",\"e\"\"f\"\n")))
                .containsExactly(List.of("ab", "c\"d\"", "e\"f"));
    }

    @Test
    void tabSeparatedFilesKnowNoQuotes() throws IOException {
        CsvReader csv = CsvReader.tabSeparated(new StringReader("\"a\tb,c\n"), "x");
        assertThat(csv.next()).containsExactly("\"a", "b,c");
    }

    @Test
    void aQuoteThatNeverEndsNamesTheLineItBeganOn() {
        assertThatThrownBy(() -> read(new StringReader("a,b\n1,\"2\n3\n")))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: a quoted cell never ends at line 2 of test.csv");
    }

    @Test
    void anEndlessCellIsGivenUp() {
        assertThatThrownBy(() -> read(new StringReader("a\n\"" + "x".repeat(1 << 21))))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: a cell longer than 1048576 characters at line 2 of test.csv");
    }

    @Test
    void aNulCharacterIsNoText() {
        assertThatThrownBy(() -> read(new StringReader("a\nb\u0000\n")))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: a NUL character at line 2 of test.csv");
    }

    @Test
    void recordsThatSpanLinesCountThem() throws IOException {
        CsvReader csv = CsvReader.commaSeparated(new StringReader("a\r\n\"b\r\nc\"\r\nd\r\n"), "x");
        List<Long> lines = new ArrayList<>();
        while (csv.next() != null) {
            lines.add(csv.line());
        }
        assertThat(lines).containsExactly(1L, 2L, 4L);
    }

    private static List<List<String>> read(Reader in) throws IOException {
        CsvReader csv = CsvReader.commaSeparated(in, "test.csv");
        List<List<String>> records = new ArrayList<>();
        for (List<String> record = csv.next(); record != null; record = csv.next()) {
            records.add(record);
        }
        return records;
    }

    private static final class OneByOne extends StringReader {

        OneByOne(String text) {
            super(text);
        }

        @Override
        public int read(char[] buffer) throws IOException {
            return super.read(buffer, 0, 1);
        }
    }
}
