package io.github.tic4j.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * The four codecs straight on their libraries. Parquet's own factory would load Hadoop's codec classes; with this one a
 * writer loads no class of Hadoop.
 */
final class Codecs implements CompressionCodecFactory {

    private static final int ZSTD_LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return switch (codec) {
            case ZSTD -> new ZstdCompressor();
            case SNAPPY -> compressor(codec, Snappy::compress);
            case GZIP -> compressor(codec, Codecs::gzip);
            case UNCOMPRESSED -> compressor(codec, bytes -> bytes);
            default -> throw unsupported(codec);
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case ZSTD -> new Decompressor(Codecs::unzstd);
            case SNAPPY -> new Decompressor(Codecs::unsnappy);
            case GZIP -> new Decompressor((bytes, size) -> gunzip(bytes, size));
            case UNCOMPRESSED -> new Decompressor((bytes, size) -> bytes);
            default -> throw unsupported(codec);
        };
    }

    @Override
    public void release() {}

    private static UnsupportedOperationException unsupported(CompressionCodecName codec) {
        return new UnsupportedOperationException(
                "Parquet compression " + codec + " is not supported; ZSTD, SNAPPY, GZIP and UNCOMPRESSED are");
    }

    private static BytesInputCompressor compressor(CompressionCodecName codec, Compressing compressing) {
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput bytes) throws IOException {
                return BytesInput.from(compressing.compress(toArray(bytes)));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return codec;
            }

            @Override
            public void release() {}
        };
    }

    private static byte[] toArray(BytesInput input) throws IOException {
        ByteBuffer buffer = input.toByteBuffer(HeapByteBufferAllocator.getInstance(), unused -> {});
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static byte[] unzstd(byte[] bytes, int size) throws IOException {
        requireSize(size, Zstd.getFrameContentSize(bytes));
        return Zstd.decompress(bytes, size);
    }

    private static byte[] unsnappy(byte[] bytes, int size) throws IOException {
        requireSize(size, Snappy.uncompressedLength(bytes));
        return Snappy.uncompress(bytes);
    }

    /** Looks before an array is made, since damaged bytes may ask for gigabytes. */
    private static void requireSize(int expected, long actual) throws IOException {
        if (expected != actual) {
            throw new IOException("A page has " + actual + " bytes where its header says " + expected);
        }
    }

    private static byte[] gunzip(byte[] bytes, int size) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            return gzip.readNBytes(size);
        }
    }

    private interface Compressing {
        byte[] compress(byte[] bytes) throws IOException;
    }

    private interface Decompressing {
        byte[] decompress(byte[] bytes, int size) throws IOException;
    }

    /** Keeps its native context, which costs more to make than a page to compress. */
    private static final class ZstdCompressor implements BytesInputCompressor {

        private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(ZSTD_LEVEL);

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(context.compress(toArray(bytes)));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            context.close();
        }
    }

    private record Decompressor(Decompressing decompressing) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(decompressing.decompress(toArray(bytes), size));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) throws IOException {
            byte[] compressed = new byte[compressedSize];
            input.get(compressed);
            output.put(decompressing.decompress(compressed, size));
        }

        @Override
        public void release() {}
    }
}
