package io.github.tic4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.Price;
import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.normalize.Review;
import io.github.tic4j.normalize.Verdict;
import io.github.tic4j.payer.Adapted;
import io.github.tic4j.payer.FileListing;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.payer.PayerHandlers;
import io.github.tic4j.payer.PayerIndex;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.PayerHandler;
import io.github.tic4j.spi.RecordAdapter;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails beside a run: disks, handlers, listeners, and the host itself. */
class FailureTest {

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        Mrfs mrfs = new Mrfs(folder.resolve("in"));
        for (int i = 1; i <= 3; i++) {
            mrfs.write("f" + i + ".json", i);
        }
    }

    @Test
    void aFullDiskEndsTheRunAndKeepsWhatWasCommitted() throws IOException {
        RunReport report =
                Pipeline.of(options().format(new FullDisk(2)).build()).run();

        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED, Outcome.NOT_TRIED, Outcome.NOT_TRIED);
        assertThat(report.stopped()).hasMessage("Cannot write table rates: No space left on device");
        assertThat(report.isComplete()).isFalse();
        assertThat(Folders.tables(out))
                .containsKey("rates/rates_batch_001.csv")
                .doesNotContainKey("rates/rates_batch_002.csv");
        assertThat(out.resolve("_tasks")).isEmptyDirectory();

        RunReport next = Pipeline.of(options().build()).run();
        assertThat(outcomes(next)).containsExactly(Outcome.UNCHANGED, Outcome.COMMITTED, Outcome.COMMITTED);
        assertThat(next.runId()).as("the same run goes on").isEqualTo(report.runId());
    }

    @Test
    void aFolderThatCannotBeMadeIsAnErrorOfTheRun() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Pipeline.of(PipelineOptions.builder(file.resolve("out"))
                                .payer("acme", folder.resolve("in").toString())
                                .build())
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write to " + file.resolve("out") + ": ");
        assertThatThrownBy(() -> Pipeline.of(PipelineOptions.builder(file)
                                .payer("acme", folder.resolve("in").toString())
                                .build())
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot write to " + file + ": it is no folder");
    }

    @Test
    void twoRunsOnOneFolderExcludeEachOther() throws IOException {
        List<Throwable> second = new ArrayList<>();
        RunListener rival = new RunListener() {
            @Override
            public void listed(Progress progress) {
                try {
                    Pipeline.of(options().build()).run();
                } catch (IOException e) {
                    second.add(e);
                }
            }
        };
        assertThat(Pipeline.of(options().listener(rival).build()).run().isComplete())
                .isTrue();

        assertThat(second)
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("Another run is at work in " + out);
    }

    @Test
    void aHandlerThatThrowsCostsItsFileAndIsNamed() throws IOException {
        RunReport report = Pipeline.of(options()
                        .handlers(handlers(new Handler() {
                            @Override
                            public Source content(ListedFile file, Source published) {
                                if (file.url().toString().endsWith("f2.json")) {
                                    throw new IllegalStateException("what is this?");
                                }
                                return published;
                            }
                        }))
                        .build())
                .run();

        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED, Outcome.FAILED, Outcome.COMMITTED);
        assertThat(report.files().get(1).failure()).hasMessageContainingAll("Handler odd", "acme", "what is this?");
    }

    @Test
    void aTimeoutOfASourceCostsItsFileAndIsNoInterrupt() throws IOException {
        RunReport report = Pipeline.of(options()
                        .handlers(handlers(new Handler() {
                            @Override
                            public Source content(ListedFile file, Source published) {
                                return file.url().toString().endsWith("f1.json")
                                        ? Sources.of(published.name(), () -> {
                                            throw new SocketTimeoutException("Read timed out");
                                        })
                                        : published;
                            }
                        }))
                        .build())
                .run();

        assertThat(outcomes(report)).containsExactly(Outcome.FAILED, Outcome.COMMITTED, Outcome.COMMITTED);
        assertThat(report.files().get(0).failure()).hasMessage("Read timed out");
    }

    @Test
    void indexesAreReadSideBySideAndTheirFilesComeInTheOrderOfThePayers() throws IOException {
        CountDownLatch bothBegun = new CountDownLatch(2);
        Handler waiting = new Handler() {
            @Override
            public FileListing list(PayerIndex index) throws IOException {
                bothBegun.countDown();
                try {
                    assertThat(bothBegun.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return index.files();
            }

            @Override
            public Set<String> payers() {
                return Set.of("acme", "other");
            }
        };
        RunReport report = Pipeline.of(options()
                        .payer("other", folder.resolve("in/f2.json").toString())
                        .payer("nobody", folder.resolve("absent").toString())
                        .payer("share", "file://server/share")
                        .payer("nul", "a\0b")
                        .handlers(handlers(waiting))
                        .workers(2)
                        .memory(Long.MAX_VALUE)
                        .build())
                .run();

        assertThat(report.files()).extracting(FileResult::payer).containsExactly("acme", "acme", "acme", "other");
        assertThat(report.unlisted()).extracting(RunReport.Unlisted::payer).containsExactly("nobody", "share", "nul");
        assertThat(Folders.tables(out)).containsKey("rates/rates_batch_004.csv");
    }

    @Test
    void anAdapterThatThrowsCostsItsFileToo() throws IOException {
        RunReport report = Pipeline.of(options()
                        .handlers(handlers(new Handler() {
                            @Override
                            public Optional<RecordAdapter> adapter(ListedFile file) {
                                return Optional.of(new RecordAdapter() {
                                    @Override
                                    public Adapted<Price> price(Price price) {
                                        throw new IllegalStateException("no such price");
                                    }
                                });
                            }
                        }))
                        .build())
                .run();

        assertThat(outcomes(report)).containsOnly(Outcome.FAILED);
        assertThat(report.failures()).allSatisfy(failure -> assertThat(failure).hasMessageContaining("no such price"));
    }

    @Test
    void whatAnAdapterDropsIsRejectedUnderItsReason() throws IOException {
        RunReport report = Pipeline.of(options()
                        .handlers(handlers(new Handler() {
                            @Override
                            public Optional<RecordAdapter> adapter(ListedFile file) {
                                return Optional.of(new RecordAdapter() {
                                    @Override
                                    public Adapted<Price> price(Price price) {
                                        return price.item().index() == 0
                                                ? Adapted.drop("test-row")
                                                : Adapted.keep(price);
                                    }
                                });
                            }
                        }))
                        .build())
                .run();

        assertThat(report.failures()).isEmpty();
        assertThat(report.prices().isBalanced()).isTrue();
        assertThat(report.prices().rejected()).containsOnlyKeys("test-row");
        assertThat(Folders.rows(out, "rejects"))
                .isEqualTo(report.prices().rejectedTotal())
                .isPositive();
    }

    @Test
    void aHostsReviewIsAskedToo() throws IOException {
        Review dropAll = new Review() {
            @Override
            public Verdict<Price> price(Price price) {
                return new Verdict.Drop<>();
            }
        };
        NormalizeOptions normalizing =
                NormalizeOptions.builder().review(dropAll).build();
        RunReport report =
                Pipeline.of(options().normalizing(normalizing).build()).run();

        assertThat(report.prices().filtered()).isEqualTo(report.prices().seen()).isPositive();
    }

    @Test
    void aListenerThatThrowsIsNotHeardAgain() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        List<String> heard = new ArrayList<>();
        RunListener bad = new RunListener() {
            @Override
            public void fileStarted(String payer, String source) {
                calls.incrementAndGet();
                throw new IllegalStateException("bad listener");
            }
        };
        RunListener good = new RunListener() {
            @Override
            public void fileFinished(FileResult result) {
                heard.add(result.payer());
            }

            @Override
            public void finished(RunReport report) {
                heard.add(report.runId());
            }
        };
        Pipeline.of(options().listener(bad).listener(good).build()).run();

        assertThat(calls).hasValue(1);
        assertThat(heard).hasSize(4).startsWith("acme", "acme", "acme");
    }

    @Test
    void anInterruptGivesUpAndGoesOnLater() throws IOException {
        Thread runner = Thread.currentThread();
        RunListener interrupts = new RunListener() {
            @Override
            public void fileFinished(FileResult result) {
                runner.interrupt();
            }
        };
        assertThatThrownBy(() ->
                        Pipeline.of(options().listener(interrupts).build()).run())
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("The run was interrupted; run again to go on");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(Pipeline.of(options().build()).run().isComplete()).isTrue();
    }

    @Test
    void aWorkerThatIsInterruptedEndsTheRunAndSaysSo() throws IOException {
        Handler meddles = new Handler() {
            @Override
            public Source content(ListedFile file, Source published) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted");
            }
        };
        RunReport report =
                Pipeline.of(options().handlers(handlers(meddles)).build()).run();

        assertThat(outcomes(report)).containsOnly(Outcome.NOT_TRIED).hasSize(3);
        assertThat(report.stopped())
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("The run was interrupted; run again to go on");
        assertThat(report.isComplete()).isFalse();
        assertThat(Pipeline.of(options().build()).run().isComplete()).isTrue();
    }

    private PipelineOptions.Builder options() {
        return PipelineOptions.builder(out)
                .payer("acme", folder.resolve("in").toString())
                .format(TextFormat.CSV)
                .workers(1);
    }

    private static List<Outcome> outcomes(RunReport report) {
        return report.files().stream().map(FileResult::outcome).toList();
    }

    private static PayerHandlers handlers(PayerHandler handler) {
        return PayerHandlers.builder().register(handler).build();
    }

    private abstract static class Handler implements PayerHandler {

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public Set<String> payers() {
            return Set.of("acme");
        }
    }

    /** A format for which the disk is full when a table of rates is opened for the given time. */
    private record FullDisk(AtomicInteger left) implements TableFormat {

        FullDisk(int time) {
            this(new AtomicInteger(time));
        }

        @Override
        public String extension() {
            return TextFormat.CSV.extension();
        }

        @Override
        public TableWriter open(TableSchema schema, Path file) throws IOException {
            TableWriter writer = TextFormat.CSV.open(schema, file);
            if (!schema.name().equals("rates") || left.decrementAndGet() > 0) {
                return writer;
            }
            return new TableWriter() {
                @Override
                public void write(Row row) throws IOException {
                    throw new IOException("No space left on device");
                }

                @Override
                public void commit() throws IOException {
                    writer.commit();
                }

                @Override
                public void close() throws IOException {
                    writer.close();
                }
            };
        }
    }
}
