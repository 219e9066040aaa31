package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class RowTableTest {

    private Path folder;

    @BeforeTry
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("row-table");
    }

    @AfterTry
    void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 200)
    void findsTheLastRowOfEachIdAndNoOther(@ForAll List<@IntRange(max = Ids.LIMIT - 1) Integer> ids)
            throws IOException {
        compare(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    @Property(tries = 6)
    void findsManyInWhateverOrderTheyCome(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int spread)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        compare(random.ints(30_000, 0, Ids.LIMIT / spread).toArray());
        deleteFolder();
        createFolder();
        int first = random.nextInt(Ids.LIMIT / 2);
        compare(IntStream.range(0, 30_000).map(i -> first + i).toArray());
    }

    @Test
    void hashesOfDistinctIdsAreDistinct() {
        int[] hashes = IntStream.range(0, Ids.LIMIT)
                .filter(id -> id % 500 < 2)
                .map(RowTable::hash)
                .sorted()
                .toArray();
        assertThat(Arrays.stream(hashes).distinct().count()).isEqualTo(hashes.length);
    }

    @Test
    void whatIsNoTableIsNotSound() {
        assertThat(new RowTable(ByteBuffer.allocate(0)).isSound()).isFalse();
        assertThat(new RowTable(ByteBuffer.allocate(4 * RowTable.BUCKET)).isSound())
                .isFalse();
        ByteBuffer cut = ByteBuffer.allocate(4 * RowTable.BUCKET).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new RowTable(cut.putInt(0, 4)).isSound()).isFalse();
        assertThat(new RowTable(cut.putInt(0, 2)).isSound()).isTrue();
        // A last row that is not empty: a search might not end.
        cut.putInt(cut.capacity() - Integer.BYTES, 1);
        assertThat(new RowTable(cut).isSound()).isFalse();
    }

    /** Writes rows that differ in their offset only, and compares what is found with a map. */
    private void compare(int[] ids) throws IOException {
        Map<Integer, Long> expected = new HashMap<>();
        RowTable table;
        try (RowTableWriter writer = new RowTableWriter(folder);
                OutputFile out = new OutputFile(folder.resolve("rows.bin"))) {
            HotRow row = new HotRow();
            for (int i = 0; i < ids.length; i++) {
                row.offset(i);
                writer.add(ids[i], row);
                expected.put(ids[i], (long) i);
            }
            assertThat(writer.count()).isEqualTo(ids.length);
            assertThat(writer.write(out)).isEqualTo(expected.size());
            out.finish();
            table = new RowTable(ByteBuffer.wrap(Files.readAllBytes(folder.resolve("rows.bin")))
                    .order(ByteOrder.LITTLE_ENDIAN));
        }
        assertThat(table.isSound()).isTrue();
        Map<Integer, Long> found = new HashMap<>();
        StoredRow row = new StoredRow();
        for (int id : ids) {
            for (int each : new int[] {id, (id + 1) % Ids.LIMIT}) {
                boolean isThere = table.find(each, row);
                assertThat(table.contains(each)).isEqualTo(isThere);
                if (isThere) {
                    found.put(row.id(), row.offset());
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }
}
