package io.github.tic4j.s3;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part in a temporary file: for the parts of objects so large that memory would not hold several of them. */
final class FilePart extends Part {

    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final OutputStream out;

    FilePart(int number, long limit, S3Checksum checksum) throws IOException {
        super(number, limit, checksum);
        this.file = Files.createTempFile("tic4j-part-", ".tmp");
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    @Override
    void append(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    InputStream open() throws IOException {
        out.close();
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
