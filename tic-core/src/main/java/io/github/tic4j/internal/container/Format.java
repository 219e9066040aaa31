package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.internal.inflate.GzipStream;
import io.github.tic4j.source.TruncatedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wrappings that are known by their first bytes. */
enum Format {
    GZIP("gzip", "1f8b"),
    ZIP("zip", "504b0304"),
    EMPTY_ZIP("zip", "504b0506"),
    SPANNED_ZIP("zip", "504b0708"),
    SEVEN_ZIP("7z", "377abcaf271c"),
    ZSTD("zstd", "28b52ffd"),
    XZ("xz", "fd377a585a00"),
    BZIP2("bzip2", "425a68");

    final String label;

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final byte[] magic;

    Format(String label, String magic) {
        this.label = label;
        this.magic = HexFormat.of().parseHex(magic);
    }

    boolean isArchive() {
        return this == ZIP || this == EMPTY_ZIP || this == SPANNED_ZIP || this == SEVEN_ZIP;
    }

    /** Opens a wrapping with members, which begins at the position of the input. */
    Archive archive(ByteInput input, ContainerOptions options, List<ContainerNote> notes) throws IOException {
        if (this == SEVEN_ZIP) {
            return SevenZipArchive.open(input, options);
        }
        return new ZipArchive(input, options, notes);
    }

    /** Opens a wrapping around one stream, which begins at the position of the input. */
    InputStream decompress(ByteInput input, ContainerOptions options) throws IOException {
        return switch (this) {
            case GZIP -> GzipStream.open(input, options.inflater(), options.threads());
            case ZSTD -> Codec.ZSTD.open(input, input, options);
            case XZ -> Codec.XZ.open(input, input, options);
            case BZIP2 -> Codec.BZIP2.open(input, input, options);
            default -> throw new IllegalStateException(label + " has members");
        };
    }

    /**
     * The wrapping that begins at the position of the input, or {@code null} if it is none of these.
     *
     * @throws TruncatedContentException if the input ends within the first bytes of one
     */
    static @Nullable Format of(ByteInput input) throws IOException {
        for (Format format : values()) {
            int agreeing = 0;
            while (agreeing < format.magic.length
                    && input.require(agreeing + 1)
                    && input.peek(agreeing) == (format.magic[agreeing] & 0xff)) {
                agreeing++;
            }
            if (agreeing == format.magic.length) {
                return format;
            }
            if (agreeing > 0 && !input.require(agreeing + 1)) {
                throw input.truncated("Content ends within the first bytes of a " + format.label + " file");
            }
        }
        return null;
    }
}
