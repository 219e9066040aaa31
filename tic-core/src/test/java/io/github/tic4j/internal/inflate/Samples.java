package io.github.tic4j.internal.inflate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Data of many kinds, and what the platform makes of it. */
public final class Samples {

    private Samples() {}

    /** Text like that of a price file. */
    public static byte[] prices(int size, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(size + 400);
        String[] types = {"negotiated", "fee schedule", "derived", "percentage"};
        while (text.length() < size) {
            text.append("{\"provider_references\":[");
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(random.nextInt(20_000)).append(i == 0 ? "" : ",");
            }
            text.append("],\"negotiated_prices\":[{\"negotiated_type\":\"")
                    .append(types[random.nextInt(types.length)])
                    .append("\",\"negotiated_rate\":")
                    .append(random.nextInt(100_000) / 100.0)
                    .append(",\"expiration_date\":\"9999-12-31\",\"service_code\":[\"11\",\"22\"],")
                    .append("\"billing_class\":\"professional\"}]},\n");
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), size);
    }

    /** Bytes that cannot be compressed. */
    public static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Bytes of which each is half as frequent as the one before, so that codes reach their greatest length. */
    static byte[] skewed(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (Long.numberOfTrailingZeros(random.nextLong()) * 7
                    + random.nextInt(100) / 99 * random.nextInt(256));
        }
        return bytes;
    }

    /** Noise that repeats at short and at the greatest distances, in runs of all lengths. */
    static byte[] repeats(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = noise(size, seed);
        int[] distances = {
            1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 257, 258, 259, 32_000, 32_767, 32_768
        };
        for (int i = 0; i < size; ) {
            int distance = distances[random.nextInt(distances.length)];
            int end = Math.min(size, i + 3 + random.nextInt(random.nextInt(4) == 0 ? 1000 : 40));
            for (; i < end; i++) {
                bytes[i] = i < distance ? bytes[i] : bytes[i - distance];
            }
            i += random.nextInt(6);
        }
        return bytes;
    }

    /** A raw DEFLATE stream. */
    public static byte[] deflate(byte[] data, int level, int strategy) {
        return deflate(data, level, strategy, data.length + 1, Deflater.NO_FLUSH);
    }

    /** A raw DEFLATE stream, flushed after every piece. */
    static byte[] deflate(byte[] data, int level, int strategy, int piece, int flush) {
        Deflater deflater = new Deflater(level, true);
        deflater.setStrategy(strategy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int from = 0; from < data.length; from += piece) {
            deflater.setInput(data, from, Math.min(piece, data.length - from));
            int count = deflater.deflate(buffer, 0, buffer.length, flush);
            while (count > 0) {
                out.write(buffer, 0, count);
                count = deflater.deflate(buffer, 0, buffer.length, flush);
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** A gzip member with the plainest header. */
    public static byte[] gzip(byte[] data) {
        return gzip(
                data, deflate(data, 6, Deflater.DEFAULT_STRATEGY), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3
                });
    }

    static byte[] gzip(byte[] data, byte[] deflated, byte[] header) {
        CRC32 crc = new CRC32();
        crc.update(data);
        return concat(header, deflated, littleEndian(crc.getValue()), littleEndian(data.length));
    }

    /** All arrays in one. */
    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Four bytes, the lowest first. */
    public static byte[] littleEndian(long value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    /** Reads to the end, in reads of the given size. */
    static byte[] read(InputStream in, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[size];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }

    /** A stream that gives at most so many bytes at a time. */
    public static InputStream trickle(byte[] data, int most) {
        return new java.io.ByteArrayInputStream(data) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, most));
            }
        };
    }
}
