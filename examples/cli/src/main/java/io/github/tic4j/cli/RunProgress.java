package io.github.tic4j.cli;

import io.github.tic4j.pipeline.Progress;
import io.github.tic4j.pipeline.RunListener;
import io.github.tic4j.pipeline.RunReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a run is: as a bar that moves on a terminal, else as a line every minute. */
final class RunProgress implements RunListener {

    private static final int WIDTH = 30;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final PrintStream out;
    private final boolean isTerminal;
    private Duration next = PAUSE;
    private int shown;

    RunProgress(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    @Override
    public void progress(Progress progress) {
        if (isTerminal) {
            String line = bar(progress.fraction()) + " " + line(progress);
            out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            out.flush();
            shown = line.length();
        } else if (progress.elapsed().compareTo(next) >= 0) {
            next = progress.elapsed().plus(PAUSE);
            out.println(line(progress));
        }
    }

    /** Clears the bar. */
    @Override
    public void finished(RunReport report) {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
        }
    }

    private static String bar(double fraction) {
        int filled = (int) (fraction * WIDTH);
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }

    private static String line(Progress progress) {
        return String.format(
                Locale.ROOT,
                "%3.0f %% | %,d of %,d files | %,d records | %,.0f records/s | %.1f MB/s%s",
                Math.floor(progress.fraction() * 100),
                progress.filesDone(),
                progress.files(),
                progress.records(),
                progress.recordsPerSecond(),
                progress.bytesPerSecond() / 1e6,
                progress.remaining().map(left -> " | " + clock(left) + " left").orElse(""));
    }

    private static String clock(Duration left) {
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d h", left.toHours(), left.toMinutesPart())
                : String.format(Locale.ROOT, "%d:%02d min", left.toMinutes(), left.toSecondsPart());
    }
}
