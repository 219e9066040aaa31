package io.github.tic4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TextFormat;
import io.github.tic4j.testing.ChildJvm;
import io.github.tic4j.validate.QualityRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs. Three kills in the usual build; {@code -Dtic4j.crash.kills=50} for more, and {@code -Dtic4j.crash.seed} for
 * other moments.
 */
class CrashTest {

    private static final int KILLED = 9;
    private static final int FILES = 6;

    @TempDir
    Path folder;

    @Test
    void aRunThatIsKilledAndStartedAgainEndsAsIfNothingHadHappened() throws Exception {
        int kills = Integer.getInteger("tic4j.crash.kills", 3);
        Random random = new Random(Long.getLong("tic4j.crash.seed", 1));
        Mrfs mrfs = new Mrfs(folder.resolve("in"));
        for (int i = 0; i < FILES; i++) {
            mrfs.write("f" + i + (i % 2 == 0 ? ".json" : ".json.gz"), i);
        }
        Path undisturbed = folder.resolve("undisturbed");
        long start = System.nanoTime();
        Child.run(folder.resolve("in"), undisturbed);
        long duration = System.nanoTime() - start;
        Map<String, String> expected = Folders.tables(undisturbed);
        assertThat(expected)
                .containsKeys(
                        "manifest.jsonl",
                        "quality_report.json",
                        "rates/rates_batch_006.csv",
                        "code_sets/code_sets_batch_002_2.csv");

        Path out = folder.resolve("out0");
        for (int killed = 0; killed < kills; ) {
            long delay = (long) (random.nextDouble() * duration);
            int exit = ChildJvm.run(Child.class, folder.resolve("in").toString(), out.toString(), Long.toString(delay));
            if (exit == KILLED) {
                killed++;
            } else {
                assertThat(exit).isZero();
                assertThat(Folders.tables(out)).as("after %d kills", killed).isEqualTo(expected);
                out = folder.resolve("out" + killed);
                Folders.delete(out);
            }
        }
        Child.run(folder.resolve("in"), out);
        assertThat(Folders.tables(out)).isEqualTo(expected);
    }

    /** A run in a process of its own, which dies at a given time after it has begun. */
    static final class Child {

        private Child() {}

        static RunReport run(Path in, Path out) throws IOException {
            PipelineOptions options = PipelineOptions.builder(out)
                    .payer("acme", in.toString())
                    .format(TextFormat.CSV)
                    .limits(new TableFolder.Limits(4, 1 << 30, 8))
                    .rules(QualityRules.defaults())
                    .workers(3)
                    .memory(Long.MAX_VALUE)
                    .startedAt(Instant.parse("2026-11-20T08:00:00Z"))
                    .step("note", folder -> Files.writeString(folder.resolve("note"), "done"))
                    .build();
            return Pipeline.of(options).run();
        }

        public static void main(String[] args) throws IOException {
            Thread killer = new Thread(() -> {
                LockSupport.parkNanos(Long.parseLong(args[2]));
                Runtime.getRuntime().halt(KILLED);
            });
            killer.setDaemon(true);
            killer.start();
            RunReport report = run(Path.of(args[0]), Path.of(args[1]));
            System.exit(report.isComplete() ? 0 : 1);
        }
    }
}
