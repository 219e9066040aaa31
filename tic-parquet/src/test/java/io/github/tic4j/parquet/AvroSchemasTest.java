package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSchemasTest {

    static Stream<TableSchema> tables() {
        return Stream.concat(Tables.all().stream(), DerivedTables.all().stream());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void publishedSchemaEqualsTheTableWithItsDescriptions(TableSchema table) throws IOException {
        try (InputStream published = getClass().getResourceAsStream(table.name() + ".avsc")) {
            assertThat(new Schema.Parser().parse(published).toString())
                    .isEqualTo(AvroSchemas.of(table).toString());
        }
    }
}
