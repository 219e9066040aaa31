package io.github.tic4j.read;

import io.github.tic4j.internal.scan.PlainBytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A document that is a file, or all of it from some byte on. */
final class PlainFile implements PlainBytes, Closeable {

    private final FileChannel channel;
    private final long start;

    PlainFile(Path file, long start) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.start = start;
    }

    @Override
    public long size() throws IOException {
        return channel.size() - start;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(into, offset, length), start + position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
