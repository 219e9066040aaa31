package io.github.tic4j.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Streams that are legal and awkward, or that break at a chosen byte. Each wraps another and closes it. */
public final class Streams {

    private static final int MAX_CHUNK = 97;

    private Streams() {}

    /** Hands out one byte per read. */
    public static InputStream oneByteAtATime(InputStream in) {
        return new Chunked(in) {
            @Override
            int nextChunk() {
                return 1;
            }
        };
    }

    /** Hands out between 1 and 97 bytes per read, the same numbers for the same seed. */
    public static InputStream chunked(InputStream in, long seed) {
        MrfRandom random = MrfRandom.of(seed, RandomStream.CHUNKS, 0);
        return new Chunked(in) {
            @Override
            int nextChunk() {
                return random.between(1, MAX_CHUNK);
            }
        };
    }

    /** Throws an {@link IOException}, {@code failed at byte N as asked}, once this many bytes have been read. */
    public static InputStream failingAt(InputStream in, long offset) {
        return new Ending(in, offset) {
            @Override
            int end() throws IOException {
                throw new IOException("failed at byte " + offset + " as asked");
            }
        };
    }

    /** Ends after this many bytes. */
    public static InputStream truncatedAt(InputStream in, long offset) {
        return new Ending(in, offset) {
            @Override
            int end() {
                return -1;
            }
        };
    }

    /** Reports no available bytes, as network streams may at any time. */
    public static InputStream neverAvailable(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int available() {
                return 0;
            }
        };
    }

    /** Counts bytes and closings. */
    public static Counting counting(InputStream in) {
        return new Counting(in);
    }

    /** A stream that counts. */
    public static final class Counting extends FilterInputStream {

        private long count;
        private int closings;

        private Counting(InputStream in) {
            super(in);
        }

        /** The bytes read or skipped so far. */
        public long count() {
            return count;
        }

        /** How often it was closed. */
        public int closings() {
            return closings;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = in.read(to, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = in.skip(bytes);
            count += skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            closings++;
            in.close();
        }
    }

    private abstract static class Chunked extends FilterInputStream {

        Chunked(InputStream in) {
            super(in);
        }

        abstract int nextChunk();

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return length == 0 ? 0 : in.read(to, offset, Math.min(length, nextChunk()));
        }
    }

    private abstract static class Ending extends FilterInputStream {

        private long left;

        Ending(InputStream in, long offset) {
            super(in);
            this.left = offset;
        }

        abstract int end() throws IOException;

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return end();
            }
            int value = in.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return end();
            }
            int read = in.read(to, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = in.skip(Math.min(bytes, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
