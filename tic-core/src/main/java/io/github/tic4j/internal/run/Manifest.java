package io.github.tic4j.internal.run;

import io.github.tic4j.table.PendingFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is done in a folder, as lines that are only ever added and are on the disk before anybody relies on them. A last line
 * without its line break was cut off by a crash: nobody relied on it, and it is taken off again.
 */
final class Manifest implements Closeable {

    static final String FILE = "manifest.jsonl";

    private final Path file;
    private final List<ManifestEntry> read;
    private FileChannel channel;

    private Manifest(Path file, List<ManifestEntry> read, FileChannel channel) {
        this.file = file;
        this.read = read;
        this.channel = channel;
    }

    /**
     * Opens the manifest of a folder, or begins one.
     *
     * @throws IOException if a whole line cannot be read; the message names it
     */
    static Manifest open(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        byte[] bytes = bytes(file);
        int end = endOfLines(bytes);
        List<ManifestEntry> entries = decode(file, new String(bytes, 0, end, StandardCharsets.UTF_8));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(end);
        channel.position(end);
        Disk.force(folder);
        return new Manifest(file, entries, channel);
    }

    /** The whole lines of a folder's manifest, without opening it for more. */
    static List<ManifestEntry> peek(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        byte[] bytes = bytes(file);
        return decode(file, new String(bytes, 0, endOfLines(bytes), StandardCharsets.UTF_8));
    }

    /** What it held when it was opened. */
    List<ManifestEntry> read() {
        return read;
    }

    /** Adds lines; they are on the disk on return. */
    synchronized void append(List<? extends ManifestEntry> entries) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        long before = channel.position();
        ByteBuffer text = ByteBuffer.wrap(encode(entries));
        try {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(false);
        } catch (IOException e) {
            // On a full disk part of a line may have been written: the next line must not be glued to it.
            channel.truncate(before);
            throw e;
        }
    }

    /** Writes the manifest anew, without lines that no longer matter. */
    synchronized void rewrite(List<? extends ManifestEntry> entries) throws IOException {
        try (PendingFile pending = new PendingFile(file)) {
            Files.write(pending.part(), encode(entries));
            pending.commit();
        }
        channel.close();
        channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private static int endOfLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static byte[] encode(List<? extends ManifestEntry> entries) {
        return entries.stream()
                .map(entry -> ManifestCodec.encode(entry) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<ManifestEntry> decode(Path file, String text) throws IOException {
        List<ManifestEntry> entries = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            try {
                entries.add(ManifestCodec.decode(line));
            } catch (IOException e) {
                throw new IOException(
                        "The manifest is damaged in line " + number + " of " + file + ": " + e.getMessage()
                                + "; restore it, or start in an empty folder",
                        e);
            }
        }
        return entries;
    }
}
