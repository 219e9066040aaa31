package io.github.tic4j.cli;

import io.github.tic4j.source.Source;
import java.io.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;

/** Shows on a terminal how much of a source has been read; shows nothing where there is no terminal. */
final class ProgressLine implements AutoCloseable {

    private static final long STEP = 4 << 20;
    private static final int WIDTH = 30;

    private final String name;
    private final OptionalLong size;
    private final PrintStream out;
    private final boolean shown;
    private long read;
    private long next = STEP;

    ProgressLine(String name, OptionalLong size, PrintStream out, boolean shown) {
        this.name = name;
        this.size = size;
        this.out = out;
        this.shown = shown;
    }

    /** A line that is shown if the process has a terminal. */
    static ProgressLine of(String name, OptionalLong size, PrintStream out) {
        return new ProgressLine(name, size, out, isOnTerminal());
    }

    /** Whether the process has a terminal. */
    // Before JDK 22 there is a console only on a terminal; since then it says whether it is one.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isOnTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException beforeJdk22) {
            return true;
        }
    }

    /** The same source, whose bytes are counted as they are read. */
    Source counting(Source source) {
        return new Source() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public InputStream open() throws IOException {
                return new Counted(source.open());
            }

            @Override
            public OptionalLong size() {
                return source.size();
            }

            @Override
            public boolean isReopenable() {
                return source.isReopenable();
            }
        };
    }

    private void count(long more) {
        read += Math.max(0, more);
        if (shown && read >= next) {
            next = read + STEP;
            out.print("\r" + line());
            out.flush();
        }
    }

    private String line() {
        if (size.isEmpty() || size.getAsLong() == 0) {
            return String.format(Locale.ROOT, "%s %,d MB", name, read >> 20);
        }
        double part = Math.min(1, (double) read / size.getAsLong());
        int filled = (int) (part * WIDTH);
        return String.format(
                Locale.ROOT, "%s [%s%s] %3.0f %%", name, "#".repeat(filled), ".".repeat(WIDTH - filled), part * 100);
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shown && next > STEP) {
            out.print("\r" + " ".repeat(line().length()) + "\r");
            out.flush();
        }
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            count(count);
            return count;
        }
    }
}
