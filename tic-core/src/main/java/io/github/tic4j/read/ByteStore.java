package io.github.tic4j.read;

import io.github.tic4j.internal.temporary.TemporaryFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes that are only ever appended, in pages: on the heap up to a limit, in a mapped temporary file beyond it. */
final class ByteStore implements Closeable {

    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;

    private final long heapLimit;
    private final @Nullable Path folder;
    private final List<ByteBuffer> pages = new ArrayList<>();
    private @Nullable FileChannel channel;
    private long size;

    ByteStore(long heapLimit, @Nullable Path folder) {
        this.heapLimit = heapLimit;
        this.folder = folder;
    }

    long size() {
        return size;
    }

    boolean isSpilled() {
        return channel != null;
    }

    void putByte(int value) throws IOException {
        if ((size >>> PAGE_BITS) == pages.size()) {
            pages.add(newPage());
        }
        pages.get((int) (size >>> PAGE_BITS)).put((int) (size & (PAGE - 1)), (byte) value);
        size++;
    }

    void putInt(int value) throws IOException {
        int at = (int) (size & (PAGE - 1));
        if (at != 0 && at <= PAGE - Integer.BYTES) {
            pages.get((int) (size >>> PAGE_BITS)).putInt(at, value);
            size += Integer.BYTES;
        } else {
            for (int shift = 24; shift >= 0; shift -= 8) {
                putByte(value >>> shift);
            }
        }
    }

    /** Seven bits a byte, the lowest first. */
    void putVarLong(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            putByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    void putText(@Nullable String text) throws IOException {
        if (text == null) {
            putVarLong(0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putVarLong(bytes.length + 1L);
        for (byte b : bytes) {
            putByte(b);
        }
    }

    private ByteBuffer newPage() throws IOException {
        if ((pages.size() + 1L) * PAGE <= heapLimit) {
            return ByteBuffer.allocate(PAGE);
        }
        FileChannel spill = channel;
        if (spill == null) {
            spill = TemporaryFile.open(folder, ".groups");
            channel = spill;
        }
        return spill.map(MapMode.READ_WRITE, (long) pages.size() * PAGE, PAGE);
    }

    @Override
    public void close() throws IOException {
        pages.clear();
        size = 0;
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** Reads on from a position. */
    final class Reader {
        private long at;

        Reader(long at) {
            this.at = at;
        }

        int readByte() {
            byte value = pages.get((int) (at >>> PAGE_BITS)).get((int) (at & (PAGE - 1)));
            at++;
            return value & 0xFF;
        }

        int readInt() {
            int value = 0;
            for (int i = 0; i < Integer.BYTES; i++) {
                value = value << 8 | readByte();
            }
            return value;
        }

        long readVarLong() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                int b = readByte();
                value |= (long) (b & 0x7F) << shift;
                if (b < 0x80) {
                    return value;
                }
            }
        }

        @Nullable
        String readText() {
            int length = (int) readVarLong() - 1;
            if (length < 0) {
                return null;
            }
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) readByte();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
