package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.testing.NppesHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a bulk zip row by row, naming only the columns that matter to a test. */
final class BulkZipBuilder {

    static final String FULL = "20050523-20260809";
    static final String WEEK_1 = "20260810-20260816";
    static final String WEEK_2 = "20260817-20260823";

    private final Path file;
    private final String period;
    private final Map<Table, List<String>> headers = new LinkedHashMap<>();
    private final Map<Table, StringBuilder> rows = new LinkedHashMap<>();

    private BulkZipBuilder(Path file, String period) {
        this.file = file;
        this.period = period;
        header(Table.PROVIDER, NppesHeaders.provider());
    }

    static BulkZipBuilder monthly(Path folder) {
        return new BulkZipBuilder(folder.resolve("NPPES_Data_Dissemination_August_2026_V2.zip"), FULL);
    }

    static BulkZipBuilder weekly(Path folder, String period) {
        return new BulkZipBuilder(folder.resolve("NPPES_Data_Dissemination_" + period + "_Weekly_V2.zip"), period);
    }

    static BulkZipBuilder named(Path file, String period) {
        return new BulkZipBuilder(file, period);
    }

    BulkZipBuilder header(Table table, List<String> names) {
        headers.put(table, names);
        rows.put(table, new StringBuilder());
        return this;
    }

    /** A row of the main file: column, value, column, value. */
    BulkZipBuilder provider(String... columnsAndValues) {
        return row(Table.PROVIDER, columnsAndValues);
    }

    /** A row of any table; a table without a header gets the usual one. */
    BulkZipBuilder row(Table table, String... columnsAndValues) {
        if (!headers.containsKey(table)) {
            header(
                    table,
                    switch (table) {
                        case PROVIDER -> NppesHeaders.provider();
                        case OTHER_NAME -> NppesHeaders.otherName();
                        case LOCATION -> NppesHeaders.location();
                        case ENDPOINT -> NppesHeaders.endpoint();
                    });
        }
        List<String> names = headers.get(table);
        List<String> cells = new ArrayList<>();
        names.forEach(name -> cells.add(""));
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            int column = names.indexOf(columnsAndValues[i]);
            if (column < 0) {
                throw new IllegalArgumentException("No column " + columnsAndValues[i]);
            }
            cells.set(column, columnsAndValues[i + 1]);
        }
        return rawLine(table, line(cells));
    }

    /** Anything at all in place of a row. */
    BulkZipBuilder rawLine(Table table, String line) {
        rows.get(table).append(line);
        return this;
    }

    Path write() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Table table : headers.keySet()) {
                String name = table.prefix() + (period.isEmpty() ? "" : "_" + period);
                out.putNextEntry(new ZipEntry(name + "_FileHeader.csv"));
                out.write(line(headers.get(table)).getBytes(StandardCharsets.UTF_8));
                out.putNextEntry(new ZipEntry(name + ".csv"));
                out.write(line(headers.get(table)).getBytes(StandardCharsets.UTF_8));
                out.write(rows.get(table).toString().getBytes(StandardCharsets.UTF_8));
            }
            out.closeEntry();
        }
        return file;
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining("\",\"", "\"", "\"\n"));
    }
}
