package io.github.tic4j.parquet;

import io.github.tic4j.table.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The key-value metadata that every file carries in its footer. */
final class Footer {

    static final String PREFIX = "tic4j.";

    private static final String TABLE = PREFIX + "table";
    private static final String VERSION = PREFIX + "schema_version";

    private Footer() {}

    static Map<String, String> of(TableSchema table) {
        Map<String, String> footer = new LinkedHashMap<>();
        footer.put(TABLE, table.name());
        footer.put(VERSION, String.valueOf(table.version()));
        return footer;
    }

    /** The table that a file says it holds; nothing if the file is not ours. */
    static Optional<String> tableOf(ParquetInfo info) {
        return Optional.ofNullable(info.metadata().get(TABLE));
    }

    /** What was said about the table of a file, without its name and version. */
    static Map<String, String> descriptionOf(Path file) throws IOException {
        Map<String, String> description = new LinkedHashMap<>();
        ParquetInfo.of(file).metadata().forEach((key, value) -> {
            if (key.startsWith(PREFIX) && !key.equals(TABLE) && !key.equals(VERSION)) {
                description.put(key.substring(PREFIX.length()), value);
            }
        });
        return description;
    }
}
