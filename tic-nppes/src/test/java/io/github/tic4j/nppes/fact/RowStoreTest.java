package io.github.tic4j.nppes.fact;

import static io.github.tic4j.table.Column.optional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowStoreTest {

    private static final TableSchema TABLE = new TableSchema(
            "things",
            1,
            "Things.",
            List.of(
                    optional("a_text", ColumnType.TEXT, "Text."),
                    optional("a_list", ColumnType.TEXT_LIST, "List."),
                    optional("a_number", ColumnType.LONG, "Number."),
                    optional("a_date", ColumnType.DATE, "Date."),
                    optional("a_moment", ColumnType.TIMESTAMP, "Moment.")),
            List.of());

    @TempDir
    Path folder;

    @Test
    void rowsComeBackHoweverManyTextsThereAre() throws IOException {
        Random random = new Random(1);
        List<Row> rows = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        try (ScratchMemory memory = new ScratchMemory(folder)) {
            RowStore store = new RowStore(memory, TABLE);
            for (int i = 0; i < 30_000; i++) {
                rows.add(row(random));
                places.add(store.add(rows.get(i)));
            }

            int[] targets = RowStore.targets(TABLE, TABLE, "");
            Row read = row(random);
            for (int i = rows.size() - 1; i >= 0; i--) {
                store.read(places.get(i), targets, read);
                assertThat(read).isEqualTo(rows.get(i));
            }
        }
    }

    @Test
    void columnsGoWhereTheirNamesAreAndTheRestIsLeftOut() throws IOException {
        TableSchema other = new TableSchema(
                "others",
                1,
                "Others.",
                List.of(
                        optional("x_a_moment", ColumnType.TIMESTAMP, "Moment."),
                        optional("own", ColumnType.TEXT, "Own."),
                        optional("x_a_number", ColumnType.LONG, "Number.")),
                List.of());
        try (ScratchMemory memory = new ScratchMemory(folder)) {
            RowStore store = new RowStore(memory, TABLE);
            Row stored = row(new Random(2)).set("a_number", 5L).set("a_moment", Instant.EPOCH);
            Row read = new Row(other).set("own", "mine");

            store.read(store.add(stored), RowStore.targets(TABLE, other, "x_"), read);

            assertThat(read).hasToString("others[1970-01-01T00:00:00Z, mine, 5]");
        }
    }

    @Test
    void aRecordLargerThanASegmentIsRefused() throws IOException {
        try (ScratchMemory memory = new ScratchMemory(folder)) {
            assertThatThrownBy(() -> memory.take((1 << 26) + 1))
                    .isInstanceOf(IOException.class)
                    .hasMessage("A record of 67108865 bytes is more than the 67108864 that can be joined");
        }
    }

    @Test
    void whatIsTakenLiesInOneSegment() throws IOException {
        try (ScratchMemory memory = new ScratchMemory(folder)) {
            long first = memory.take(50_000_000);
            long second = memory.take(50_000_000);
            memory.segment(second).put(ScratchMemory.within(second) + 49_999_999, (byte) 7);
            memory.word(first, -1);

            assertThat(second).isEqualTo(1L << 26);
            assertThat(memory.word(first)).isEqualTo(-1);
            assertThat(memory.word(second)).isZero();
        }
    }

    private static Row row(Random random) {
        return new Row(TABLE)
                .set("a_text", random.nextInt(4) == 0 ? null : text(random))
                .set("a_list", random.nextInt(4) == 0 ? null : List.of(text(random), "x".repeat(random.nextInt(200))))
                .set("a_number", random.nextInt(4) == 0 ? null : random.nextLong())
                .set("a_date", random.nextInt(4) == 0 ? null : LocalDate.ofEpochDay(random.nextInt(40_000) - 5000))
                .set("a_moment", random.nextInt(4) == 0 ? null : Instant.ofEpochMilli(random.nextInt()));
    }

    private static String text(Random random) {
        return random.nextBoolean() ? "often" + random.nextInt(10) : "seldom \u00e9 " + random.nextInt();
    }
}
