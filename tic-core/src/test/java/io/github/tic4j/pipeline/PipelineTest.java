package io.github.tic4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Tally;
import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path folder;

    private Mrfs mrfs;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        mrfs = new Mrfs(folder.resolve("in"));
        mrfs.write("a.json", 1);
        mrfs.write("b.json.gz", 2);
        mrfs.write("c.json", 3);
    }

    @Test
    void filesOfAFolderBecomeTablesAndEveryPriceIsAccountedFor() throws IOException {
        RunReport report = run(options(out));

        assertThat(report.failures()).isEmpty();
        assertThat(report.isComplete()).isTrue();
        assertThat(outcomes(report)).containsOnly(Outcome.COMMITTED).hasSize(3);
        Tally prices = report.prices();
        assertThat(prices.seen()).isEqualTo(mrfs.prices());
        assertThat(prices.isBalanced()).isTrue();
        assertThat(Folders.tables(out))
                .containsKeys("rates/rates_batch_001.csv", "rates/rates_batch_003.csv", "files/files_batch_002.csv");
        assertThat(Folders.rows(out, "rates")).isEqualTo(prices.delivered());
        assertThat(out.resolve("_tasks")).doesNotExist();
    }

    @Test
    void eightWorkersWriteWhatOneWrites() throws IOException {
        for (int i = 4; i <= 12; i++) {
            mrfs.write("d" + i + ".json", i);
        }
        run(options(out).workers(1));
        Path other = folder.resolve("other");
        run(options(other).workers(8));

        assertThat(Folders.tables(other)).isEqualTo(Folders.tables(out));
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() throws IOException {
        RunReport first = run(options(out));
        Map<String, String> tables = Folders.tables(out);
        RunReport second = run(options(out));

        assertThat(outcomes(second)).containsOnly(Outcome.UNCHANGED);
        assertThat(second.prices()).isEqualTo(first.prices());
        assertThat(second.pricesOfThisRun()).isZero();
        assertThat(Folders.tables(out)).isEqualTo(tables);
    }

    @Test
    void aNewTimeStampAloneIsNoChange() throws IOException {
        run(options(out));
        Files.setLastModifiedTime(folder.resolve("in/a.json"), FileTime.from(START));
        assertThat(outcomes(run(options(out)))).containsOnly(Outcome.UNCHANGED);

        assertThat(Files.readString(out.resolve("manifest.jsonl"))).contains("@2026-11-20T08:00:00Z");
    }

    @Test
    void rowsOfAFileThatChangedAreReplaced() throws IOException {
        run(options(out));
        mrfs.write("b.json.gz", 20);
        RunReport second = run(options(out));

        assertThat(outcomes(second)).containsExactly(Outcome.UNCHANGED, Outcome.COMMITTED, Outcome.UNCHANGED);
        assertThat(Folders.rows(out, "rates")).isEqualTo(second.prices().delivered());
        Path fresh = folder.resolve("fresh");
        run(options(fresh));
        assertThat(withoutManifest(out)).isEqualTo(withoutManifest(fresh));
    }

    @Test
    void anotherFilterMeansReadingAgain() throws IOException {
        run(options(out));
        ReadOptions filtered = ReadOptions.builder()
                .filter(PriceFilter.builder().code("99213").build())
                .build();
        NormalizeOptions normalizing =
                NormalizeOptions.builder().reading(filtered).build();
        RunReport second = run(options(out).normalizing(normalizing));

        assertThat(outcomes(second)).containsOnly(Outcome.COMMITTED);
        assertThat(second.prices().isBalanced()).isTrue();
    }

    @Test
    void aBrokenFileCostsItselfOnlyAndKeepsWhatItHad() throws IOException {
        run(options(out));
        Map<String, String> before = withoutManifest(out);
        Path b = folder.resolve("in/b.json.gz");
        byte[] whole = Files.readAllBytes(b);
        Files.write(b, java.util.Arrays.copyOf(whole, whole.length / 2));
        mrfs.write("d.json", 4);
        RunReport second = run(options(out));

        assertThat(outcomes(second))
                .containsExactly(Outcome.UNCHANGED, Outcome.FAILED, Outcome.UNCHANGED, Outcome.COMMITTED);
        assertThat(second.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("b.json.gz", "ends");
        assertThat(second.isComplete()).isFalse();
        assertThat(withoutManifest(out)).containsAllEntriesOf(before).containsKey("rates/rates_batch_004.csv");

        Files.write(b, whole);
        assertThat(run(options(out)).isComplete()).isTrue();
    }

    @Test
    void manyRowsOfOneFileAreSplit() throws IOException {
        mrfs.write("d.json", 4, 1500);
        RunReport report = run(options(out).limits(new TableFolder.Limits(1000, 1 << 30, 8)));

        assertThat(Folders.tables(out)).containsKeys("rates/rates_batch_004.csv", "rates/rates_batch_004_2.csv");
        assertThat(Folders.rows(out, "rates")).isEqualTo(report.prices().delivered());
    }

    @Test
    void tablesMayBePartitioned() throws IOException {
        run(options(out).partitioning(Partitioning.PAYER_AND_DATE));

        assertThat(Folders.tables(out)).containsKey("rates/payer=acme/date=2026-11-20/rates_batch_001.csv");
    }

    @Test
    void onlySoManyFilesAndPricesOnRequest() throws IOException {
        NormalizeOptions few = NormalizeOptions.builder().maxPrices(10).build();
        RunReport report = run(options(out).maxFilesPerPayer(2).normalizing(few));

        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED, Outcome.COMMITTED);
        assertThat(Folders.rows(out, "rates")).isEqualTo(20);
        assertThat(report.prices().isBalanced()).isTrue();
    }

    @Test
    void anIndexThatCannotBeReadCostsItsPayerOnly() throws IOException {
        RunReport report =
                run(options(out).payer("nobody", folder.resolve("absent.json").toString()));

        assertThat(report.unlisted()).singleElement().satisfies(payer -> {
            assertThat(payer.payer()).isEqualTo("nobody");
            assertThat(payer.failure()).hasMessageContaining("absent.json");
        });
        assertThat(outcomes(report)).containsOnly(Outcome.COMMITTED).hasSize(3);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void stepsAreDoneOnceForWhatIsCommitted() throws IOException {
        List<String> done = new ArrayList<>();
        FinishingStep step = folder -> done.add(folder.getFileName().toString());
        run(options(out).step("note", step));
        run(options(out).step("note", step));
        assertThat(done).containsExactly("out");

        mrfs.write("a.json", 10);
        run(options(out).step("note", step));
        assertThat(done).hasSize(2);
    }

    @Test
    void aStepThatFailsIsReportedAndDoneByTheNextRun() throws IOException {
        RunReport report = run(options(out).step("note", folder -> {
            throw new IOException("no such bucket");
        }));
        assertThat(report.stopped()).hasMessage("Step note failed: no such bucket");
        assertThat(report.isComplete()).isFalse();

        List<Path> done = new ArrayList<>();
        assertThat(run(options(out).step("note", done::add)).isComplete()).isTrue();
        assertThat(done).containsExactly(out);
    }

    @Test
    void planTellsWhatARunWouldReadAndWritesNothing() throws IOException {
        assertThat(Pipeline.of(options(out).build()).plan())
                .extracting(PlannedFile::state)
                .containsOnly(PlannedFile.State.NEW)
                .hasSize(3);
        assertThat(out).doesNotExist();

        run(options(out));
        mrfs.write("c.json", 30);
        List<PlannedFile> plan = Pipeline.of(options(out).build()).plan();
        assertThat(plan)
                .extracting(PlannedFile::state)
                .containsExactly(PlannedFile.State.UNCHANGED, PlannedFile.State.UNCHANGED, PlannedFile.State.AGAIN);
        assertThat(plan.get(0).size()).hasValue(Files.size(folder.resolve("in/a.json")));
    }

    @Test
    void statisticsHaveTheFieldsOfTheOriginal() throws IOException {
        run(options(out));

        assertThat(Files.readString(out.resolve("processing_statistics.json")))
                .contains(
                        "\"payers_processed\" : 1",
                        "\"total_files_found\" : 3",
                        "\"files_succeeded\" : 3",
                        "\"files_failed\" : 0",
                        "\"records_extracted\" : " + mrfs.prices(),
                        "\"processing_time_seconds\" : ",
                        "\"processing_rate_per_second\" : ",
                        "\"memory_usage_mb\" : ",
                        "\"errors\" : [ ]");
    }

    @Test
    void misuseIsRefusedBeforeAnythingHappens() {
        assertThatThrownBy(() -> PipelineOptions.builder(out).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A run needs at least one payer");
        assertThatThrownBy(() -> options(out).workers(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workers must be at least 1, was 0");
        assertThatThrownBy(() -> options(out).step("note", path -> {}).step("note", path -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two finishing steps have the name note");
    }

    @Test
    void filesAtATimeShareTheMemoryAndGroupsBeyondTheirPartGoToDisk() {
        NormalizeOptions normalizing =
                NormalizeOptions.builder().maxDistinctMemory(72 << 20).build();
        PipelineOptions.Builder options = options(out).normalizing(normalizing).workers(8);
        long groups = normalizing.reading().limits().maxGroupMemory();

        PipelineOptions tight = options.memory(1).build();
        assertThat(tight.filesAtATime()).isOne();
        assertThat(tight.reading().limits().maxGroupMemory()).isEqualTo(1 << 20);
        PipelineOptions shared = options.memory(450 << 20).build();
        assertThat(shared.filesAtATime()).isEqualTo(2);
        assertThat(shared.reading().limits().maxGroupMemory()).isEqualTo((225 - 72 << 20) / 4);
        PipelineOptions ample = options.memory(1L << 50).build();
        assertThat(ample.filesAtATime()).isEqualTo(8);
        assertThat(ample.reading().limits().maxGroupMemory()).isEqualTo(groups);
    }

    private PipelineOptions.Builder options(Path to) {
        return PipelineOptions.builder(to)
                .payer("acme", folder.resolve("in").toString())
                .format(TextFormat.CSV)
                .memory(Long.MAX_VALUE)
                .startedAt(START);
    }

    private static RunReport run(PipelineOptions.Builder options) throws IOException {
        return Pipeline.of(options.build()).run();
    }

    private static List<Outcome> outcomes(RunReport report) {
        return report.files().stream().map(FileResult::outcome).toList();
    }

    private static Map<String, String> withoutManifest(Path run) throws IOException {
        Map<String, String> tables = Folders.tables(run);
        tables.remove("manifest.jsonl");
        return tables;
    }
}
