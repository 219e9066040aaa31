package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {

    @TempDir
    Path folder;

    @Test
    void nothingHasTheNameBeforeCommit() throws IOException {
        Path target = folder.resolve("deep/er/rates.csv");
        try (PendingFile pending = new PendingFile(target)) {
            Files.writeString(pending.part(), "x");
            assertThat(target).doesNotExist();
            pending.commit();
        }

        assertThat(target).hasContent("x");
        assertThat(folder.resolve("deep/er")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void closeWithoutCommitLeavesTheOldFile() throws IOException {
        Path target = Files.writeString(folder.resolve("rates.csv"), "old");
        try (PendingFile pending = new PendingFile(target)) {
            Files.writeString(pending.part(), "new");
        }

        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void partsOfACrashAreRemovedAndNothingElse() throws IOException {
        Path whole = Files.writeString(folder.resolve("rates.csv"), "x");
        Path hidden = Files.writeString(folder.resolve(".manifest"), "x");
        Path visible = Files.writeString(folder.resolve("my.part"), "x");
        Path left = new PendingFile(folder.resolve("payer=a/date=2026-01-01/rates.csv")).part();
        Files.writeString(left, "half");

        assertThat(PendingFile.removeLeftovers(folder)).containsExactly(left);
        assertThat(left).doesNotExist();
        assertThat(whole).exists();
        assertThat(hidden).exists();
        assertThat(visible).exists();
    }

    @Test
    void folderThatDoesNotExistHasNoLeftovers() throws IOException {
        assertThat(PendingFile.removeLeftovers(folder.resolve("none"))).isEmpty();
    }

    @Test
    void partOfACrashIsOverwrittenByTheNextAttempt() throws IOException {
        Path target = folder.resolve("rates.csv");
        Files.writeString(new PendingFile(target).part(), "half");
        try (PendingFile pending = new PendingFile(target)) {
            assertThat(pending.part()).doesNotExist();
        }
    }

    @Test
    void commitWithoutContentFails() throws IOException {
        try (PendingFile pending = new PendingFile(folder.resolve("rates.csv"))) {
            assertThatThrownBy(pending::commit)
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining(".rates.csv.part");
        }
    }
}
