package io.github.tic4j.claims.read;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** A second, naive reading of the samples, none of which has a delimiter or a line end inside a field. */
record RawTable(List<Map<String, String>> rows) {

    static RawTable of(Path file, String delimiter) throws IOException {
        return parse(Files.readString(file), delimiter);
    }

    static RawTable ofEntry(Path zip, String entry) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry(entry))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), ",");
        }
    }

    private static RawTable parse(String text, String delimiter) {
        String[] lines = text.replace("\uFEFF", "").replace("\"", "").split("\r?\n");
        String[] header = lines[0].split(java.util.regex.Pattern.quote(delimiter), -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] values = lines[i].split(java.util.regex.Pattern.quote(delimiter), -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < header.length; c++) {
                row.put(header[c], values[c].strip());
            }
            rows.add(row);
        }
        return new RawTable(rows);
    }

    BigDecimal sum(String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    RawTable where(String column, String value) {
        return new RawTable(
                rows.stream().filter(row -> row.get(column).equals(value)).toList());
    }

    RawTable distinct(String column) {
        Map<String, Map<String, String>> first = new LinkedHashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.get(column), row));
        return new RawTable(List.copyOf(first.values()));
    }

    List<String> column(String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    int size() {
        return rows.size();
    }
}
