package io.github.tic4j.nppes.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks whose cells are shared strings, or any members at all. */
final class XlsxBuilder {

    private final Path file;
    private final Map<String, String> members = new LinkedHashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();

    XlsxBuilder(Path file) {
        this.file = file;
    }

    XlsxBuilder row(String... cells) {
        rows.append("<row>");
        for (String cell : cells) {
            rows.append("<c t=\"s\"><v>").append(strings.size()).append("</v></c>");
            strings.add(cell);
        }
        rows.append("</row>");
        return this;
    }

    /** A row in the workbook's own language. */
    XlsxBuilder rawRow(String xml) {
        rows.append("<row>").append(xml).append("</row>");
        return this;
    }

    XlsxBuilder member(String name, String content) {
        members.put(name, content);
        return this;
    }

    Path write() throws IOException {
        if (rows.length() > 0) {
            members.put(
                    "xl/worksheets/sheet1.xml",
                    "<?xml version=\"1.0\"?><worksheet xmlns=\"urn:x\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
            StringBuilder shared = new StringBuilder("<sst>");
            strings.forEach(text -> shared.append("<si><t>").append(text).append("</t></si>"));
            members.put("xl/sharedStrings.xml", shared + "</sst>");
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** The workbook in a zip of its own, as CMS publishes it. */
    Path zipped(Path zip) throws IOException {
        byte[] workbook = Files.readAllBytes(write());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(file.getFileName().toString()));
            out.write(workbook);
        }
        return zip;
    }
}
