package io.github.tic4j.nppes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvCursorTest {

    @Test
    void readsQuotedAndUnquotedFieldsAndAnyLineEnd() throws IOException {
        assertThat(rows("a,\"b\"\r\n\"c,\nd\",e\n,\r\"f\"\"\",g"))
                .containsExactly(List.of("a", "b"), List.of("c,\nd", "e"), List.of("", ""), List.of("f\"", "g"));
    }

    @Test
    void passesOverBlankLinesAndTheByteOrderMark() throws IOException {
        assertThat(rows("\uFEFFa\n\n\r\nb\n")).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void blanksAroundAValueAreNotPartOfIt() throws IOException {
        assertThat(rows("\"  a b \", c ,\"   \"\n")).containsExactly(List.of("a b", "c", ""));
    }

    @Test
    void reportsFilledFieldsOnlyAndCountsAll() throws IOException {
        String row = "\"\",".repeat(100) + "\"x\"," + "\"\",".repeat(27) + "\"\"\n";
        try (CsvCursor cursor = cursor(row)) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.columns()).isEqualTo(129);
            assertThat(cursor.filled()).isEqualTo(1);
            assertThat(cursor.column(0)).isEqualTo(100);
            assertThat(cursor.text(0)).isEqualTo("x");
        }
    }

    @Test
    void replacesBytesThatAreNotUtf8() throws IOException {
        byte[] latin = "\"caf\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1);
        try (CsvCursor cursor = new CsvCursor(new ByteArrayInputStream(latin), "latin.csv")) {
            cursor.next();
            assertThat(cursor.text(0)).isEqualTo("caf\uFFFD");
        }
    }

    @Test
    void anEndWithinQuotesIsTruncation() {
        assertThatThrownBy(() -> rows("\"a\"\n\"b"))
                .isInstanceOf(TruncatedContentException.class)
                .hasMessage("Cannot read CSV: the input ends within a quoted value in test.csv (byte 4)");
    }

    @Test
    void somethingAfterAClosingQuoteIsMalformed() {
        assertThatThrownBy(() -> rows("\"a\"b,\"c\"\n"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("after a closing quote, was 'b'")
                .hasMessageContaining("test.csv (byte 3)");
    }

    @Test
    void aRowWithoutEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '"';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                java.util.Arrays.fill(bytes, from, from + length, (byte) 'x');
                bytes[from] = '"';
                return length;
            }
        };
        assertThatThrownBy(() -> {
                    try (CsvCursor cursor = new CsvCursor(new Unclosed(endless), "endless.csv")) {
                        cursor.next();
                    }
                })
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("longer than 16 MiB");
    }

    @Test
    void rowsThatTheBufferCutsAreWhole() throws IOException {
        String cell = "x".repeat(999) + "\"\"";
        int count = 3000;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('"').append(i).append("\",\"").append(cell).append("\"\n");
        }
        try (CsvCursor cursor = cursor(text.toString())) {
            for (int i = 0; i < count; i++) {
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.text(0)).isEqualTo(Integer.toString(i));
                assertThat(cursor.text(1)).hasSize(1000).endsWith("x\"");
                assertThat(cursor.offset()).isEqualTo(text.indexOf("\"" + i + "\","));
            }
            assertThat(cursor.next()).isFalse();
        }
    }

    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll("tables") List<List<String>> table) throws IOException {
        String text = table.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        assertThat(rows(text)).isEqualTo(table);
        try (CsvCursor cursor = new CsvCursor(new OneByteAtATime(text), "slow.csv")) {
            assertThat(read(cursor)).isEqualTo(table);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just("")),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.strings()
                                .withChars('a', '"', ',', '\n', '\r', '\u00e9')
                                .ofMaxLength(20)));
        return cell.list().ofMinSize(2).ofMaxSize(60).list().ofMaxSize(8);
    }

    private static List<List<String>> rows(String text) throws IOException {
        try (CsvCursor cursor = cursor(text)) {
            return read(cursor);
        }
    }

    private static List<List<String>> read(CsvCursor cursor) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        while (cursor.next()) {
            rows.add(cursor.texts());
        }
        return rows;
    }

    private static CsvCursor cursor(String text) throws IOException {
        return new CsvCursor(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.csv");
    }

    private static final class OneByteAtATime extends FilterInputStream {

        OneByteAtATime(String text) {
            super(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return super.read(bytes, from, Math.min(1, length));
        }
    }

    /** Opens a quote once and never closes it. */
    private static final class Unclosed extends FilterInputStream {

        private boolean first = true;

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (!first) {
                bytes[from] = 'x';
            }
            first = false;
            return read;
        }
    }
}
