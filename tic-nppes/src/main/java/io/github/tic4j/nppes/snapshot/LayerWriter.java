package io.github.tic4j.nppes.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the files of one layer. Rows come in any order; records go straight to their file, the fixed rows to temporary ones,
 * from which they are sorted at the end. In heap stays only a long for each row of the reference files.
 */
final class LayerWriter implements Closeable {

    private final Path directory;
    private final Words words = new Words();
    private final Keys childKeys = new Keys();
    private final FieldBuffer length = new FieldBuffer();
    private final Map<String, Long> counts = new TreeMap<>();
    private final RowTableWriter rows;
    private final OutputFile records;
    private final OutputFile children;

    /** A writer into an empty folder. */
    LayerWriter(Path directory) throws IOException {
        this.directory = directory;
        rows = new RowTableWriter(directory);
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
        rows.add(Ids.of(npi), hot);
    }

    void addChild(long npi, FieldBuffer record) throws IOException {
        childKeys.add(Ids.of(npi), append(children, record));
    }

    /** Sorts and completes the files, and forces them to the disk. */
    List<Manifest.File> finish() throws IOException {
        Manifest.File table = writeRows();
        return List.of(table, records.finish(), children.finish(), writeChildKeys(table), writeWords());
    }

    Map<String, Long> counts() {
        return counts;
    }

    @Override
    public void close() throws IOException {
        try (rows;
                records;
                children) {
            // Finished, or given up.
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

    private Manifest.File writeRows() throws IOException {
        try (OutputFile out = create(LayerFiles.ROWS)) {
            long providers = rows.write(out);
            count("providers", providers);
            count("duplicates", rows.count() - providers);
            return out.finish();
        }
    }

    private Manifest.File writeChildKeys(Manifest.File table) throws IOException {
        childKeys.sort();
        RowTable providers = new RowTable(
                MappedFile.open(directory, table, Verification.QUICK).whole());
        long orphans = 0;
        try (OutputFile out = create(LayerFiles.CHILD_KEYS)) {
            for (int i = 0; i < childKeys.count(); i++) {
                orphans += providers.contains(childKeys.id(i)) ? 0 : 1;
                out.writeLong(childKeys.key(i));
            }
            count("orphans", orphans);
            return out.finish();
        }
    }

    private Manifest.File writeWords() throws IOException {
        try (OutputFile out = create(LayerFiles.WORDS)) {
            words.write(out);
            return out.finish();
        }
    }

    private OutputFile create(String name) throws IOException {
        return new OutputFile(directory.resolve(name));
    }
}
