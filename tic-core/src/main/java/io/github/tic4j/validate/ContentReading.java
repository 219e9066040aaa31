package io.github.tic4j.validate;

import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads a document on a thread of its own and holds what it says to the rules. */
final class ContentReading {

    private static final ReadOptions OPTIONS = ReadOptions.builder().threads(1).build();

    private final QualityCheck check;
    private final String name;
    private final InputStream in;
    private final Thread thread;
    private @Nullable RuntimeException failure;

    private ContentReading(String name, InputStream in, QualityRules rules) {
        this.check = new QualityCheck(rules);
        this.name = name;
        this.in = in;
        this.thread = new Thread(this::read, "tic4j-validate " + name);
        thread.setDaemon(true);
    }

    /** Starts to read; the thread closes the stream when it has ended. */
    static ContentReading start(String name, InputStream in, QualityRules rules) {
        ContentReading reading = new ContentReading(name, in, rules);
        reading.thread.start();
        return reading;
    }

    private void read() {
        try (in;
                MrfReader reader = MrfReader.open(Sources.once(name, in), OPTIONS)) {
            reader.visit(check);
        } catch (ContentException broken) {
            check.brokenOff(String.valueOf(broken.getMessage()));
        } catch (IOException unreadable) {
            failure = new UncheckedIOException(unreadable);
        } catch (RuntimeException failed) {
            failure = failed;
        }
    }

    /** Waits for the end; what was found. What a rule of the host threw is thrown here. */
    QualityReport await() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the reader of " + name);
        }
        if (failure != null) {
            throw failure;
        }
        return check.report();
    }
}
