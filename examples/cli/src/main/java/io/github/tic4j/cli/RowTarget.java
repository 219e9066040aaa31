package io.github.tic4j.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Where rows go: standard output, or a file that appears under its name only when it is finished. */
final class RowTarget implements Closeable {

    private final OutputStream stream;
    private final @Nullable Path target;
    private final @Nullable Path aside;

    private RowTarget(OutputStream stream, @Nullable Path target, @Nullable Path aside) {
        this.stream = stream;
        this.target = target;
        this.aside = aside;
    }

    static RowTarget of(String out, OutputStream standard) throws IOException {
        if (out.equals("-")) {
            return new RowTarget(new Unclosed(standard), null, null);
        }
        Path target = Path.of(out);
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16);
        return new RowTarget(out.endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file, target, aside);
    }

    OutputStream stream() {
        return stream;
    }

    /** Puts a finished file in its place. The stream must be closed. */
    void finish() throws IOException {
        if (target != null && aside != null) {
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        if (aside != null) {
            Files.deleteIfExists(aside);
        }
    }

    /** Standard output is flushed and left open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
