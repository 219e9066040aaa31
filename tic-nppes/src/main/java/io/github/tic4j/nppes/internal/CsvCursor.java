package io.github.tic4j.nppes.internal;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits CSV (RFC 4180, any line end, quotes optional) into the fields that are not empty. Blanks around a value are not
 * part of it; a byte order mark is skipped.
 *
 * <p>This is the module's kernel, long where that makes it fast. NPPES's main file has 330 columns, all in quotes, of which
 * some 25 are filled: four bytes in five are the quotes and commas of empty fields. So two things are done eight bytes at a
 * time: up to eight empty fields are one comparison of three words, and the closing quote of a filled field is found by the usual
 * zero-byte test on the word XORed with quotes. What is reported per row is the list of filled fields only, so that a row
 * costs its consumer what it holds and not how wide it is. A row that the buffer cuts is scanned again once the rest is
 * there; that happens once per buffer.
 *
 * <p>One pass, one thread; what a row shows is valid until the next call of {@link #next()}.
 */
public final class CsvCursor implements Closeable {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PADDING = 32;
    private static final int FIRST_BUFFER = 1 << 20;
    private static final int MAX_ROW = 1 << 24;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int FIELDS_AT_ONCE = 8;
    private static final int EMPTY_BYTES = 3 * FIELDS_AT_ONCE;
    private static final byte[] EMPTY_FIELDS =
            "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",".getBytes(StandardCharsets.US_ASCII);
    private static final long EMPTY_1 = (long) LONGS.get(EMPTY_FIELDS, 0);
    private static final long EMPTY_2 = (long) LONGS.get(EMPTY_FIELDS, 8);
    private static final long EMPTY_3 = (long) LONGS.get(EMPTY_FIELDS, 16);

    private final InputStream in;
    private final String name;
    private byte[] buffer = new byte[FIRST_BUFFER + PADDING];
    private int position;
    private int limit;
    private long bufferOffset;
    private boolean atEnd;

    private int rowStart;
    private int columns;
    private int filled;
    private int[] column = new int[64];
    private int[] start = new int[64];
    private int[] end = new int[64];
    private boolean[] escaped = new boolean[64];
    private boolean anyEscaped;

    /**
     * A cursor before the first row.
     *
     * @param in the bytes; closed with the cursor
     * @param name the name of the source, for messages
     */
    public CsvCursor(InputStream in, String name) throws IOException {
        this.in = in;
        this.name = name;
        fill();
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /**
     * Moves to the next row that is not blank.
     *
     * @return whether there is one
     * @throws TruncatedContentException if the input ends within quotes
     * @throws MalformedContentException if something follows a closing quote, or a row is longer than 16 MiB
     */
    public boolean next() throws IOException {
        while (position < limit || !atEnd) {
            int after = scanRow();
            if (after < 0) {
                makeRoom();
                fill();
                continue;
            }
            rowStart = position;
            position = after;
            if (columns > 1 || filled > 0) {
                if (anyEscaped) {
                    unescape();
                }
                return true;
            }
        }
        return false;
    }

    /** How many columns the row has, empty ones included. */
    public int columns() {
        return columns;
    }

    /** How many of them are not empty. */
    public int filled() {
        return filled;
    }

    /** The column of the i-th filled field. */
    public int column(int i) {
        return column[i];
    }

    /** Where the i-th filled field starts in {@link #bytes()}. */
    public int start(int i) {
        return start[i];
    }

    /** Where the i-th filled field ends in {@link #bytes()}. */
    public int end(int i) {
        return end[i];
    }

    /** The buffer; not to be changed. */
    public byte[] bytes() {
        return buffer;
    }

    /** The i-th filled field, decoded as UTF-8 with replacement of what is not. */
    public String text(int i) {
        return new String(buffer, start[i], end[i] - start[i], StandardCharsets.UTF_8);
    }

    /** All columns of the row, empty ones as "". */
    public List<String> texts() {
        List<String> all = new ArrayList<>(columns);
        for (int i = 0; i < filled; i++) {
            while (all.size() < column[i]) {
                all.add("");
            }
            all.add(text(i));
        }
        while (all.size() < columns) {
            all.add("");
        }
        return all;
    }

    /** Where the row starts in the input. */
    public long offset() {
        return bufferOffset + rowStart;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Scans the row at {@link #position}; the position after it, or -1 if the buffer ends before the row does. */
    private int scanRow() {
        byte[] bytes = buffer;
        int p = position;
        int col = 0;
        filled = 0;
        anyEscaped = false;
        while (true) {
            int empty = FIELDS_AT_ONCE;
            while (empty == FIELDS_AT_ONCE && p + EMPTY_BYTES <= limit) {
                empty = emptyFields(bytes, p);
                col += empty;
                p += 3 * empty;
            }
            if (p < limit && bytes[p] == '"') {
                int from = p + 1;
                boolean doubled = false;
                int q = quote(from);
                while (q + 1 < limit && bytes[q + 1] == '"') {
                    doubled = true;
                    anyEscaped = true;
                    q = quote(q + 2);
                }
                if (q >= limit) {
                    return unclosed(p);
                }
                if (q > from) {
                    add(col, from, q, doubled);
                }
                p = q + 1;
            } else {
                int from = p;
                while (p < limit && bytes[p] != ',' && bytes[p] != '\n' && bytes[p] != '\r') {
                    p++;
                }
                if (p > from) {
                    add(col, from, p, false);
                }
            }
            col++;
            if (p >= limit) {
                columns = col;
                return atEnd ? p : -1;
            }
            byte delimiter = bytes[p++];
            if (delimiter != ',') {
                columns = col;
                return endOfRow(delimiter, p);
            }
        }
    }

    /** How many of the next eight fields are empty, up to the first that is not. */
    private static int emptyFields(byte[] bytes, int p) {
        long difference = (long) LONGS.get(bytes, p) ^ EMPTY_1;
        int equal = 0;
        if (difference == 0) {
            difference = (long) LONGS.get(bytes, p + 8) ^ EMPTY_2;
            equal = 8;
        }
        if (difference == 0) {
            difference = (long) LONGS.get(bytes, p + 16) ^ EMPTY_3;
            equal = 16;
        }
        if (difference == 0) {
            return FIELDS_AT_ONCE;
        }
        return (equal + (Long.numberOfTrailingZeros(difference) >>> 3)) / 3;
    }

    private int endOfRow(byte delimiter, int p) {
        if (delimiter == '\n') {
            return p;
        }
        if (delimiter != '\r') {
            throw new MalformedContentException(
                    "Cannot read CSV: expected a comma or the end of the row after a closing quote, was '"
                            + (char) (delimiter & 0xFF) + "'",
                    Location.of(name, bufferOffset + p - 1));
        }
        if (p >= limit && !atEnd) {
            return -1;
        }
        return p < limit && buffer[p] == '\n' ? p + 1 : p;
    }

    /** The next quote at or after p, or the limit if there is none; the padding makes reading beyond it harmless. */
    private int quote(int p) {
        while (p < limit) {
            long word = (long) LONGS.get(buffer, p) ^ QUOTES;
            long hit = (word - LOW_BITS) & ~word & HIGH_BITS;
            if (hit != 0) {
                return Math.min(limit, p + (Long.numberOfTrailingZeros(hit) >>> 3));
            }
            p += 8;
        }
        return limit;
    }

    private int unclosed(int quote) {
        if (atEnd) {
            throw new TruncatedContentException(
                    "Cannot read CSV: the input ends within a quoted value", Location.of(name, bufferOffset + quote));
        }
        return -1;
    }

    private void add(int col, int from, int to, boolean doubled) {
        while (from < to && buffer[from] == ' ') {
            from++;
        }
        while (from < to && buffer[to - 1] == ' ') {
            to--;
        }
        if (from == to) {
            return;
        }
        if (filled == column.length) {
            int more = 2 * filled;
            column = Arrays.copyOf(column, more);
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            escaped = Arrays.copyOf(escaped, more);
        }
        column[filled] = col;
        start[filled] = from;
        end[filled] = to;
        escaped[filled] = doubled;
        filled++;
    }

    /** Turns doubled quotes into single ones, in place: only a complete row may be changed, for a cut one is scanned again. */
    private void unescape() {
        for (int i = 0; i < filled; i++) {
            if (!escaped[i]) {
                continue;
            }
            int to = start[i];
            for (int from = start[i]; from < end[i]; from++) {
                buffer[to++] = buffer[from];
                if (buffer[from] == '"') {
                    from++;
                }
            }
            end[i] = to;
        }
    }

    private void makeRoom() {
        int kept = limit - position;
        if (kept == buffer.length - PADDING) {
            if (kept >= MAX_ROW) {
                throw new MalformedContentException(
                        "Cannot read CSV: a row is longer than 16 MiB, so a quote is probably not closed",
                        Location.of(name, bufferOffset + position));
            }
            buffer = Arrays.copyOf(buffer, 2 * kept + PADDING);
            return;
        }
        System.arraycopy(buffer, position, buffer, 0, kept);
        bufferOffset += position;
        position = 0;
        limit = kept;
    }

    private void fill() throws IOException {
        int room = buffer.length - PADDING - limit;
        int read = in.readNBytes(buffer, limit, room);
        limit += read;
        atEnd = read < room;
        Arrays.fill(buffer, limit, Math.min(buffer.length, limit + PADDING), (byte) 0);
    }
}
