package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.NpiReading;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * CMS's monthly list of the NPIs that are out of use.
 *
 * @param entries the NPIs with their dates
 * @param unreadable how many rows below the header could not be read
 */
record DeactivationReport(List<Entry> entries, long unreadable) {

    private static final LocalDate EXCEL_DAY_0 = LocalDate.of(1899, 12, 30);

    /**
     * One row.
     *
     * @param npi the NPI
     * @param deactivated since when it is out of use
     */
    record Entry(Npi npi, LocalDate deactivated) {}

    /** Whether a zip is such a report or holds one. */
    static boolean isIn(ZipFile zip) {
        return XlsxReader.isWorkbook(zip) || workbook(zip).isPresent();
    }

    /**
     * Reads the report that a zip is or holds.
     *
     * @throws MalformedContentException if it is damaged or has no column for NPI and date
     */
    static DeactivationReport read(ZipFile zip, String name) throws IOException {
        if (XlsxReader.isWorkbook(zip)) {
            return read(new XlsxReader(zip, name), name);
        }
        // A zip within a zip can only be read from its directory, which stands at its end.
        Path copy = Files.createTempFile("nppes", ".xlsx");
        try {
            ZipEntry workbook = workbook(zip).orElseThrow();
            try (InputStream in = new BoundedInputStream(
                    zip.getInputStream(workbook), XlsxReader.MAX_MEMBER, name + "!" + workbook.getName())) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (ZipFile inner = new ZipFile(copy.toFile())) {
                return read(new XlsxReader(inner, name), name);
            }
        } finally {
            Files.delete(copy);
        }
    }

    private static DeactivationReport read(XlsxReader xlsx, String name) throws IOException {
        Parser parser = new Parser();
        xlsx.rows(parser::row);
        if (parser.npiColumn < 0) {
            throw new MalformedContentException(
                    "Cannot read the deactivation report: no row has the headers NPI and Deactivation Date",
                    Location.of(name, 0));
        }
        return new DeactivationReport(parser.entries, parser.unreadable);
    }

    private static Optional<? extends ZipEntry> workbook(ZipFile zip) {
        return zip.stream()
                .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".xlsx"))
                .findFirst();
    }

    /** Skips the title, finds the header, takes the rows. */
    private static final class Parser {

        private final List<Entry> entries = new ArrayList<>();
        private long unreadable;
        private int npiColumn = -1;
        private int dateColumn = -1;

        void row(List<String> cells) {
            if (npiColumn < 0) {
                header(cells);
                return;
            }
            String first = cell(cells, npiColumn);
            String second = cell(cells, dateColumn);
            if (first.isEmpty() && second.isEmpty()) {
                return;
            }
            NpiReading npi = Npi.read(first);
            LocalDate date = date(second);
            if (npi.npi() == null || date == null) {
                unreadable++;
            } else {
                entries.add(new Entry(npi.npi(), date));
            }
        }

        private void header(List<String> cells) {
            List<String> names =
                    cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
            int date = -1;
            for (int i = 0; i < names.size(); i++) {
                date = names.get(i).contains("deactivation date") ? i : date;
            }
            if (names.contains("npi") && date >= 0) {
                npiColumn = names.indexOf("npi");
                dateColumn = date;
            }
        }

        private static String cell(List<String> cells, int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** A date as text, or as the number of days by which a date cell is stored. */
        private static @Nullable LocalDate date(String text) {
            if (text.matches("[0-9]{4,5}")) {
                return EXCEL_DAY_0.plusDays(Long.parseLong(text));
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            long day = Dates.epochDay(bytes, 0, bytes.length);
            return day == Dates.NOT_A_DATE ? null : LocalDate.ofEpochDay(day);
        }
    }
}
