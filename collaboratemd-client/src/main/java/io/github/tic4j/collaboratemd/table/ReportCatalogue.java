package io.github.tic4j.collaboratemd.table;

import io.github.tic4j.collaboratemd.table.ReportType.Column;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads the built-in report types from their resource, whose first lines explain its form. */
final class ReportCatalogue {

    private final Map<String, ReportType> types = new TreeMap<>();
    private String current = "";

    private ReportCatalogue() {}

    static Map<String, ReportType> read(String resource) {
        InputStream in = Objects.requireNonNull(ReportCatalogue.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            ReportCatalogue catalogue = new ReportCatalogue();
            reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(catalogue::add);
            return catalogue.types;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private void add(String line) {
        String[] sides = line.split("\\s*<\\s*", 2);
        String[] words = sides[0].split("\\s+");
        if (words[0].equals("report")) {
            current = words[1];
            types.put(current, new ReportType(current, LoadMode.valueOf(words[2]), List.of(), Map.of()));
            return;
        }
        boolean isOptional = words[0].endsWith("?");
        String name = isOptional ? words[0].substring(0, words[0].length() - 1) : words[0];
        CellKind kind = words.length == 1 ? CellKind.TEXT : CellKind.valueOf(words[1].toUpperCase(Locale.ROOT));
        types.computeIfPresent(current, (report, type) -> {
            List<Column> columns = new ArrayList<>(type.columns());
            columns.add(new Column(name, kind, isOptional));
            Map<String, String> aliases = new HashMap<>(type.aliases());
            for (String alias : sides.length == 1 ? new String[0] : sides[1].split(",\\s*")) {
                aliases.put(alias, name);
            }
            return new ReportType(report, type.mode(), columns, aliases);
        });
    }
}
