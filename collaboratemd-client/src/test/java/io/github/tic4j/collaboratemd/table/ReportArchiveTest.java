package io.github.tic4j.collaboratemd.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.testkit.FakeReport;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportArchiveTest {

    private static final String CSV = "Charge ID,Amount,Entered\r\n0301,\"$1,234.50\",03/07/2025\r\n 7 ,,\r\n";

    @Test
    void rowsAreTypedOnDemand() {
        try (ReportTable table = archive(Map.of("Report.CSV", CSV)).open()) {
            assertThat(table.columns()).containsExactly("charge_id", "amount", "entered");
            List<Row> rows = table.stream().toList();
            assertThat(rows.get(0).text("charge_id")).isEqualTo("0301");
            assertThat(rows.get(0).money("amount")).isEqualTo(new BigDecimal("1234.50"));
            assertThat(rows.get(0).date("entered")).isEqualTo(LocalDate.of(2025, 3, 7));
            assertThat(rows.get(1).integer("charge_id")).isEqualTo(7);
            assertThat(rows.get(1).cells()).containsExactly("7", null, null);
            assertThat(rows.get(1).money("amount")).isNull();
        }
    }

    @Test
    void anUnreadableCellNamesItsPlaceAndNotItsText() {
        Row row = rows(Map.of("Report.csv", "Amount\nsecret\n")).get(0);
        assertThatThrownBy(() -> row.money("amount"))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: an unreadable amount at line 2 of Report.csv");
        assertThatThrownBy(() -> row.text("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column other in Report.csv");
        assertThat(row).hasToString("Row[line 2 of Report.csv]");
    }

    @Test
    void shortRowsAreFilledAndLongOnesRefused() {
        assertThat(rows(Map.of("a.csv", "A,B\n1\n")).get(0).cells()).containsExactly("1", null);
        assertThat(rows(Map.of("a.csv", "A,B\n1,2, ,\n")).get(0).cells()).containsExactly("1", "2");
        assertThatThrownBy(() -> rows(Map.of("a.csv", "A,B\n1,2\n1,2,3\n")))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: a row with 3 cells under 2 columns at line 3 of a.csv");
    }

    @Test
    void severalFilesOfOneHeaderAreOneTableWhateverTheOrderOfColumns() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("part1.csv", "A,B\n1,2\n");
        files.put("notes.txt", "not read");
        files.put("part2.csv", "");
        files.put("part3.csv", "B,A\n4,3\n");
        ReportArchive archive = archive(files);
        assertThat(archive.otherFiles()).containsExactly("notes.txt");
        try (ReportTable table = archive.open()) {
            assertThat(table.stream().map(Row::cells)).containsExactly(List.of("1", "2"), List.of("3", "4"));
        }
    }

    @Test
    void severalFilesOfDifferentHeadersAreRefused() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("part1.csv", "A,B\n1,2\n");
        files.put("part2.csv", "A,C\n1,2\n");
        assertThatThrownBy(() -> archive(files).open())
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: its CSV files differ in their columns");
    }

    @Test
    void textThatIsNoUtf8IsReadAsWindows1252AndTold() {
        ReportArchive archive =
                ReportArchive.of(zip(Map.of("a.csv", "Name\nJosé – 5 €\n".getBytes(Charset.forName("windows-1252")))));
        assertThat(archive.files().get(0).charset()).isEqualTo(Charset.forName("windows-1252"));
        try (ReportTable table = archive.open()) {
            assertThat(table.iterator().next().text("name")).isEqualTo("José – 5 €");
        }
        assertThat(archive(Map.of("a.csv", "Name\nJosé\n")).files().get(0).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void bytesThatAreNeitherAreRefused() {
        byte[] csv = {'A', '\n', (byte) 0x81, '\n'};
        assertThatThrownBy(() -> ReportArchive.of(zip(Map.of("a.csv", csv))).open().stream()
                        .toList())
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: text that is neither UTF-8 nor windows-1252 in a.csv");
    }

    @Test
    void utf8SequencesAcrossPiecesAreWellFormed() {
        String text = "A\n" + "x" + "é".repeat(100_000) + "\n";
        assertThat(archive(Map.of("a.csv", text)).files().get(0).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void aTableIsReadOnce() {
        try (ReportTable table = archive(Map.of("a.csv", CSV)).open()) {
            assertThat(table.iterator()).hasNext();
            assertThatThrownBy(table::iterator)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a report table is read only once");
            table.close();
        }
    }

    @Test
    void wrappedBase64IsDecodedAndBrokenBase64Refused() {
        byte[] zip = FakeReport.zip(Map.of("a.csv", bytes(CSV)));
        String wrapped = Base64.getMimeEncoder().encodeToString(zip);
        assertThat(ZipArchive.fromBase64(wrapped, ArchiveLimits.defaults()).entries())
                .hasSize(1);
        assertThatThrownBy(() -> ZipArchive.fromBase64("A", ArchiveLimits.defaults()))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: the data is not whole Base64")
                .hasNoCause();
    }

    @Test
    void noCutOfAnArchiveGoesUnnoticed() {
        byte[] zip = FakeReport.zip(Map.of("a.csv", bytes(CSV), "b.csv", bytes(CSV)));
        for (int length = 0; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            assertThatThrownBy(() -> ZipArchive.of(cut, ArchiveLimits.defaults()))
                    .isInstanceOf(ReportContentException.class)
                    .hasMessage("Cannot read the report: not a whole ZIP archive");
        }
    }

    @Test
    void noFlippedByteChangesWhatIsRead() {
        byte[] zip = FakeReport.zip(Map.of("a.csv", bytes(CSV)));
        List<List<String>> expected = cells(ZipArchive.of(zip, ArchiveLimits.defaults()));
        for (int i = 0; i < zip.length; i++) {
            byte[] damaged = zip.clone();
            damaged[i] ^= 0x11;
            try {
                assertThat(cells(ZipArchive.of(damaged, ArchiveLimits.defaults())))
                        .isEqualTo(expected);
            } catch (ReportContentException e) {
                assertThat(e).hasMessageStartingWith("Cannot read the report: ");
            }
        }
    }

    @Test
    void limitsNameThemselves() {
        Map<String, byte[]> files = Map.of("a.csv", new byte[3 << 20], "b.csv", bytes(CSV));
        byte[] zip = FakeReport.zip(files);
        assertThatThrownBy(() -> ZipArchive.of(zip, new ArchiveLimits(1, 1 << 30, 100_000)))
                .hasMessage("Cannot read the report: 2 files in the archive, more than maxEntries=1");
        assertThatThrownBy(() -> ZipArchive.of(zip, new ArchiveLimits(9, 1 << 20, 100_000)))
                .hasMessage("Cannot read the report: larger than maxInflatedBytes=1048576");
        assertThatThrownBy(() -> ZipArchive.of(zip, new ArchiveLimits(9, 1 << 30, 100)))
                .hasMessage("Cannot read the report: a file inflates by more than maxRatio=100");
        assertThatThrownBy(() -> new ArchiveLimits(0, 1, 1)).hasMessage("archive limits must be positive");
    }

    @Test
    void anArchiveWithoutCsvIsNoReport() {
        assertThatThrownBy(() -> archive(Map.of("report.json", "{}")))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: no CSV file among the 1 files of the archive");
    }

    @Test
    void foldersAreNoFilesAndStoredFilesAreRead() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(out)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("reports/"));
            zip.closeEntry();
            var entry = new java.util.zip.ZipEntry("reports/a.csv");
            var crc = new java.util.zip.CRC32();
            crc.update(bytes(CSV));
            entry.setMethod(java.util.zip.ZipEntry.STORED);
            entry.setSize(bytes(CSV).length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(bytes(CSV));
        }
        assertThat(cells(ZipArchive.of(out.toByteArray(), ArchiveLimits.defaults())))
                .hasSize(2);
    }

    @Test
    void textFormsShowNoContent() {
        ReportArchive archive = archive(Map.of("a.csv", CSV));
        assertThat(archive).hasToString("ReportArchive[1 CSV files]");
        assertThat(archive.zip().toString()).startsWith("ZipArchive[1 files, ");
        assertThat(archive.zip().toBytes())
                .isEqualTo(archive.zip().toBytes())
                .isNotSameAs(archive.zip().toBytes());
    }

    private static List<List<String>> cells(ZipArchive zip) {
        try (ReportTable table = ReportArchive.of(zip).open();
                Stream<Row> rows = table.stream()) {
            return rows.map(Row::cells).toList();
        }
    }

    private static List<Row> rows(Map<String, String> files) {
        try (ReportTable table = archive(files).open()) {
            return table.stream().toList();
        }
    }

    private static ReportArchive archive(Map<String, String> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, text) -> contents.put(name, bytes(text)));
        return ReportArchive.of(zip(contents));
    }

    private static ZipArchive zip(Map<String, byte[]> files) {
        return ZipArchive.of(FakeReport.zip(files), ArchiveLimits.defaults());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
