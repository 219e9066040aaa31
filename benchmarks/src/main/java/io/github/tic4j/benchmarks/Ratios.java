package io.github.tic4j.benchmarks;

import io.github.tic4j.benchmarks.FilteredReadBenchmark.Contender;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many times as fast as the usual way this library is, in two minutes: {@code benchmarks/run --ratios}. The two take
 * turns in one process, and each turn gives a ratio, so that a busy machine slows both. What runs on one thread is timed
 * by the time that the thread got; only what runs on two needs the wall clock and an idle machine.
 */
public final class Ratios {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UPS = 2;

    private final PrintStream out;
    private final int turns;
    private final String wanted;

    private Ratios(PrintStream out, int turns, String wanted) {
        this.out = out;
        this.turns = turns;
        this.wanted = wanted;
    }

    /** What takes the time. */
    private enum Clock {
        CPU {
            @Override
            long nanos() {
                return THREADS.getCurrentThreadCpuTime();
            }
        },
        WALL {
            @Override
            long nanos() {
                return System.nanoTime();
            }
        };

        abstract long nanos();
    }

    /** Prints the table, or the rows that contain the argument. */
    public static void main(String[] args) throws IOException {
        print(System.out, 5, args.length > 0 ? args[0] : "");
    }

    static void print(PrintStream out, int turns, String wanted) throws IOException {
        out.println("| work | sample | clock | usual way, MB/s | tic4j, MB/s | ratio | lowest to highest |");
        out.println("|---|---|---|---|---|---|---|");
        Ratios ratios = new Ratios(out, turns, wanted);
        for (Sample sample : List.of(Sample.ONE_LINE, Sample.TABS)) {
            ratios.row(
                    "filtered, plain",
                    sample,
                    Clock.CPU,
                    FilteredReadBenchmark.work(Contender.JACKSON, sample),
                    FilteredReadBenchmark.work(Contender.TIC4J, sample));
        }
        for (Sample sample : List.of(Sample.ONE_LINE, Sample.TABS, Sample.UNIFORM)) {
            ratios.row(
                    "every price through the cursor, plain",
                    sample,
                    Clock.CPU,
                    FullReadBenchmark.work(FullReadBenchmark.Contender.JACKSON, sample),
                    FullReadBenchmark.work(FullReadBenchmark.Contender.TIC4J, sample));
        }
        for (Sample sample : List.of(Sample.ONE_LINE, Sample.UNIFORM)) {
            ratios.row(
                    "every price as a record, plain",
                    sample,
                    Clock.CPU,
                    RecordsBenchmark.work(RecordsBenchmark.Contender.JACKSON, sample),
                    RecordsBenchmark.work(RecordsBenchmark.Contender.TIC4J, sample));
        }
        ratios.gzipped();
    }

    private void gzipped() throws IOException {
        for (GzipReadBenchmark.Wanted wanted : GzipReadBenchmark.Wanted.values()) {
            String what = wanted == GzipReadBenchmark.Wanted.ALL ? "every price, gz" : "filtered, gz";
            Work usual = GzipReadBenchmark.work(GzipReadBenchmark.Contender.JACKSON, wanted, Sample.ONE_LINE);
            row(
                    what + ", 1 thread",
                    Sample.ONE_LINE,
                    Clock.CPU,
                    usual,
                    GzipReadBenchmark.work(GzipReadBenchmark.Contender.TIC4J, wanted, Sample.ONE_LINE));
            row(
                    what + ", 2 threads",
                    Sample.ONE_LINE,
                    Clock.WALL,
                    usual,
                    GzipReadBenchmark.work(GzipReadBenchmark.Contender.TIC4J_TWO_THREADS, wanted, Sample.ONE_LINE));
        }
        row(
                "every price, gz to Parquet, 2 threads",
                Sample.ONE_LINE,
                Clock.WALL,
                ParquetBenchmark.work(ParquetBenchmark.Contender.JACKSON, Sample.ONE_LINE),
                ParquetBenchmark.work(ParquetBenchmark.Contender.TIC4J, Sample.ONE_LINE));
        for (Sample sample : List.of(Sample.ONE_LINE, Sample.TABS, Sample.PROVIDERS)) {
            row(
                    "decompression alone",
                    sample,
                    Clock.CPU,
                    InflateBenchmark.work(InflateBenchmark.Contender.JDK, sample),
                    InflateBenchmark.work(InflateBenchmark.Contender.TIC4J, sample));
        }
        row(
                "provider groups kept, plain",
                Sample.PROVIDERS,
                Clock.CPU,
                GroupTableBenchmark.work(GroupTableBenchmark.Contender.DATABIND, Sample.PROVIDERS),
                GroupTableBenchmark.work(GroupTableBenchmark.Contender.TIC4J, Sample.PROVIDERS));
    }

    private void row(String what, Sample sample, Clock clock, Work usual, Work ours) throws IOException {
        if (!what.contains(wanted)) {
            return;
        }
        usual.prove();
        ours.prove();
        for (int i = 0; i < WARM_UPS; i++) {
            usual.run();
            ours.run();
        }
        double[] usualSpeeds = new double[turns];
        double[] speeds = new double[turns];
        double[] quotients = new double[turns];
        for (int i = 0; i < turns; i++) {
            usualSpeeds[i] = megabytesPerSecond(usual, clock);
            speeds[i] = megabytesPerSecond(ours, clock);
            quotients[i] = speeds[i] / usualSpeeds[i];
        }
        Arrays.sort(quotients);
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %,.0f | %,.0f | **%.2f** | %.2f to %.2f |%n",
                what,
                sample,
                clock,
                median(usualSpeeds),
                median(speeds),
                median(quotients),
                quotients[0],
                quotients[turns - 1]);
    }

    private static double megabytesPerSecond(Work work, Clock clock) throws IOException {
        long start = clock.nanos();
        work.run();
        return work.bytes() * 1e3 / (clock.nanos() - start);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
