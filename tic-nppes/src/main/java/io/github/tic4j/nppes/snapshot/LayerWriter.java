package io.github.tic4j.nppes.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the files of one layer. Rows come in any order; records go straight to their file, the fixed rows to a temporary one,
 * and only a long per row stays in heap. At the end those are sorted and the fixed rows written again in that order.
 */
final class LayerWriter implements Closeable {

    private static final String UNSORTED = "unsorted.tmp";

    private final Path directory;
    private final Words words = new Words();
    private final Keys keys;
    private final Keys childKeys = new Keys(0);
    private final FieldBuffer length = new FieldBuffer();
    private final Map<String, Long> counts = new TreeMap<>();
    private final OutputFile unsorted;
    private final OutputFile records;
    private final OutputFile children;

    /**
     * A writer into an empty folder.
     *
     * @param expected how many providers there will be, roughly
     */
    LayerWriter(Path directory, int expected) throws IOException {
        this.directory = directory;
        keys = new Keys(expected);
        unsorted = new OutputFile(directory.resolve(UNSORTED));
        records = new OutputFile(directory.resolve(LayerFiles.RECORDS));
        children = new OutputFile(directory.resolve(LayerFiles.CHILDREN));
    }

    /** The dictionaries by which the rows are to be encoded. */
    Words words() {
        return words;
    }

    /** Adds to a count of the manifest. */
    void count(String name, long more) {
        if (more != 0) {
            counts.merge(name, more, Long::sum);
        }
    }

    void addProvider(long npi, HotRow hot, FieldBuffer record) throws IOException {
        hot.offset(append(records, record));
        int id = Ids.of(npi);
        keys.add(id, unsorted.position() / HotRow.SIZE);
        hot.write(id, unsorted);
    }

    void addChild(long npi, FieldBuffer record) throws IOException {
        childKeys.add(Ids.of(npi), append(children, record));
    }

    /** Sorts and completes the files, and forces them to the disk. */
    List<Manifest.File> finish() throws IOException {
        List<Manifest.File> files = new ArrayList<>();
        files.add(records.finish());
        files.add(children.finish());
        unsorted.release();
        keys.sort();
        int rows = keys.count();
        keys.keepLast();
        count("providers", keys.count());
        count("duplicates", rows - keys.count());
        try (OutputFile index = create(LayerFiles.INDEX)) {
            IdIndex.write(keys::id, keys.count(), index);
            files.add(index.finish());
        }
        try (OutputFile sorted = create(LayerFiles.ROWS)) {
            copySorted(sorted);
            files.add(sorted.finish());
        }
        try (OutputFile sorted = create(LayerFiles.CHILD_KEYS)) {
            writeChildKeys(sorted);
            files.add(sorted.finish());
        }
        try (OutputFile out = create(LayerFiles.WORDS)) {
            words.write(out);
            files.add(out.finish());
        }
        return files;
    }

    Map<String, Long> counts() {
        return counts;
    }

    @Override
    public void close() throws IOException {
        try (unsorted;
                records;
                children) {
            Files.deleteIfExists(directory.resolve(UNSORTED));
        }
    }

    /** Appends a record behind its length; where it is. */
    private long append(OutputFile out, FieldBuffer record) throws IOException {
        length.clear();
        length.putNumber(record.length());
        long size = (long) length.length() + record.length();
        if ((out.position() & (LayerFiles.SEGMENT - 1)) + size > LayerFiles.SEGMENT) {
            out.align(LayerFiles.SEGMENT);
        }
        long position = out.position();
        length.writeTo(out);
        record.writeTo(out);
        return position;
    }

    private void copySorted(OutputFile sorted) throws IOException {
        try (FileChannel channel = FileChannel.open(directory.resolve(UNSORTED), StandardOpenOption.READ)) {
            MappedByteBuffer rows = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            rows.order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < keys.count(); i++) {
                int row = (int) keys.position(i) * HotRow.SIZE;
                for (int at = 0; at < HotRow.SIZE; at += Long.BYTES) {
                    sorted.writeLong(rows.getLong(row + at));
                }
            }
        }
    }

    private void writeChildKeys(OutputFile sorted) throws IOException {
        childKeys.sort();
        int provider = 0;
        long orphans = 0;
        for (int i = 0; i < childKeys.count(); i++) {
            while (provider < keys.count() && keys.id(provider) < childKeys.id(i)) {
                provider++;
            }
            if (provider == keys.count() || keys.id(provider) != childKeys.id(i)) {
                orphans++;
            }
            sorted.writeLong(childKeys.key(i));
        }
        count("orphans", orphans);
    }

    private OutputFile create(String name) throws IOException {
        return new OutputFile(directory.resolve(name));
    }
}
