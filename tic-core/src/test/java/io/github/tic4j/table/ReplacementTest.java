package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {

    @TempDir
    Path root;

    private TableFolder tables;
    private Path first;
    private Path second;
    private Path whole;

    @BeforeEach
    void writeBatches() throws IOException {
        tables = new TableFolder(root, TextFormat.CSV);
        Path folder = Files.createDirectories(tables.folderOf(SampleTable.SCHEMA));
        first = Files.writeString(folder.resolve("samples_batch_001.csv"), "1");
        second = Files.writeString(folder.resolve("samples_batch_002.csv"), "2");
        whole = folder.resolve(tables.finalName(SampleTable.SCHEMA));
    }

    @Test
    void newFileStandsInThePlaceOfTheOld() throws IOException {
        Files.writeString(whole, "0");
        try (PendingFile pending = new PendingFile(whole)) {
            Files.writeString(pending.part(), "012");
            tables.replace(pending, List.of(whole, first, second));
        }

        assertThat(everything()).containsExactly(whole);
        assertThat(whole).hasContent("012");
    }

    @Test
    void crashBeforeTheDecisionLeavesTheOld() throws IOException {
        Files.writeString(new PendingFile(whole).part(), "01");

        assertThat(tables.recover()).hasSize(1);
        assertThat(everything()).containsExactly(first, second);
    }

    @Test
    void crashAfterTheDecisionIsCarriedOn() throws IOException {
        Files.writeString(new PendingFile(whole).part(), "12");
        journal();

        tables.recover();

        assertThat(everything()).containsExactly(whole);
        assertThat(whole).hasContent("12");
    }

    @Test
    void crashAmongTheDeletionsIsCarriedOn() throws IOException {
        Files.writeString(whole, "12");
        Files.delete(first);
        journal();

        tables.recover();

        assertThat(everything()).containsExactly(whole);
    }

    @Test
    void folderThatDoesNotExistNeedsNoRecovery() throws IOException {
        assertThat(new TableFolder(root.resolve("none"), TextFormat.CSV).recover())
                .isEmpty();
    }

    private void journal() throws IOException {
        Files.write(
                whole.resolveSibling(".replacement.journal"),
                List.of("samples_final.csv", "samples_batch_001.csv", "samples_batch_002.csv"));
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
