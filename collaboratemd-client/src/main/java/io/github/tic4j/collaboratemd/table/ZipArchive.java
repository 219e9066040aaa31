package io.github.tic4j.collaboratemd.table;

import io.github.tic4j.collaboratemd.table.ZipDirectory.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A ZIP archive in memory, read through once when it is made: every file inflates to the size and checksum that the
 * directory states, within the limits. What is opened afterwards is therefore whole; a cut download never shows half its
 * rows. Immutable and thread-safe. ZIP64, encrypted and multi-volume archives are refused.
 */
public final class ZipArchive {

    private static final int RATIO_LOOKED_AT_FROM = 1 << 20;

    private final byte[] bytes;
    private final Map<Entry, Slot> slots;

    private ZipArchive(byte[] bytes, Map<Entry, Slot> slots) {
        this.bytes = bytes;
        this.slots = slots;
    }

    /**
     * One file of an archive.
     *
     * @param name the path inside the archive
     * @param size the inflated size in bytes
     * @param isUtf8 whether the content is well-formed UTF-8
     */
    public record Entry(String name, long size, boolean isUtf8) {}

    /**
     * Reads the directory and verifies every file. The array is not copied and must not change afterwards.
     *
     * @throws ReportContentException if the bytes are no whole ZIP archive or exceed a limit
     */
    public static ZipArchive of(byte[] bytes, ArchiveLimits limits) {
        Map<Entry, Slot> slots = new LinkedHashMap<>();
        long total = 0;
        for (Slot slot : ZipDirectory.read(bytes, limits.maxEntries())) {
            total += slot.size();
            if (total > limits.maxInflatedBytes()) {
                throw new ReportContentException("larger than maxInflatedBytes=" + limits.maxInflatedBytes());
            }
            if (slot.size() > RATIO_LOOKED_AT_FROM && slot.size() / limits.maxRatio() > slot.length()) {
                throw new ReportContentException("a file inflates by more than maxRatio=" + limits.maxRatio());
            }
            slots.put(verify(bytes, slot), slot);
        }
        return new ZipArchive(bytes, slots);
    }

    /**
     * As {@link #of(byte[], ArchiveLimits)}, from Base64 text; line breaks and other characters outside the alphabet are
     * skipped.
     */
    public static ZipArchive fromBase64(String text, ArchiveLimits limits) {
        byte[] decoded;
        try {
            decoded = Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // No cause: the decoder's message quotes the text.
            throw new ReportContentException("the data is not whole Base64");
        }
        return of(decoded, limits);
    }

    /** The files, in the order of the directory. */
    public List<Entry> entries() {
        return List.copyOf(slots.keySet());
    }

    /** A new stream over the content of a file; the caller closes it. */
    public InputStream open(Entry entry) {
        Slot slot = slots.get(entry);
        if (slot == null) {
            throw new IllegalArgumentException("no file of this archive: " + entry.name());
        }
        return slot.open(bytes);
    }

    /** A copy of the archive as it was downloaded. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The number of files and bytes; never content. */
    @Override
    public String toString() {
        return "ZipArchive[" + slots.size() + " files, " + bytes.length + " bytes]";
    }

    private static Entry verify(byte[] bytes, Slot slot) {
        CRC32 crc = new CRC32();
        Utf8Check utf8 = new Utf8Check();
        long size = 0;
        byte[] buffer = new byte[1 << 15];
        try (InputStream in = slot.open(bytes)) {
            for (int n; (n = in.read(buffer)) >= 0 && size <= slot.size(); size += n) {
                crc.update(buffer, 0, n);
                utf8.update(buffer, n);
            }
        } catch (IOException e) {
            throw new ReportContentException("a file in the archive does not inflate");
        }
        if (size != slot.size() || (int) crc.getValue() != slot.crc()) {
            throw new ReportContentException("a file in the archive differs from its stated size or checksum");
        }
        return new Entry(slot.name(), size, utf8.isWellFormed());
    }
}
