package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeactivationReportTest {

    @TempDir
    private Path temp;

    @Test
    void readsTextsNumbersInlineStringsAndDateCells() throws IOException {
        DeactivationReport report = read(workbook()
                .row("NPPES Deactivated NPI Report", "Aug 10 2026")
                .row("", "NPPES Deactivation Date", "NPI")
                .rawRow("<c r=\"B9\" t=\"inlineStr\"><is><t>08/</t><rPh><t>no</t></rPh><t>01/2026</t></is></c>"
                        + "<c r=\"C9\"><v>1234567893</v></c>")
                .rawRow("<c r=\"B10\" s=\"3\"><v>43831</v></c><c r=\"C10\" t=\"str\"><v>1679576722</v></c>")
                .rawRow("<c r=\"A11\"/>")
                .rawRow("<c r=\"C12\"><v>5</v></c>"));

        assertThat(report.entries())
                .containsExactly(
                        new DeactivationReport.Entry(Npi.parse("1234567893"), LocalDate.of(2026, 8, 1)),
                        new DeactivationReport.Entry(Npi.parse("1679576722"), LocalDate.of(2020, 1, 1)));
        assertThat(report.unreadable()).isEqualTo(1);
    }

    @Test
    void aWorkbookWithoutTheHeadersIsRefused() {
        assertThatThrownBy(() -> read(workbook().row("A", "B")))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("no row has the headers NPI and Deactivation Date");
    }

    @Test
    void aDocumentTypeIsRefusedAndNoEntityResolved() {
        XlsxBuilder hostile = workbook()
                .member(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>");

        assertThatThrownBy(() -> read(hostile))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("a document type declaration");
    }

    @Test
    void brokenXmlAndDanglingStringsAreRefused() {
        assertThatThrownBy(() -> read(workbook().member("xl/worksheets/sheet1.xml", "<worksheet><row>")))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("Cannot read the xlsx")
                .hasMessageContaining("sheet1.xml");
        assertThatThrownBy(() -> read(workbook().rawRow("<c t=\"s\"><v>7</v></c>")))
                .hasMessageContaining("no shared string 7");
        assertThatThrownBy(() -> read(workbook().rawRow("<c r=\"ZZZZZZ1\"><v>7</v></c>")))
                .hasMessageContaining("a cell in column ZZZZZZ1");
        assertThatThrownBy(() -> read(workbook().rawRow("<c><v>" + "9".repeat(40_000) + "</v></c>")))
                .hasMessageContaining("more than 32767 characters");
    }

    private XlsxBuilder workbook() {
        return new XlsxBuilder(temp.resolve("report.xlsx"));
    }

    private static DeactivationReport read(XlsxBuilder workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.write().toFile())) {
            return DeactivationReport.read(zip, "report.xlsx");
        }
    }
}
