package io.github.tic4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.payer.FileListing;
import io.github.tic4j.payer.PayerHandlers;
import io.github.tic4j.payer.PayerIndex;
import io.github.tic4j.spi.PayerHandler;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run makes of indexes. */
class PayerFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Mrfs mrfs = new Mrfs(folder.resolve("in"));
        for (int i = 1; i <= 3; i++) {
            mrfs.write("f" + i + ".json", i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "in/tables"})
    void tablesDoNotGoWhereFilesAreLookedFor(String tables) throws IOException {
        for (String index : List.of(
                folder.resolve("in").toString(), folder.resolve("in").toUri().toString())) {
            Pipeline pipeline = Pipeline.of(PipelineOptions.builder(folder.resolve(tables))
                    .payer("acme", index)
                    .build());
            assertThatThrownBy(pipeline::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("which lies in " + index, "payer acme", "write them to another folder");
            assertThatThrownBy(pipeline::plan).isInstanceOf(IllegalArgumentException.class);
        }
        try (Stream<Path> left = Files.list(folder.resolve("in"))) {
            assertThat(left).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "link/tables", "link/sub/../tables", "out/../in/tables"})
    void norByWayOfALink(String tables) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("in"));
        Files.createDirectory(folder.resolve("out"));
        for (String index : List.of("in", "link")) {
            Pipeline pipeline = Pipeline.of(PipelineOptions.builder(folder.resolve(tables))
                    .payer("acme", folder.resolve(index).toString())
                    .build());
            assertThatThrownBy(pipeline::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("which lies in " + folder.resolve(index));
        }
    }

    @Test
    void aLinkOutOfTheIndexIsAPlaceForTables() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("in/link"), folder.resolve("elsewhere"));

        assertThat(run(options(folder.resolve("in/link/tables"))).isComplete()).isTrue();
    }

    @Test
    void warningsAreLinesWithoutControlCharacters() throws IOException {
        Path index = Files.writeString(folder.resolve("index.json"), """
                {"reporting_entity_name": "Acme", "reporting_structure": [{"reporting_plans": [], "in_network_files": [
                  {"description": "d", "location": "https://\\u001b[2Jexample\\n.org/\\u009bf.json"}]}]}
                """);
        RunReport report = run(PipelineOptions.builder(folder.resolve("out")).payer("acme", index.toString()));

        assertThat(report.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("Index of acme: location-unusable, ")
                        .contains("https://?[2Jexample?.org/?f.json"));
        assertThat(report.warnings()).allSatisfy(warning -> assertThat(warning).doesNotContainPattern("\\p{Cc}"));
    }

    @Test
    void anIndexIsReadByAWorker() throws IOException {
        List<String> seen = new ArrayList<>();
        run(options(folder.resolve("out")).handlers(handlers(index -> {
            seen.add(Thread.currentThread().getName());
            return index.files();
        })));

        assertThat(seen).containsExactly("tic4j-worker");
    }

    @Test
    void aWorkerThatIsInterruptedAtAnIndexEndsTheRun() {
        PipelineOptions options = options(folder.resolve("out"))
                .handlers(handlers(index -> {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted");
                }))
                .build();
        assertThatThrownBy(() -> Pipeline.of(options).run())
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("The run was interrupted; run again to go on");
    }

    private PipelineOptions.Builder options(Path out) {
        return PipelineOptions.builder(out)
                .payer("acme", folder.resolve("in").toString())
                .format(TextFormat.CSV);
    }

    private static RunReport run(PipelineOptions.Builder options) throws IOException {
        return Pipeline.of(options.build()).run();
    }

    private static PayerHandlers handlers(Lister lister) {
        return PayerHandlers.builder()
                .register(new PayerHandler() {
                    @Override
                    public String name() {
                        return "odd";
                    }

                    @Override
                    public Set<String> payers() {
                        return Set.of("acme");
                    }

                    @Override
                    public FileListing list(PayerIndex index) throws IOException {
                        return lister.list(index);
                    }
                })
                .build();
    }

    private interface Lister {
        FileListing list(PayerIndex index) throws IOException;
    }
}
