package io.github.tic4j.nppes.fact;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Memory in a temporary file, mapped, so that it belongs to the page cache and not to the heap. It only grows, and goes away
 * with the file. Places are multiples of eight; what is taken is zero at first and lies in one segment.
 */
final class ScratchMemory implements Closeable {

    private static final int SEGMENT_BITS = 26;
    private static final long SEGMENT = 1L << SEGMENT_BITS;
    private static final int WORD = Long.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final List<ByteBuffer> segments = new ArrayList<>();
    private long end = WORD;

    /** Memory in a new file of a folder, which must exist. */
    ScratchMemory(Path folder) throws IOException {
        file = Files.createTempFile(folder, "facts", ".tmp");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /**
     * Takes bytes.
     *
     * @return where they are; never 0
     * @throws IOException if the file cannot grow, or so many bytes are more than a segment
     */
    long take(int bytes) throws IOException {
        if (bytes > SEGMENT) {
            throw new IOException(
                    "A record of " + bytes + " bytes is more than the " + SEGMENT + " that can be joined");
        }
        long place = end;
        if (place >>> SEGMENT_BITS != (place + bytes - 1) >>> SEGMENT_BITS) {
            place = ((place >>> SEGMENT_BITS) + 1) << SEGMENT_BITS;
        }
        reach(place + bytes);
        return place;
    }

    /** Takes words that may lie in several segments: they are reached by {@link #word} only. */
    long takeWords(long count) throws IOException {
        long place = end;
        reach(place + count * WORD);
        return place;
    }

    long word(long place) {
        return segment(place).getLong(within(place));
    }

    void word(long place, long value) {
        segment(place).putLong(within(place), value);
    }

    /** The segment of a place. */
    ByteBuffer segment(long place) {
        return segments.get((int) (place >>> SEGMENT_BITS));
    }

    /** Where a place is within its segment. */
    static int within(long place) {
        return (int) (place & (SEGMENT - 1));
    }

    @Override
    public void close() throws IOException {
        segments.clear();
        channel.close();
        Files.deleteIfExists(file);
    }

    private void reach(long wanted) throws IOException {
        end = (wanted + WORD - 1) / WORD * WORD;
        while (segments.size() * SEGMENT < end) {
            segments.add(channel.map(FileChannel.MapMode.READ_WRITE, segments.size() * SEGMENT, SEGMENT));
        }
    }
}
