package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.source.ContentException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The compressions that need a library which the user adds where his files need it. */
enum Codec {
    DEFLATE64("Deflate64", "org.apache.commons:commons-compress"),
    BZIP2("bzip2", "org.apache.commons:commons-compress"),
    XZ("xz", "org.tukaani:xz"),
    ZSTD("zstd", "com.github.luben:zstd-jni");

    private final String label;
    private final String artifact;

    Codec(String label, String artifact) {
        this.label = label;
        this.artifact = artifact;
    }

    /** The compression that a method number in a zip archive stands for, or {@code null} if it is none of these. */
    static @Nullable Codec ofZipMethod(int method) {
        return switch (method) {
            case 9 -> DEFLATE64;
            case 12 -> BZIP2;
            case 93 -> ZSTD;
            case 95 -> XZ;
            default -> null;
        };
    }

    String label() {
        return label;
    }

    /**
     * Decompresses a stream.
     *
     * @param compressed the stream
     * @param place where it comes from, for messages
     * @throws ContentException if the library is absent or the stream is damaged at its start
     */
    InputStream open(InputStream compressed, ByteInput place, ContainerOptions options) throws IOException {
        Foreign border = new Foreign(label, artifact, place, options);
        InputStream watched = border.watched(compressed);
        return border.content(border.call(() -> decoder(watched, options)));
    }

    private InputStream decoder(InputStream in, ContainerOptions options) throws IOException {
        return switch (this) {
            case DEFLATE64 -> Deflate64.open(in);
            case BZIP2 -> Bzip2.open(in);
            case XZ -> Xz.open(in, options.maxDecoderMemory());
            case ZSTD -> Zstd.open(in);
        };
    }

    // Each library is touched in a class of its own, which is not loaded before it is needed.

    private static final class Deflate64 {
        static InputStream open(InputStream in) {
            return new Deflate64CompressorInputStream(in);
        }
    }

    private static final class Bzip2 {
        static InputStream open(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    }

    private static final class Xz {
        static InputStream open(InputStream in, long maxMemory) throws IOException {
            return new XZInputStream(in, (int) Math.min(Integer.MAX_VALUE, maxMemory >> 10));
        }
    }

    private static final class Zstd {
        static InputStream open(InputStream in) throws IOException {
            return new com.github.luben.zstd.ZstdInputStream(in);
        }
    }
}
