package io.github.tic4j.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowCodecTest {

    private static final TableSchema TEXTS = new TableSchema(
            "texts",
            1,
            "Texts.",
            List.of(
                    Column.optional("first", ColumnType.TEXT, "A text."),
                    Column.optional("number", ColumnType.LONG, "A number."),
                    Column.optional("second", ColumnType.TEXT, "A text.")),
            List.of("second"));

    @Property(tries = 300)
    void anyTextsComeBack(@ForAll @Size(max = 20) List<String> texts) {
        RowCodec codec = new RowCodec(TEXTS, List.of("second"));
        List<Row> rows = new ArrayList<>();
        for (String text : texts) {
            String storable = new String(text.getBytes(UTF_8), UTF_8); // without halves of surrogates
            rows.add(new Row(TEXTS)
                    .set("first", storable)
                    .set("second", storable + '\0')
                    .set("number", (long) text.length()));
            rows.add(new Row(TEXTS).set("second", storable));
        }

        List<SortedRow> encoded = rows.stream().map(codec::encode).toList();
        assertThat(encoded.stream().map(codec::decode)).containsExactlyElementsOf(rows);
    }

    @Test
    void rowsOfEveryTypeComeBackInAnyOrder() {
        List<Row> rows = new ArrayList<>(SampleTables.rates(500, 4));
        RowCodec codec = new RowCodec(Tables.RATES, List.of("billing_code_type", "billing_code"));
        List<SortedRow> encoded =
                new ArrayList<>(rows.stream().map(codec::encode).toList());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(2));

        for (int i : order) {
            Row row = codec.decode(encoded.get(i));
            assertThat(codec.encode(row).bytes()).isEqualTo(encoded.get(i).bytes());
            assertThat(row.value("name")).isEqualTo(rows.get(i).value("name"));
        }
    }

    @Test
    void nullComesFirstAndAShorterTextBeforeALonger() {
        RowCodec codec = new RowCodec(TEXTS, List.of("first"));
        List<Row> rows = new ArrayList<>();
        for (String text : new String[] {"b", "a\0", null, "a", "", "ab"}) {
            rows.add(new Row(TEXTS).set("first", text));
        }

        List<Object> sorted = rows.stream()
                .map(codec::encode)
                .sorted(Comparator.naturalOrder())
                .map(codec::decode)
                .map(row -> row.value("first"))
                .toList();

        assertThat(sorted).containsExactly(null, "", "a", "a\0", "ab", "b");
    }
}
