package io.github.tic4j.nppes.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** An open layer. Immutable; its files stay mapped for as long as somebody holds it. */
final class Layer {

    private final Manifest.Input input;
    private final RowTable rows;
    private final MappedFile records;
    private final MappedFile children;
    private final ByteBuffer childKeys;
    private final LayerWords words;

    private Layer(Manifest.Layer layer, Function<String, MappedFile> files) {
        input = layer.input();
        rows = new RowTable(files.apply(LayerFiles.ROWS).whole());
        if (!rows.isSound()) {
            throw Manifest.refused("its rows are not a table", layer.directory());
        }
        records = files.apply(LayerFiles.RECORDS);
        children = files.apply(LayerFiles.CHILDREN);
        childKeys = files.apply(LayerFiles.CHILD_KEYS).whole();
        words = new LayerWords(files.apply(LayerFiles.WORDS).whole());
    }

    static Layer open(Path snapshot, Manifest.Layer layer, Verification verification) throws IOException {
        Path directory = snapshot.resolve(layer.directory());
        Map<String, MappedFile> files = new HashMap<>();
        for (Manifest.File file : layer.files()) {
            files.put(file.name(), MappedFile.open(directory, file, verification));
        }
        return new Layer(layer, name -> {
            MappedFile file = files.get(name);
            if (file == null) {
                throw Manifest.refused("the manifest does not name " + name, directory.toString());
            }
            return file;
        });
    }

    Manifest.Input input() {
        return input;
    }

    LayerWords words() {
        return words;
    }

    /** Fetches the row of an id; whether there is one. */
    boolean find(int id, StoredRow into) {
        return rows.find(id, into);
    }

    /** The full record of a row. */
    FieldReader record(StoredRow row) {
        return new FieldReader(records, row.offset(), words);
    }

    /** Hands on the rows of the reference files that belong to an id, in their order. */
    void children(int id, Consumer<FieldReader> sink) {
        int count = childKeys.capacity() / Long.BYTES;
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Keys.idOf(childKeys.getLong(middle * Long.BYTES)) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < count; i++) {
            long key = childKeys.getLong(i * Long.BYTES);
            if (Keys.idOf(key) != id) {
                break;
            }
            sink.accept(new FieldReader(children, Keys.positionOf(key), words));
        }
    }
}
