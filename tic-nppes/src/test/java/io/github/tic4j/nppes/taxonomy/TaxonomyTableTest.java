package io.github.tic4j.nppes.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.MalformedContentException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTableTest {

    private static final String HEADER =
            "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\n";

    @TempDir
    private Path temp;

    @Test
    void wordsASpecialtyByClassificationAndSpecialization() throws IOException {
        TaxonomyTable table = TaxonomyTable.load(issue(
                "1.csv",
                HEADER + "999A00000X,Group One,Class A,,\"a definition,\nof two lines\",,Display A,Individual\n"
                        + "999AB0000X,Group One,Class A,Special B,,,,\n\"Copyright, whoever\"\n"));

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.find("999A00000X"))
                .contains(new TaxonomyEntry("999A00000X", "Group One", "Class A", null, "Display A", "Individual"));
        assertThat(table.specialty("999A00000X")).isEqualTo("Class A");
        assertThat(table.specialty("999AB0000X")).isEqualTo("Class A, Special B");
        assertThat(table.grouping("999AB0000X")).isEqualTo("Group One");
    }

    @Test
    void keepsRetiredCodesOfOlderIssuesAndPrefersTheNewestWords() throws IOException {
        Path older = issue("1.csv", HEADER + "999A00000X,G,Old A,,,,,\n999B00000X,G,Retired B,,,,,\n");
        Path newer = issue("2.csv", HEADER + "999A00000X,G,New A,,,,,\n");

        TaxonomyTable table = TaxonomyTable.load(older, newer);

        assertThat(table.specialty("999A00000X")).isEqualTo("New A");
        assertThat(table.specialty("999B00000X")).isEqualTo("Retired B");
    }

    @Test
    void readsIssuesInWindowsCodePage() throws IOException {
        Path issue = temp.resolve("old.csv");
        Files.write(issue, (HEADER + "999A00000X,G,Caf\u00e9,,,,,\n").getBytes(Charset.forName("windows-1252")));

        assertThat(TaxonomyTable.load(issue).specialty("999A00000X")).isEqualTo("Caf\u00e9");
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Path other = issue("x.csv", "A,B\n1,2\n");
        Path empty = issue("y.csv", "");

        assertThatThrownBy(() -> TaxonomyTable.load(other))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("no column \"code\"")
                .hasMessageContaining("x.csv");
        assertThatThrownBy(() -> TaxonomyTable.load(empty)).hasMessageContaining("no column \"code\"");
    }

    @ParameterizedTest
    @CsvSource({
        "207X00000X, Orthopedic surgery, Medicine",
        "207XS0106X, Orthopedic surgery, Medicine",
        "207RC0000X, Cardiology, Medicine",
        "207RA0401X, Internal medicine, Medicine",
        "261QA1903X, Ambulatory surgery center, Clinics and centers",
        "261QX9999X, Clinic or center, Clinics and centers",
        "3336C0003X, Pharmacy, Suppliers",
        "282N00000X, Acute care hospital, Hospitals",
        "1041C0700X, Social work, Behavioral health",
        "999X00000X, , ",
        ", , "
    })
    void withoutNuccTheRollUpAnswersByTheLongestPrefix(String code, String specialty, String grouping) {
        TaxonomyTable table = TaxonomyTable.empty();

        assertThat(table.specialty(code)).isEqualTo(specialty);
        assertThat(table.grouping(code)).isEqualTo(grouping);
        assertThat(table.find(code)).isEmpty();
    }

    private Path issue(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text, StandardCharsets.UTF_8);
    }
}
