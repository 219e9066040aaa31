package io.github.tic4j.nppes.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FactColumnsTest {

    @Test
    void everyColumnIsDocumentedInTheWordsOfItsSchema() throws IOException {
        Path page = Path.of("../docs/facts.md");
        assumeThat(page).exists();
        List<String> lines = Files.readAllLines(page);

        for (TableSchema table : List.of(FactColumns.FACT_TABLE, NppesColumns.NPPES_PROVIDERS)) {
            assertThat(lines).contains("### " + table.name());
            for (Column column : table.columns()) {
                String type = column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                assertThat(lines)
                        .contains("| `" + column.name() + "` | " + type + (column.nullable() ? "" : ", required")
                                + " | " + column.doc() + " |");
            }
        }
    }

    @Test
    void columnsOfNppesBearItsPrefix() {
        List<String> names =
                FactColumns.FACT_TABLE.columns().stream().map(Column::name).toList();

        assertThat(NppesColumns.NPPES_PROVIDERS.columns())
                .map(Column::name)
                .filteredOn(name -> !name.equals("npi"))
                .allMatch(name -> names.contains("nppes_" + name));
    }
}
