package io.github.tic4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says whether this library has become slower from one result file to another. What is compared is how many times as fast
 * as the usual way it was in the same run, so that neither a busier nor another machine counts. A loss is beyond the noise
 * if it is more than 5 % and more than what the values of both runs vary.
 */
public final class Comparison {

    private static final double TOLERANCE = 0.05;

    private final List<Result> before;
    private final List<Result> after;
    private final PrintStream out;

    private Comparison(List<Result> before, List<Result> after, PrintStream out) {
        this.before = before;
        this.after = after;
        this.out = out;
    }

    /** The arguments are the older file and the newer one; the exit code is 1 if something has become slower. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: benchmarks/compare OLD NEW");
            System.exit(2);
        }
        boolean held = isHeld(Result.read(Path.of(args[0])), Result.read(Path.of(args[1])), System.out);
        System.exit(held ? 0 : 1);
    }

    /** Prints each figure before and after; false if one is worse or missing. */
    static boolean isHeld(List<Result> before, List<Result> after, PrintStream out) {
        Comparison comparison = new Comparison(before, after, out);
        boolean held = true;
        for (Result old : before) {
            if (old.isOurs() && old.yardstick(before).isPresent()) {
                held &= comparison.isHeld(old);
            }
        }
        return held;
    }

    private boolean isHeld(Result old) {
        String name = old.question() + " " + old.contender();
        Optional<Result> current = after.stream()
                .filter(r ->
                        r.question().equals(old.question()) && r.contender().equals(old.contender()))
                .findFirst();
        Optional<Result> usual = current.flatMap(r -> r.yardstick(after));
        Optional<Result> oldUsual = old.yardstick(before);
        if (current.isEmpty() || usual.isEmpty() || oldUsual.isEmpty()) {
            out.println("MISSING " + name);
            return false;
        }
        double oldRatio = old.median() / oldUsual.get().median();
        double ratio = current.get().median() / usual.get().median();
        double noise = Math.max(
                TOLERANCE,
                old.spread()
                        + oldUsual.get().spread()
                        + current.get().spread()
                        + usual.get().spread());
        boolean held = ratio >= oldRatio * (1 - noise);
        out.printf(
                Locale.ROOT,
                "%s %s: %.2f times the usual way, was %.2f (noise %.0f %%)%n",
                held ? "ok     " : "SLOWER ",
                name,
                ratio,
                oldRatio,
                noise * 100);
        return held;
    }
}
