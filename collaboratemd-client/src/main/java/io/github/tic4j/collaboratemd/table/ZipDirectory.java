package io.github.tic4j.collaboratemd.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The central directory of a ZIP archive in memory. It is read instead of the local headers because it tells how many
 * files there are (a cut archive is noticed) and because stored entries may carry their sizes only here.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long IN_ZIP64 = 0xffffffffL;

    private final ByteBuffer zip;

    private ZipDirectory(byte[] bytes) {
        zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where a file lies in the archive, and what the directory states of it. */
    record Slot(String name, boolean isStored, int start, int length, long size, int crc) {

        InputStream open(byte[] bytes) {
            InputStream raw = new ByteArrayInputStream(bytes, start, length);
            return isStored
                    ? raw
                    : new InflaterInputStream(raw, new Inflater(true), 1 << 14) {
                        @Override
                        public void close() throws IOException {
                            super.close();
                            inf.end();
                        }
                    };
        }
    }

    static List<Slot> read(byte[] bytes, int maxEntries) {
        try {
            return new ZipDirectory(bytes).slots(maxEntries);
        } catch (IndexOutOfBoundsException e) {
            throw new ReportContentException("the ZIP directory points outside the archive");
        }
    }

    private List<Slot> slots(int maxEntries) {
        int end = end();
        int count = zip.getShort(end + 10) & 0xffff;
        if (count > maxEntries) {
            throw new ReportContentException(count + " files in the archive, more than maxEntries=" + maxEntries);
        }
        long position = unsigned(end + 16);
        List<Slot> slots = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(Math.min(position, Integer.MAX_VALUE));
            require(zip.getInt(at) == ENTRY_SIGNATURE, "the ZIP directory is damaged");
            int nameLength = zip.getShort(at + 28) & 0xffff;
            String name = text(at + ENTRY_LENGTH, nameLength);
            if (!name.endsWith("/")) {
                require(names.add(name), "two files of one name in the archive");
                slots.add(slot(at, name));
            }
            position = (long) at
                    + ENTRY_LENGTH
                    + nameLength
                    + (zip.getShort(at + 30) & 0xffff)
                    + (zip.getShort(at + 32) & 0xffff);
        }
        return slots;
    }

    private Slot slot(int at, String name) {
        require((zip.getShort(at + 8) & ENCRYPTED) == 0, "an encrypted file in the archive");
        int method = zip.getShort(at + 10);
        require(method == STORED || method == DEFLATED, "a file compressed by the unknown method " + method);
        long length = unsigned(at + 20);
        long size = unsigned(at + 24);
        long local = unsigned(at + 42);
        require(length != IN_ZIP64 && size != IN_ZIP64 && local != IN_ZIP64, "a ZIP64 archive");
        int header = Math.toIntExact(Math.min(local, Integer.MAX_VALUE));
        require(zip.getInt(header) == LOCAL_SIGNATURE, "the ZIP directory is damaged");
        long start = (long) header
                + LOCAL_LENGTH
                + (zip.getShort(header + 26) & 0xffff)
                + (zip.getShort(header + 28) & 0xffff);
        require(start + length <= zip.limit(), "the ZIP directory points outside the archive");
        return new Slot(name, method == STORED, (int) start, (int) length, size, zip.getInt(at + 16));
    }

    private int end() {
        int last = zip.limit() - END_LENGTH;
        for (int at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
            if (zip.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new ReportContentException("not a whole ZIP archive");
    }

    private long unsigned(int at) {
        return zip.getInt(at) & 0xffffffffL;
    }

    private String text(int at, int length) {
        byte[] name = new byte[length];
        zip.get(at, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ReportContentException(otherwise);
        }
    }
}
