package io.github.tic4j.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.internal.run.ManifestEntry.Begun;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final Layout FLAT = new Layout(".jsonl", false);
    private static final Begun BEGUN = new Begun("r1", START, FLAT);

    @TempDir
    Path root;

    @Test
    void filesAreNamedByTheirNumber() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a", "b");
            commit(folder, "b", "x");
            commit(folder, "a", "y");
        }

        assertThat(tables()).containsExactly("plans/plans_batch_001.jsonl", "plans/plans_batch_002.jsonl");
        assertThat(root.resolve("plans/plans_batch_002.jsonl")).content().contains("\"plan_key\":\"x\"");
        assertThat(root.resolve("_tasks")).isEmptyDirectory();
    }

    @Test
    void partitionsAreByPayerAndTheDayOfTheFirstListing() throws IOException {
        try (RunFolder folder = begun(new Layout(".jsonl", true))) {
            list(folder, "a");
            commit(folder, "a", "x");
        }

        assertThat(tables()).containsExactly("plans/payer=acme/date=2026-11-20/plans_batch_001.jsonl");
    }

    @Test
    void aFileKeepsItsNumberWhateverIsListedLater() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a", "b", "a");
        }
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "c", "b", "a");
            commit(folder, "c", "x");
            commit(folder, "b", "y");
        }

        assertThat(tables()).containsExactly("plans/plans_batch_002.jsonl", "plans/plans_batch_003.jsonl");
    }

    @Test
    void whatATaskLeftUncommittedIsDeleted() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            write(folder.task("a", prices -> {}), "x").complete();
        }
        assertThat(root.resolve("_tasks/a-1/plans/plans_batch_001.jsonl")).exists();

        begun(FLAT).close();
        assertThat(root.resolve("_tasks")).doesNotExist();
        assertThat(tables()).isEmpty();
    }

    @Test
    void aTaskThatHasItsLineIsPublishedAfterACrash() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            commit(folder, "a", "old", "older", "oldest");
            commit(folder, "a", "new");
        }
        // As if the process had died between the line and the renames, with an older generation in place.
        Path published = root.resolve("plans/plans_batch_001.jsonl");
        Path waiting = root.resolve("_tasks/a-2/plans/plans_batch_001.jsonl");
        Files.createDirectories(waiting.getParent());
        Files.move(published, waiting);
        Files.writeString(published, "old");
        Files.writeString(root.resolve("plans/plans_batch_001_2.jsonl"), "older");

        begun(FLAT).close();
        assertThat(tables()).containsExactly("plans/plans_batch_001.jsonl");
        assertThat(published).content().contains("new");
        assertThat(root.resolve("_tasks")).doesNotExist();
    }

    @Test
    void aLaterGenerationReplacesAllPartsOfTheEarlierOne() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            commit(folder, "a", "1", "2", "3");
            assertThat(tables()).hasSize(3);
            commit(folder, "a", "4");
        }

        assertThat(tables()).containsExactly("plans/plans_batch_001.jsonl");
        assertThat(root.resolve("plans/plans_batch_001.jsonl")).content().contains("\"4\"");
    }

    @Test
    void theReportOnAFileIsCommittedWithItsTables() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            try (TaskFolder task = folder.task("a", prices -> {})) {
                task.keepQuality(new byte[] {1});
                assertThat(folder.quality("a")).as("not committed").isEmpty();
                folder.commit(write(task, "1"), outcome());
            }
            assertThat(folder.quality("a"))
                    .hasValueSatisfying(kept -> assertThat(kept).hasBinaryContent(new byte[] {1}));
        }
        // As if the process had died between the line and the renames.
        Path published = root.resolve(".quality/a-1");
        Path waiting = root.resolve("_tasks/a-1/.quality");
        Files.createDirectories(waiting.getParent());
        Files.move(published, waiting);
        try (RunFolder folder = begun(FLAT)) {
            assertThat(folder.quality("a")).hasValue(published);
            commit(folder, "a", "2");
            assertThat(folder.quality("a")).as("committed without a report").isEmpty();
        }
        assertThat(root.resolve(".quality")).isEmptyDirectory();
    }

    @Test
    void aTableThatHasNoRowsAnyMoreIsEmptyNotStale() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            commit(folder, "a", "1");
            try (TaskFolder task = folder.task("a", prices -> {})) {
                folder.commit(task, outcome());
            }
            assertThat(root.resolve("plans/plans_batch_001.jsonl")).isEmptyFile();
        }
    }

    @Test
    void committedOnlyAsLongAsItsTablesAreThere() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            commit(folder, "a", "1");
            assertThat(folder.committed("a")).isNotNull();
            Files.move(root.resolve("plans/plans_batch_001.jsonl"), root.resolve("plans/plans_final.jsonl"));
            assertThat(folder.committed("a")).as("consolidated").isNotNull();
            Files.delete(root.resolve("plans/plans_final.jsonl"));
            assertThat(folder.committed("a")).isNull();
        }
    }

    @Test
    void aTornLastLineIsTakenOff() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            commit(folder, "a", "1");
        }
        Path manifest = root.resolve("manifest.jsonl");
        String whole = Files.readString(manifest);
        Files.writeString(manifest, "{\"event\":\"step\",\"st", StandardOpenOption.APPEND);

        begun(FLAT).close();
        assertThat(manifest).hasContent(whole);
    }

    @Test
    void aDamagedLineIsAnErrorThatNamesIt() throws IOException {
        Files.writeString(root.resolve("manifest.jsonl"), "{\"event\":\"ended\"}\n{\"event\":\"listed\"}\n");

        assertThatThrownBy(() -> RunFolder.open(root, TextFormat.JSON_LINES, limits()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The manifest is damaged in line 2 of ")
                .hasMessageContaining("Field file_id is missing");
        Files.writeString(root.resolve("manifest.jsonl"), "garbage\n");
        assertThatThrownBy(() -> RunFolder.open(root, TextFormat.JSON_LINES, limits()))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("The manifest is damaged in line 1 of .*: Unrecognized token 'garbage': [^\n]*"
                        + "; restore it, or start in an empty folder");
        assertThat(Files.readString(root.resolve(".lock"))).as("released").isEmpty();
    }

    @Test
    void anInterruptedRunGoesOnUnderItsIdentity() throws IOException {
        begun(FLAT).close();
        Begun later = new Begun("r2", START.plusSeconds(60), FLAT);
        try (RunFolder folder = RunFolder.open(root, TextFormat.JSON_LINES, limits())) {
            assertThat(folder.begin(later)).isEqualTo(BEGUN);
            folder.end();
        }
        try (RunFolder folder = RunFolder.open(root, TextFormat.JSON_LINES, limits())) {
            assertThat(folder.begin(later)).isEqualTo(later);
        }
    }

    @Test
    void anotherLayoutIsRefused() throws IOException {
        begun(FLAT).close();

        assertThatThrownBy(() -> begun(new Layout(".csv", false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are stored as .jsonl without partitions, not as .csv without partitions");
    }

    @Test
    void twoRunsExcludeEachOther() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            assertThat(folder).isNotNull();
            assertThatThrownBy(() -> RunFolder.open(root, TextFormat.JSON_LINES, limits()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Another run is at work in " + root + ": process "
                            + ProcessHandle.current().pid());
        }
        begun(FLAT).close();
    }

    @Test
    void stepsAreDoneUntilSomethingNewIsCommitted() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a");
            commit(folder, "a", "1");
            folder.stepDone("consolidation");
            folder.end();
        }
        try (RunFolder folder = begun(FLAT)) {
            assertThat(folder.isDone("consolidation")).isTrue();
            assertThat(folder.isDone("analytics")).isFalse();
            commit(folder, "a", "2");
            assertThat(folder.isDone("consolidation")).isFalse();
        }
    }

    @Test
    void theManifestOfAnEndedRunDoesNotTellWhichTaskWasFaster() throws IOException {
        try (RunFolder folder = begun(FLAT)) {
            list(folder, "a", "b");
            commit(folder, "b", "1");
            commit(folder, "a", "2");
            folder.end();
        }
        String manifest = Files.readString(root.resolve("manifest.jsonl"));

        assertThat(manifest.lines())
                .hasSize(6)
                .element(3)
                .asString()
                .startsWith("{\"event\":\"committed\",\"file_id\":\"a\",\"generation\":1,");
        begun(FLAT).close();
        assertThat(Files.readString(root.resolve("manifest.jsonl"))).startsWith(manifest);
    }

    @Test
    void roomIsCheckedBeforeItRunsOut() throws IOException {
        Disk.requireRoom(root, 1, "a test");

        assertThatThrownBy(() -> Disk.requireRoom(root, Long.MAX_VALUE, "a copy of file.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No room for a copy of file.json: needs 9223372036855 MB in " + root);
    }

    private RunFolder begun(Layout layout) throws IOException {
        RunFolder folder = RunFolder.open(root, TextFormat.JSON_LINES, limits());
        try {
            folder.begin(new Begun("r1", START, layout));
            return folder;
        } catch (IllegalArgumentException e) {
            folder.close();
            throw e;
        }
    }

    private static TableFolder.Limits limits() {
        return new TableFolder.Limits(1, 1 << 20, 8);
    }

    private static void list(RunFolder folder, String... files) throws IOException {
        folder.list(Stream.of(files)
                .map(file -> new RunFolder.Candidate(file, "acme", file + ".json"))
                .toList());
    }

    private static void commit(RunFolder folder, String file, String... plans) throws IOException {
        try (TaskFolder task = folder.task(file, prices -> {})) {
            folder.commit(write(task, plans), outcome());
        }
    }

    private static TaskFolder write(TaskFolder task, String... plans) throws IOException {
        TableWriter writer = task.tables().writer(Tables.PLANS);
        for (String plan : plans) {
            Row row = new Row(Tables.PLANS);
            row.set("plan_key", plan);
            row.set("payer_uuid", "p");
            writer.write(row);
        }
        return task;
    }

    private static RunFolder.Outcome outcome() {
        return new RunFolder.Outcome("s", null, "00", 1, Map.of("prices_seen", 1L));
    }

    private List<String> tables() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/") && !name.startsWith("_"))
                    .sorted()
                    .toList();
        }
    }
}
