package io.github.tic4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableSchemaTest {

    private static final Column CODE = Column.required("code", ColumnType.TEXT, "A code.");

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new TableSchema("t", 1, "T.", List.of(CODE, CODE), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Table t has two columns code");
    }

    @Test
    void keyOfUnknownColumnIsRefused() {
        assertThatThrownBy(() -> new TableSchema("t", 1, "T.", List.of(CODE), List.of("id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Table t has no column id for its key");
    }

    @Test
    void columnNameInAnotherStyleIsRefused() {
        assertThatThrownBy(() -> Column.required("billingCode", ColumnType.TEXT, "A code."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column name must be lower case words joined by underscores: billingCode");
    }

    @Test
    void columnWithoutDescriptionIsRefused() {
        assertThatThrownBy(() -> Column.required("code", ColumnType.TEXT, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column code needs a description");
    }

    @Test
    void tableNamesAreDistinct() {
        assertThat(Stream.concat(Tables.all().stream(), DerivedTables.all().stream()))
                .extracting(TableSchema::name)
                .doesNotHaveDuplicates()
                .hasSize(15);
    }

    @Test
    void everyDecimalThatComesFromASourceHasACompanion() {
        for (TableSchema table : List.of(Tables.RATES, Tables.ALLOWED_AMOUNTS)) {
            for (int i = 0; i < table.columns().size(); i++) {
                if (table.columns().get(i).type() == ColumnType.DECIMAL) {
                    assertThat(table.companionOf(i))
                            .as(table.columns().get(i).name())
                            .isPositive();
                }
            }
        }
    }
}
