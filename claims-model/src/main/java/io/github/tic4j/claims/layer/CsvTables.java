package io.github.tic4j.claims.layer;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables as CSV files of a folder: UTF-8, a header row, null as nothing, the empty text as {@code ""}. A table is
 * written aside and moved into place when it is committed.
 */
public final class CsvTables implements TableSink {

    private final Path folder;

    /** Writes to this folder, which is made if it does not exist. */
    public CsvTables(Path folder) {
        this.folder = folder;
    }

    @Override
    public TableWriter open(Table table) throws IOException {
        Files.createDirectories(folder);
        return new CsvTable(table, folder.resolve(table.name() + ".csv"), folder.resolve(table.name() + ".csv.part"));
    }

    private static final class CsvTable implements TableWriter {

        private final Table table;
        private final Path target;
        private final Path aside;
        private final Writer out;
        private boolean closed;

        CsvTable(Table table, Path target, Path aside) throws IOException {
            this.table = table;
            this.target = target;
            this.aside = aside;
            this.out = Files.newBufferedWriter(aside, StandardCharsets.UTF_8);
            out.write(table.columns().stream().map(Column::name).collect(Collectors.joining(",", "", "\n")));
        }

        @Override
        public void write(List<? extends @Nullable Object> row) throws IOException {
            table.check(row);
            for (int i = 0; i < row.size(); i++) {
                out.write(i == 0 ? "" : ",");
                Object value = row.get(i);
                if (value != null) {
                    out.write(value instanceof BigDecimal number ? number.toPlainString() : quoted(value.toString()));
                }
            }
            out.write('\n');
        }

        @Override
        public void commit() throws IOException {
            out.close();
            closed = true;
            try (FileChannel file = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                out.close();
                Files.deleteIfExists(aside);
            }
        }

        private static String quoted(String text) {
            boolean plain = !text.isEmpty()
                    && text.indexOf(',') < 0
                    && text.indexOf('"') < 0
                    && text.indexOf('\n') < 0
                    && text.indexOf('\r') < 0;
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }
}
