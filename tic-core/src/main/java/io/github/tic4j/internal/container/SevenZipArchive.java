package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.inflate.ByteInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** A 7z archive. Its directory stands at its end, so it is copied to a temporary file first. */
final class SevenZipArchive implements Archive {

    private static final String LABEL = "7z";
    private static final String ARTIFACTS = "org.apache.commons:commons-compress and org.tukaani:xz";
    private static final int START_HEADER_SIZE = 32;

    private final Path spool;
    private final Foreign border;
    private @Nullable Entries entries;

    private SevenZipArchive(Path spool, Foreign border) {
        this.spool = spool;
        this.border = border;
    }

    /** Copies the archive, which begins at the position of the input and ends with it, and opens the copy. */
    static SevenZipArchive open(ByteInput input, ContainerOptions options) throws IOException {
        Path folder = options.spoolFolder();
        Path spool =
                folder == null ? Files.createTempFile("tic4j-", ".7z") : Files.createTempFile(folder, "tic4j-", ".7z");
        SevenZipArchive archive = new SevenZipArchive(spool, new Foreign(LABEL, ARTIFACTS, input, options));
        try {
            try (OutputStream out = Files.newOutputStream(spool)) {
                input.transferTo(out);
            }
            archive.checkLength(input);
            archive.entries = archive.border.call(() -> new Entries(spool, options.maxDecoderMemory()));
            return archive;
        } finally {
            if (archive.entries == null) {
                archive.close();
            }
        }
    }

    @Override
    public @Nullable Member next() throws IOException {
        Entries open = Objects.requireNonNull(entries);
        String name = border.<@Nullable String>call(open::next);
        return name == null ? null : new Member(name, border.content(open.content()));
    }

    @Override
    public void close() throws IOException {
        try {
            if (entries != null) {
                entries.close();
            }
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    /** The first 32 bytes say where the directory is, so that a cut-off archive can be told from a damaged one. */
    private void checkLength(ByteInput input) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(START_HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel file = FileChannel.open(spool)) {
            while (start.hasRemaining() && file.read(start) >= 0) {
                // Until the header is complete or the file ends.
            }
            long directoryEnd = START_HEADER_SIZE + start.getLong(12) + start.getLong(20);
            if (start.hasRemaining() || directoryEnd > file.size()) {
                throw input.truncated("7z archive ends before the end of its directory");
            }
        }
    }

    /** The only class that touches the library. */
    private static final class Entries implements Closeable {

        private final SevenZFile file;

        Entries(Path path, long maxMemory) throws IOException {
            file = SevenZFile.builder()
                    .setPath(path)
                    .setMaxMemoryLimitKiB((int) Math.min(Integer.MAX_VALUE, maxMemory >> 10))
                    .get();
        }

        @Nullable
        String next() throws IOException {
            SevenZArchiveEntry entry = file.getNextEntry();
            while (entry != null && (entry.isDirectory() || !entry.hasStream())) {
                entry = file.getNextEntry();
            }
            return entry == null ? null : Archive.readable(String.valueOf(entry.getName()));
        }

        /** The content of the entry that came last; closing it leaves the archive open. */
        InputStream content() {
            return new BulkStream() {
                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return file.read(target, offset, length);
                }
            };
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
