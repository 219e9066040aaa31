package io.github.tic4j.cli;

import io.github.tic4j.testing.NppesHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small bulk files of NPPES: an organisation for each NPI. */
final class BulkZips {

    private BulkZips() {}

    static Path monthly(Path folder, String city, long... npis) throws IOException {
        return write(folder.resolve("monthly.zip"), "20050523-20260809", city, npis);
    }

    static Path weekly(Path folder, String city, long... npis) throws IOException {
        return write(folder.resolve("weekly.zip"), "20260810-20260816", city, npis);
    }

    private static Path write(Path file, String period, String city, long... npis) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("npidata_pfile_" + period + ".csv"));
            StringBuilder rows = new StringBuilder(line(NppesHeaders.provider()));
            for (long npi : npis) {
                rows.append(line(row(npi, city)));
            }
            zip.write(rows.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static List<String> row(long npi, String city) {
        Map<String, String> values = Map.of(
                "NPI", Long.toString(npi),
                "Entity Type Code", "2",
                "Provider Organization Name (Legal Business Name)", "CLINIC " + npi % 100,
                "Provider Business Practice Location Address City Name", city,
                "Provider Business Practice Location Address State Name", "IL",
                "Healthcare Provider Taxonomy Code_1", "261QU0200X",
                "Healthcare Provider Primary Taxonomy Switch_1", "Y",
                "Last Update Date", "08/01/2026");
        return NppesHeaders.provider().stream()
                .map(name -> values.getOrDefault(name, ""))
                .toList();
    }

    private static String line(List<String> cells) {
        return "\"" + String.join("\",\"", cells) + "\"\n";
    }
}
