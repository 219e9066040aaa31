package io.github.tic4j.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Writes how far a run is to a CSV file, a line about every second, for {@code tail -f} and for monitors. The file is begun
 * anew when the run begins and closed when it ends.
 */
public final class ProgressFile implements RunListener {

    private static final String COLUMNS =
            "timestamp,elapsed_seconds,percent,files_done,files_total,bytes_done,bytes_total,"
                    + "records_processed,records_per_second,bytes_per_second,eta_seconds\n";

    private final Path file;
    private final Clock clock;

    /** A progress file. */
    public ProgressFile(Path file) {
        this(file, Clock.systemUTC());
    }

    ProgressFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void listed(Progress progress) {
        try {
            Files.writeString(file, COLUMNS + line(progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void progress(Progress progress) {
        // Opened for each line: a monitor may move the file away, and a killed run leaves nothing open.
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(line(progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Progress progress) {
        return String.format(
                Locale.ROOT,
                "%s,%.1f,%.1f,%d,%d,%d,%s,%d,%.1f,%.0f,%s%n",
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                progress.elapsed().toMillis() / 1000.0,
                progress.fraction() * 100,
                progress.filesDone(),
                progress.files(),
                progress.bytesDone(),
                text(progress.bytes()),
                progress.records(),
                progress.recordsPerSecond(),
                progress.bytesPerSecond(),
                progress.remaining()
                        .map(left -> Long.toString(left.toSeconds()))
                        .orElse(""));
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
