package io.github.tic4j.nppes.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file of a layer, mapped read-only in segments of 1 GiB. Little-endian. */
final class MappedFile {

    private static final int CHECKED_AT_ONCE = 1 << 24;

    private final ByteBuffer[] segments;

    private MappedFile(ByteBuffer[] segments) {
        this.segments = segments;
    }

    /**
     * Maps a file after comparing its size, and with {@link Verification#FULL} its checksum, with the manifest.
     *
     * @throws io.github.tic4j.source.MalformedContentException if it is absent or differs
     */
    static MappedFile open(Path directory, Manifest.File file, Verification verification) throws IOException {
        Path path = directory.resolve(file.name());
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() != file.bytes()) {
                throw Manifest.refused(
                        "the file has " + channel.size() + " bytes, its manifest says " + file.bytes(),
                        path.toString());
            }
            int count = (int) ((file.bytes() + LayerFiles.SEGMENT - 1) / LayerFiles.SEGMENT);
            ByteBuffer[] segments = new ByteBuffer[count];
            for (int i = 0; i < count; i++) {
                long start = i * LayerFiles.SEGMENT;
                long size = Math.min(LayerFiles.SEGMENT, file.bytes() - start);
                segments[i] =
                        channel.map(FileChannel.MapMode.READ_ONLY, start, size).order(ByteOrder.LITTLE_ENDIAN);
            }
            if (verification == Verification.FULL && !checksum(segments).equals(file.crc32c())) {
                throw Manifest.refused(
                        "the file does not match its checksum; build the snapshot again", path.toString());
            }
            return new MappedFile(segments);
        } catch (NoSuchFileException e) {
            throw Manifest.refused("the file is absent", path.toString());
        }
    }

    /** The segment that holds a position. */
    ByteBuffer segment(long position) {
        return segments[(int) (position / LayerFiles.SEGMENT)];
    }

    /** The whole of a file of at most one segment. */
    ByteBuffer whole() {
        if (segments.length > 1) {
            throw new IllegalStateException("A file of more than " + LayerFiles.SEGMENT + " bytes is not one buffer");
        }
        return segments.length == 0 ? ByteBuffer.allocate(0) : segments[0];
    }

    /** Where a position is within its segment. */
    static int within(long position) {
        return (int) (position & (LayerFiles.SEGMENT - 1));
    }

    private static String checksum(ByteBuffer[] segments) {
        CRC32C checksum = new CRC32C();
        for (ByteBuffer segment : segments) {
            for (int from = 0; from < segment.capacity(); from += CHECKED_AT_ONCE) {
                checksum.update(segment.slice(from, Math.min(CHECKED_AT_ONCE, segment.capacity() - from)));
            }
        }
        return Manifest.hex(checksum.getValue());
    }
}
