package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps answers in a file, a line of JSON each, appended as they come: whatever was written before a kill is there afterwards,
 * and a line that was cut short is dropped. Of several answers for an NPI the last counts, for as long as its lifetime says.
 * One process at a time; safe for use by several threads.
 */
public final class LookupJournal implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(LookupJournal.class);
    private static final String HEADER = "{\"journal\":\"tic4j-nppes-lookups\",\"version\":1}";
    private static final int FORCE_EVERY = 100;
    private static final int BLOCK = 1 << 16;
    private static final int MAX_LINE = 1 << 22;

    private final Path path;
    private final FileChannel channel;
    private final CacheLifetimes lifetimes;
    private final InstantSource clock;
    private final OffsetMap offsets = new OffsetMap();
    private long end;
    private int unforced;

    private LookupJournal(Path path, FileChannel channel, CacheLifetimes lifetimes, InstantSource clock) {
        this.path = path;
        this.channel = channel;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /** Opens a journal, or begins one, with the default lifetimes. */
    public static LookupJournal open(Path path) throws IOException {
        return open(path, CacheLifetimes.defaults(), InstantSource.system());
    }

    /**
     * Opens a journal, or begins one.
     *
     * @throws IllegalStateException if another process has it open
     * @throws MalformedContentException if the file is not a journal, or damaged in its midst
     */
    public static LookupJournal open(Path path, CacheLifetimes lifetimes, InstantSource clock) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        LookupJournal journal = new LookupJournal(path, channel, lifetimes, clock);
        try {
            journal.lock();
            journal.replay();
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * The answers that are kept, however old, as a directory that asks nobody. It answers until the journal is closed.
     *
     * @return a directory whose {@code find} throws {@link UncheckedIOException} if the journal cannot be read
     */
    public ProviderDirectory answers() {
        return npi -> {
            try {
                JournalLine line = line(npi);
                return Optional.ofNullable(line == null ? null : line.provider());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** A kept answer that still counts, or {@code null} if nothing is kept or it is too old. */
    @Nullable
    JournalLine find(Npi npi) throws IOException {
        JournalLine line = line(npi);
        return line != null && line.isFresh(clock.instant(), lifetimes) ? line : null;
    }

    private synchronized @Nullable JournalLine line(Npi npi) throws IOException {
        long offset = offsets.get(npi.value());
        return offset < 0 ? null : JournalLine.parse(lineAt(offset), path.toString());
    }

    /** Keeps an answer. */
    synchronized void record(Npi npi, Optional<Provider> answer) throws IOException {
        Instant now = clock.instant();
        long offset = end;
        append(new JournalLine(npi, now, answer.orElse(null)).toJson());
        offsets.put(npi.value(), offset);
        if (++unforced == FORCE_EVERY) {
            force();
        }
    }

    /** How many NPIs have an answer, fresh or not. */
    public synchronized int size() {
        return offsets.size();
    }

    /** Forces what is left to the disk. */
    @Override
    public synchronized void close() throws IOException {
        if (channel.isOpen()) {
            force();
            channel.close();
        }
    }

    private void force() throws IOException {
        channel.force(false);
        unforced = 0;
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // Held within this process: the same to the caller.
        }
        throw new IllegalStateException("Another process has the journal open: " + path);
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
    }

    /** Reads all lines. Unreadable ones at the end were cut short by a kill and are dropped; before a good one they are damage. */
    private void replay() throws IOException {
        LineReader lines = new LineReader();
        String header = lines.next();
        if (header == null && isBegun(lines.rest())) {
            append(HEADER);
            return;
        }
        if (!HEADER.equals(header)) {
            throw new MalformedContentException(
                    "Cannot read the journal: the file is not one of lookups", Location.of(path.toString(), 0));
        }
        end = lines.position;
        long firstBad = -1;
        for (String text = lines.next(); text != null; text = lines.next()) {
            JournalLine line = JournalLine.parse(text, path.toString());
            if (line == null) {
                firstBad = firstBad < 0 ? end : firstBad;
            } else if (firstBad >= 0) {
                throw new MalformedContentException(
                        "Cannot read the journal: an unreadable line", Location.of(path.toString(), firstBad));
            } else {
                offsets.put(line.npi().value(), end);
            }
            end = lines.position;
        }
        end = firstBad < 0 ? end : firstBad;
        if (end < channel.size()) {
            log.warn("{}: the last {} bytes were cut short and are dropped", path, channel.size() - end);
            channel.truncate(end);
        }
    }

    /** Whether the file is empty, or its first line was cut short. */
    private static boolean isBegun(String content) {
        return HEADER.startsWith(content);
    }

    private String lineAt(long offset) throws IOException {
        LineReader lines = new LineReader();
        lines.position = offset;
        String line = lines.next();
        if (line == null) {
            throw new EOFException("The journal became shorter: " + path);
        }
        return line;
    }

    /** Reads line by line from a position; what follows the last line break is no line. */
    private final class LineReader {

        private long position;
        private byte[] buffer = new byte[0];
        private int from;

        /** What follows the last line break. */
        String rest() {
            return new String(buffer, from, buffer.length - from, StandardCharsets.UTF_8);
        }

        @Nullable
        String next() throws IOException {
            int searched = from;
            while (true) {
                for (int i = searched; i < buffer.length; i++) {
                    if (buffer[i] == '\n') {
                        String line = new String(buffer, from, i - from, StandardCharsets.UTF_8);
                        position += i + 1 - from;
                        from = i + 1;
                        return line;
                    }
                }
                int kept = buffer.length - from;
                if (kept > MAX_LINE) {
                    throw new MalformedContentException(
                            "Cannot read the journal: a line of more than " + MAX_LINE + " bytes",
                            Location.of(path.toString(), position));
                }
                ByteBuffer more = ByteBuffer.allocate(BLOCK);
                int read = channel.read(more, position + kept);
                if (read < 0) {
                    return null;
                }
                byte[] joined = Arrays.copyOfRange(buffer, from, buffer.length + read);
                System.arraycopy(more.array(), 0, joined, kept, read);
                buffer = joined;
                from = 0;
                searched = kept;
            }
        }
    }
}
