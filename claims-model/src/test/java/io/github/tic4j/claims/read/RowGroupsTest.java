package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowGroupsTest {

    @Property(tries = 50)
    void bringsScatteredRowsTogetherInMemoryAndOnDisk(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> keys,
            @ForAll @IntRange(min = 1, max = 70) int inMemory)
            throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        StringBuilder text = new StringBuilder("K,V\n");
        for (int i = 0; i < keys.size(); i++) {
            text.append(keys.get(i)).append(',').append(i).append('\n');
            expected.computeIfAbsent(keys.get(i).toString(), k -> new ArrayList<>())
                    .add(i + ":" + (i + 2));
        }

        assertThat(group(text.toString(), inMemory)).isEqualTo(expected);
    }

    @Test
    void rowsOfManyFilesKeepTheirOwnColumns() throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        for (int file = 0; file < 600; file++) {
            SourceRow.Header header = new SourceRow.Header("f" + file, 1, List.of("K", "V" + file));
            rows.add(new SourceRow(header, 2, List.of("key", "value" + file), ""));
        }
        try (RowGroups grouped = new RowGroups(rows.iterator(), row -> row.value("K"), 10)) {
            List<SourceRow> group = grouped.next();

            assertThat(group).hasSize(600);
            assertThat(group.get(599).value("V599")).isEqualTo("value599");
            assertThat(grouped.hasNext()).isFalse();
        }
    }

    private static Map<String, List<String>> group(String text, int inMemory) throws IOException {
        Map<String, List<String>> groups = new TreeMap<>();
        CsvReader rows =
                new CsvReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv", r -> {});
        try (RowGroups grouped = new RowGroups(rows, row -> row.values().get(0), inMemory)) {
            while (grouped.hasNext()) {
                List<SourceRow> group = grouped.next();
                groups.put(
                        group.get(0).value("K"),
                        group.stream()
                                .map(row -> row.value("V") + ":" + row.lineage().line())
                                .toList());
            }
        }
        return groups;
    }
}
