package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.source.ContentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads another stream on a thread of its own, a few blocks ahead, so that inflating and parsing overlap. */
final class ReadAheadInputStream extends InputStream {

    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS = 8;

    private final InputStream in;
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final Thread reader;
    private @Nullable Block current;
    private int position;

    /** Starts to read; the stream is closed with this one. */
    ReadAheadInputStream(InputStream in, String name) {
        this.in = in;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new Block(new byte[BLOCK]));
        }
        reader = new Thread(this::readAll, "read-ahead " + name);
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        Block block = current;
        if (block == null || (position == block.length && block.length > 0)) {
            block = next(block);
        }
        if (block.failure instanceof ContentException content) {
            throw content;
        }
        if (block.failure != null) {
            throw new IOException(block.failure.getMessage(), block.failure);
        }
        if (block.length == 0) {
            return -1;
        }
        int count = Math.min(length, block.length - position);
        System.arraycopy(block.bytes, position, bytes, from, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        in.close();
    }

    private Block next(@Nullable Block used) throws IOException {
        try {
            if (used != null) {
                free.put(used);
            }
            Block block = full.take();
            current = block;
            position = 0;
            return block;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        }
    }

    private void readAll() {
        Block last = new Block(new byte[0]);
        try {
            while (true) {
                Block block = free.take();
                block.length = in.readNBytes(block.bytes, 0, BLOCK);
                if (block.length == 0) {
                    break;
                }
                full.put(block);
            }
        } catch (InterruptedException e) {
            // Closed: nobody waits for the rest.
            return;
        } catch (IOException | RuntimeException e) {
            last.failure = e;
        }
        full.add(last);
    }

    /** A piece of the stream; empty at its end. */
    private static final class Block {

        private final byte[] bytes;
        private int length;
        private @Nullable Exception failure;

        Block(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
