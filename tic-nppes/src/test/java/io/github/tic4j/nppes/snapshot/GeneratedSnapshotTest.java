package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.testing.NppesGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares a snapshot with an independent reading of the same zip. */
class GeneratedSnapshotTest {

    private static final int ROWS = 4000;
    private static final String PRACTICE = "Provider Business Practice Location Address ";

    @TempDir
    private Path temp;

    @Test
    void everyRowIsFoundAndSaysWhatTheFileSays() throws IOException {
        Path zip = temp.resolve("monthly.zip");
        NppesGenerator.monthly(zip, ROWS, 7);
        NppesSnapshot.build(temp.resolve("snapshot"), List.of(zip));

        int count = 0;
        try (NppesSnapshot snapshot = NppesSnapshot.open(temp.resolve("snapshot"));
                ZipFile file = new ZipFile(zip.toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.getInputStream(file.getEntry("npidata_pfile_20050523-20260809.csv")),
                        StandardCharsets.US_ASCII))) {
            List<String> header = split(lines.readLine());
            ProviderCursor cursor = snapshot.cursor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                compare(row(header, split(line)), snapshot, cursor);
                count++;
            }
        }
        assertThat(count).isEqualTo(ROWS);
    }

    @Test
    void theSameArgumentsGiveTheSameZipAndTheSameSnapshot() throws IOException {
        Path first = temp.resolve("a.zip");
        Path second = temp.resolve("b.zip");
        NppesGenerator.monthly(first, 2000, 3);
        NppesGenerator.monthly(second, 2000, 3);
        NppesSnapshot.build(temp.resolve("a"), List.of(first));
        NppesSnapshot.build(temp.resolve("b"), List.of(second));

        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
        for (String name : List.of("rows.bin", "records.bin", "children.bin", "child-keys.bin", "words.bin")) {
            assertThat(temp.resolve("a/layer-000001").resolve(name))
                    .hasSameBinaryContentAs(temp.resolve("b/layer-000001").resolve(name));
        }
    }

    @Test
    void citiesBeyondTheDictionaryAreReadFromTheFullRecord() throws IOException {
        BulkZipBuilder zip = BulkZipBuilder.monthly(temp)
                .header(
                        Table.PROVIDER,
                        List.of(
                                "NPI",
                                "Entity Type Code",
                                "Provider Organization Name (Legal Business Name)",
                                "Provider Last Name (Legal Name)",
                                "Provider First Name",
                                PRACTICE + "City Name",
                                PRACTICE + "State Name",
                                "NPI Deactivation Date",
                                "NPI Reactivation Date",
                                "Healthcare Provider Taxonomy Code_1",
                                "Healthcare Provider Primary Taxonomy Switch_1"));
        int beyond = (1 << 17) + 10;
        for (int i = 0; i < beyond; i++) {
            zip.provider("NPI", Long.toString(NppesGenerator.npi(i)), PRACTICE + "City Name", "CITY " + i);
        }
        NppesSnapshot.build(temp.resolve("snapshot"), List.of(zip.write()));

        try (NppesSnapshot snapshot = NppesSnapshot.open(temp.resolve("snapshot"))) {
            ProviderCursor cursor = snapshot.cursor();
            for (int i : new int[] {0, (1 << 17) - 2, (1 << 17) - 1, beyond - 1}) {
                assertThat(cursor.seek(NppesGenerator.npi(i))).isTrue();
                assertThat(cursor.city()).isEqualTo("CITY " + i);
            }
        }
    }

    private static void compare(Map<String, String> row, NppesSnapshot snapshot, ProviderCursor cursor) {
        Npi npi = Npi.parse(row.get("NPI"));
        Provider provider = snapshot.find(npi).orElseThrow();
        assertThat(cursor.seek(npi.value())).isTrue();
        assertThat(provider.npi()).isEqualTo(npi);
        String code = "";
        for (int slot = 1; slot <= 15; slot++) {
            if (row.get("Healthcare Provider Primary Taxonomy Switch_" + slot).equals("Y")) {
                code = row.get("Healthcare Provider Taxonomy Code_" + slot);
            }
        }
        assertThat(text(cursor.taxonomyCode())).isEqualTo(code);
        assertThat(text(cursor.city())).isEqualTo(row.get(PRACTICE + "City Name"));
        assertThat(text(cursor.state())).isEqualTo(row.get(PRACTICE + "State Name"));
        Address location = provider.practiceLocation().orElse(null);
        assertThat(location == null ? "" : location.postalCode()).isEqualTo(row.get(PRACTICE + "Postal Code"));
        assertThat(location == null ? "" : text(location.fax())).isEqualTo(row.get(PRACTICE + "Fax Number"));
        assertThat(cursor.zip5())
                .isEqualTo(
                        location == null
                                ? -1
                                : Integer.parseInt(
                                        row.get(PRACTICE + "Postal Code").substring(0, 5)));
        assertThat(provider.identifiers().size()).isEqualTo((int) row.entrySet().stream()
                .filter(cell -> cell.getKey().matches("Other Provider Identifier_[0-9]+"))
                .filter(cell -> !cell.getValue().isEmpty())
                .count());
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> split(String line) {
        return List.of(line.substring(1, line.length() - 1).split("\",\"", -1));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
