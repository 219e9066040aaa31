package io.github.tic4j.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;

/**
 * A part in memory, in blocks that the next part takes over. Small blocks, because a small object then takes little, and
 * because a collector that works by regions wastes much of a small heap on arrays of several megabytes.
 */
final class HeapPart extends Part {

    private static final int BLOCK = 64 << 10;

    private final List<byte[]> blocks = new ArrayList<>();
    private final Queue<byte[]> spare;

    /** Takes blocks out of {@code spare}, as far as there are any, and puts them back there. */
    HeapPart(int number, long limit, S3Checksum checksum, Queue<byte[]> spare) {
        super(number, limit, checksum);
        this.spare = spare;
    }

    @Override
    void append(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int filled = (int) ((size() + done) % BLOCK);
            if (filled == 0) {
                byte[] used = spare.poll();
                blocks.add(used != null ? used : new byte[BLOCK]);
            }
            int taken = Math.min(length - done, BLOCK - filled);
            System.arraycopy(bytes, offset + done, blocks.get(blocks.size() - 1), filled, taken);
            done += taken;
        }
    }

    @Override
    InputStream open() {
        List<InputStream> streams = new ArrayList<>();
        long left = size();
        for (byte[] block : blocks) {
            streams.add(new ByteArrayInputStream(block, 0, (int) Math.min(BLOCK, left)));
            left -= BLOCK;
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    @Override
    public void close() {
        spare.addAll(blocks);
        blocks.clear();
    }
}
