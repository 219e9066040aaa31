package io.github.tic4j.claims.read;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings together the rows that share a key, wherever in the input they stand; without a key, each row is a group. Up to
 * a number of rows it works in memory, and the groups come in the order of their first rows; above, it partitions the
 * rows by key into temporary files (readable by their owner only, removed on close), and the groups come partition by
 * partition, the rows of one partition being held in memory. Either way the order is the same at every run.
 */
final class RowGroups extends Batches<List<SourceRow>> {

    static final int ROWS_IN_MEMORY = 20_000;

    private static final int PARTITIONS = 256;
    private static final int ROW = 1;

    private final Iterator<SourceRow> rows;
    private final @Nullable Function<SourceRow, @Nullable String> key;
    private final int rowsInMemory;
    private final List<SourceRow.Header> headers = new ArrayList<>();
    private final Map<SourceRow.Header, Integer> numbers = new HashMap<>();
    private final List<Path> unread = new ArrayList<>();
    private @Nullable Path folder;
    private boolean started;

    RowGroups(Iterator<SourceRow> rows, @Nullable Function<SourceRow, @Nullable String> key, int rowsInMemory) {
        this.rows = rows;
        this.key = key;
        this.rowsInMemory = rowsInMemory;
    }

    @Override
    @Nullable
    Iterator<List<SourceRow>> nextBatch() throws IOException {
        if (key == null) {
            return rows.hasNext() ? List.of(List.of(rows.next())).iterator() : null;
        }
        if (started) {
            return unread.isEmpty() ? null : load(unread.remove(0)).values().iterator();
        }
        started = true;
        Map<String, List<SourceRow>> held = new LinkedHashMap<>();
        for (int count = 0; count < rowsInMemory && rows.hasNext(); count++) {
            hold(rows.next(), held);
        }
        if (!rows.hasNext()) {
            return held.values().iterator();
        }
        spill(held);
        return Collections.emptyIterator();
    }

    @Override
    public void close() throws IOException {
        Path spilled = folder;
        folder = null;
        if (spilled == null) {
            return;
        }
        for (Path file : unread) {
            Files.deleteIfExists(file);
        }
        unread.clear();
        Files.deleteIfExists(spilled);
    }

    /** Rows whose key is blank are nobody's and stay apart. */
    private String keyOf(SourceRow row) {
        String value = key == null ? null : key.apply(row);
        return value == null ? "\0" + row.lineage() : value;
    }

    private void hold(SourceRow row, Map<String, List<SourceRow>> held) {
        held.computeIfAbsent(keyOf(row), k -> new ArrayList<>()).add(row);
    }

    private void spill(Map<String, List<SourceRow>> held) throws IOException {
        Path target = Files.createTempDirectory("claim-rows");
        folder = target;
        List<DataOutputStream> out = new ArrayList<>();
        try {
            for (int i = 0; i < PARTITIONS; i++) {
                Path file = target.resolve("p" + i);
                unread.add(file);
                out.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
            }
            for (List<SourceRow> group : held.values()) {
                for (SourceRow row : group) {
                    write(row, out);
                }
            }
            while (rows.hasNext()) {
                write(rows.next(), out);
            }
        } finally {
            for (DataOutputStream stream : out) {
                stream.close();
            }
        }
    }

    private void write(SourceRow row, List<DataOutputStream> out) throws IOException {
        int header = numbers.computeIfAbsent(row.header(), added -> {
            headers.add(added);
            return headers.size() - 1;
        });
        DataOutputStream stream = out.get(Math.floorMod(keyOf(row).hashCode(), PARTITIONS));
        stream.writeByte(ROW);
        stream.writeInt(header);
        stream.writeLong(row.lineage().line());
        for (String value : row.values()) {
            write(value, stream);
        }
        write(row.raw(), stream);
    }

    private Map<String, List<SourceRow>> load(Path file) throws IOException {
        Map<String, List<SourceRow>> held = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (in.read() == ROW) {
                SourceRow.Header header = headers.get(in.readInt());
                long line = in.readLong();
                List<String> values = new ArrayList<>();
                for (int i = 0; i < header.columns().size(); i++) {
                    values.add(read(in));
                }
                hold(new SourceRow(header, line, values, read(in)), held);
            }
        }
        Files.delete(file);
        return held;
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
