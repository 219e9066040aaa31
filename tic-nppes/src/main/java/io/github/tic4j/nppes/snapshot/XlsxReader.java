package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of an xlsx workbook as texts, row by row: shared strings, inline strings and numbers as they are stored.
 * No document type, no entity is resolved, and what is inflated is bounded, so a hostile workbook costs an error.
 */
final class XlsxReader {

    private static final String WORKSHEETS = "xl/worksheets/";
    static final long MAX_MEMBER = 1L << 30;
    private static final int MAX_STRINGS = 4_000_000;
    private static final int MAX_TEXT = 32_767;
    private static final int MAX_COLUMNS = 16_384;

    private final ZipFile zip;
    private final String name;
    private final XMLInputFactory factory = XMLInputFactory.newFactory();

    XlsxReader(ZipFile zip, String name) {
        this.zip = zip;
        this.name = name;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Whether a zip is a workbook. */
    static boolean isWorkbook(ZipFile zip) {
        return zip.stream().anyMatch(entry -> entry.getName().startsWith(WORKSHEETS));
    }

    /** Hands the rows of all sheets on; an empty cell is "". */
    void rows(Consumer<List<String>> sink) throws IOException {
        List<String> strings = sharedStrings();
        List<? extends ZipEntry> sheets = zip.stream()
                .filter(entry -> entry.getName().startsWith(WORKSHEETS)
                        && entry.getName().endsWith(".xml"))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        for (ZipEntry sheet : sheets) {
            read(sheet, xml -> {
                while (next(xml)) {
                    if (isStart(xml, "row")) {
                        sink.accept(row(xml, strings));
                    }
                }
            });
        }
    }

    private List<String> sharedStrings() throws IOException {
        List<String> strings = new ArrayList<>();
        ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
        if (entry != null) {
            read(entry, xml -> {
                while (next(xml)) {
                    if (isStart(xml, "si")) {
                        strings.add(text(xml, "si"));
                        check(strings.size() <= MAX_STRINGS, "more than " + MAX_STRINGS + " shared strings");
                    }
                }
            });
        }
        return strings;
    }

    private List<String> row(XMLStreamReader xml, List<String> strings) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (next(xml) && !isEnd(xml, "row")) {
            if (isStart(xml, "c")) {
                int column = column(xml.getAttributeValue(null, "r"), cells.size());
                String type = xml.getAttributeValue(null, "t");
                while (cells.size() < column) {
                    cells.add("");
                }
                String value = text(xml, "c");
                cells.add("s".equals(type) ? shared(strings, value) : value);
            }
        }
        return cells;
    }

    /** The column of a reference such as {@code AB12}; the next one where there is no reference, or a repeated one. */
    private int column(@Nullable String reference, int next) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length() && reference.charAt(i) >= 'A'; i++) {
            column = 26 * column + reference.charAt(i) - 'A' + 1;
            check(column > 0 && column <= MAX_COLUMNS, "a cell in column " + reference);
        }
        return Math.max(next, column - 1);
    }

    private String shared(List<String> strings, String index) {
        int i = index.matches("[0-9]{1,9}") ? Integer.parseInt(index) : -1;
        check(i >= 0 && i < strings.size(), "no shared string " + index);
        return strings.get(i);
    }

    /** The text of all {@code t} and {@code v} elements up to the end of the element; phonetic hints apart. */
    private String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean phonetic = false;
        while (next(xml) && !isEnd(xml, element)) {
            if (isStart(xml, "t") || isStart(xml, "v")) {
                inText = true;
            } else if (isEnd(xml, "t") || isEnd(xml, "v")) {
                inText = false;
            } else if (isStart(xml, "rPh")) {
                phonetic = true;
            } else if (isEnd(xml, "rPh")) {
                phonetic = false;
            } else if (inText && !phonetic && xml.hasText()) {
                text.append(xml.getText());
                check(text.length() <= MAX_TEXT, "a cell of more than " + MAX_TEXT + " characters");
            }
        }
        return text.toString().strip();
    }

    private void read(ZipEntry entry, Visit visit) throws IOException {
        try (InputStream in =
                new BoundedInputStream(zip.getInputStream(entry), MAX_MEMBER, name + "!" + entry.getName())) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                visit.accept(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new MalformedContentException(
                    "Cannot read the xlsx: " + e.getMessage(), Location.of(name + "!" + entry.getName(), 0), e);
        }
    }

    private boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        check(xml.next() != XMLStreamConstants.DTD, "a document type declaration");
        return true;
    }

    private void check(boolean fine, String problem) {
        if (!fine) {
            throw new MalformedContentException("Cannot read the xlsx: it has " + problem, Location.of(name, 0));
        }
    }

    private static boolean isStart(XMLStreamReader xml, String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    private static boolean isEnd(XMLStreamReader xml, String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    private interface Visit {
        void accept(XMLStreamReader xml) throws XMLStreamException;
    }
}
