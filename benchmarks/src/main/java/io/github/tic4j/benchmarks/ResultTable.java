package io.github.tic4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints a result file of JMH as a table. */
public final class ResultTable {

    private ResultTable() {}

    /** The argument is the file. */
    public static void main(String[] args) throws IOException {
        print(Result.read(Path.of(args[0])), System.out);
    }

    static void print(List<Result> results, PrintStream out) {
        out.println("| question | contender | MB/s | lowest to highest | times the usual way |");
        out.println("|---|---|---|---|---|");
        for (Result result : results) {
            String ratio = result.yardstick(results)
                    .map(usual -> String.format(Locale.ROOT, "%.2f", result.median() / usual.median()))
                    .orElse("");
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %,.0f to %,.0f | %s |%n",
                    result.question(),
                    result.contender(),
                    result.median(),
                    result.speeds().get(0),
                    result.speeds().get(result.speeds().size() - 1),
                    ratio);
        }
    }
}
