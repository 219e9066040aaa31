package io.github.tic4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** What lies below every reader: bytes that are fetched and not looked at. */
final class Floor {

    private static final int BUFFER = 256 << 10;

    private Floor() {}

    /** A gzipped file, decompressed by the JDK with a larger buffer than its default, which is slow. */
    static InputStream gunzip(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** Copies a stream from buffer to buffer and closes it; returns how many bytes it had. */
    static long copy(InputStream stream) throws IOException {
        try (stream) {
            byte[] from = new byte[BUFFER];
            byte[] to = new byte[BUFFER];
            long count = 0;
            for (int read = stream.read(from); read >= 0; read = stream.read(from)) {
                System.arraycopy(from, 0, to, 0, read);
                count += read;
            }
            return count;
        }
    }
}
