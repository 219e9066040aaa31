package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples and the columns of docs/tables.md. */
class TablesSamplesTest {

    @TempDir
    Path folder;

    @Test
    void folderOfTables() throws IOException {
        TableFolder tables = new TableFolder(folder, TextFormat.CSV_GZIP);
        tables.recover();
        Row row = new Row(Tables.PAYERS);
        try (TableWriter payers = tables.batches(Tables.PAYERS)) {
            payers.write(row.set("payer_uuid", OriginalIds.payer("bcbs_il").toString())
                    .set("payer_name", "bcbs_il"));
            payers.commit();
        }

        assertThat(tables.files(Tables.PAYERS)).containsExactly(folder.resolve("payers/payers_batch_001.csv.gz"));
    }

    @Test
    void hostStoresRowsElsewhere() throws IOException {
        Collected collected = new Collected();
        try (collected) {
            collected.write(SampleTable.full("1"));
        }
        assertThat(collected.rows).isEmpty();

        try (collected) {
            collected.write(SampleTable.full("1"));
            collected.describe("run_id", "r1");
            collected.commit();
        }
        assertThat(collected.rows).hasSize(1);
        assertThat(collected.bytes()).isZero();
    }

    @Test
    void everyColumnIsDocumentedInTheWordsOfItsSchema() throws IOException {
        Path page = Path.of("../docs/tables.md");
        assumeThat(page).exists();
        List<String> lines = Files.readAllLines(page);

        Stream.concat(Tables.all().stream(), DerivedTables.all().stream()).forEach(table -> {
            assertThat(lines).contains("### " + table.name());
            for (Column column : table.columns()) {
                String type = column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                assertThat(lines)
                        .contains("| `" + column.name() + "` | " + type + (column.nullable() ? "" : ", required")
                                + " | " + column.doc() + " |");
            }
        });
    }

    /** A writer of a host's own. */
    private static final class Collected implements TableWriter {

        final List<String> rows = new ArrayList<>();
        private final List<String> pending = new ArrayList<>();

        @Override
        public void write(Row row) {
            row.requireComplete();
            pending.add(row.toString()); // a writer keeps no reference to the row itself
        }

        @Override
        public void commit() {
            rows.addAll(pending);
        }

        @Override
        public void close() {
            pending.clear();
        }
    }
}
