package io.github.tic4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.read.MrfReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void useSmallSamples() {
        System.setProperty(Sample.FOLDER, folder.toString());
        System.setProperty(Sample.BYTES, "400000");
    }

    @AfterAll
    static void useLargeSamples() {
        System.clearProperty(Sample.FOLDER);
        System.clearProperty(Sample.BYTES);
    }

    @Test
    void everyContenderFindsAllOfEverySample() throws RunnerException, IOException {
        Path file = folder.resolve("results.json");

        new Runner(new OptionsBuilder()
                        .include("io.github.tic4j.benchmarks")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString())
                        .build())
                .run();

        List<Result> results = Result.read(file);
        assertThat(results)
                .extracting(Result::question)
                .contains(
                        "ClaimRules ALL, claims a second",
                        "FilteredRead TABS",
                        "Skip ONE_LINE",
                        "FullRead ONE_LINE",
                        "Records",
                        "GroupTable",
                        "GzipRead SELECTED",
                        "Inflate PROVIDERS",
                        "Parquet",
                        "RatesWriter, rows a second");
        assertThat(results)
                .filteredOn(Result::isOurs)
                .allMatch(r -> r.yardstick(results).isPresent());
        assertThat(printed(out -> ResultTable.print(results, out))).contains("| FullRead TABS | DSL_JSON | ");
    }

    @Test
    void ratiosCoverEveryWork() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Ratios.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), 1, "");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("| filtered, plain | ONE_LINE | CPU |")
                .contains("| every price, gz, 2 threads | ONE_LINE | WALL |")
                .contains("| provider groups kept, plain | PROVIDERS | CPU |");
    }

    @Test
    void contenderThatLeavesSomethingOutIsCaught() throws IOException {
        Work lazy = Work.all(Sample.ONE_LINE.truth(), tally -> {});

        assertThatThrownBy(lazy::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("The file has [1-9]\\d* prices, found 0");
    }

    @Test
    void valueThatIsWrongIsCaughtBeforeAnythingIsTimed() throws IOException {
        Work careless = Work.all(Sample.ONE_LINE.truth(), tally -> {
            try (MrfReader reader = MrfReader.open(Sample.ONE_LINE.plain())) {
                Set<Rate> rates = new HashSet<>();
                for (Price price : reader) {
                    if (rates.add(price.rate())) {
                        TicReading.record(price.rate(), tally);
                    }
                    tally.price(price.negotiatedRate(), "negotiated", "2026-12-31", "professional");
                }
            }
        });

        careless.run();
        assertThatThrownBy(careless::prove)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("The file has -?\\d+ price checksum, found -?\\d+");
    }

    @Test
    void lossBeyondTheNoiseIsReported() {
        List<Result> before = run(1_000, 1_010);

        assertThat(printed(out -> assertThat(Comparison.isHeld(before, run(960, 970), out))
                        .isTrue()))
                .startsWith("ok      Full ONE_LINE TIC4J: 2.43 times the usual way, was 2.53 (noise 5 %)");
        assertThat(printed(out -> assertThat(Comparison.isHeld(before, run(800, 810), out))
                        .isFalse()))
                .startsWith("SLOWER  Full ONE_LINE TIC4J: 2.03 times");
        assertThat(printed(out -> assertThat(Comparison.isHeld(before, run(600, 1_400), out))
                        .isTrue()))
                .contains("noise ");
        assertThat(printed(out ->
                        assertThat(Comparison.isHeld(before, List.of(), out)).isFalse()))
                .startsWith("MISSING Full ONE_LINE TIC4J");
    }

    private static List<Result> run(double low, double high) {
        return List.of(
                new Result("Full ONE_LINE", "TIC4J", List.of(high, low)),
                new Result("Full ONE_LINE", "JACKSON", List.of(400.0, 400.0)));
    }

    private static String printed(Consumer<PrintStream> action) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        action.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
