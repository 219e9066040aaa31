package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdIndexTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 1000, 60_000, 300_000})
    void findsEveryIdAtItsPlaceAndNoOther(int count) throws IOException {
        SplittableRandom random = new SplittableRandom(count);
        TreeSet<Integer> ids = new TreeSet<>();
        if (count > 1) {
            ids.add(0);
            ids.add(Ids.LIMIT - 1);
        }
        while (ids.size() < count) {
            ids.add(random.nextInt(Ids.LIMIT));
        }
        int[] sorted = ids.stream().mapToInt(Integer::intValue).toArray();

        IdIndex index = write(sorted);

        for (int place = 0; place < sorted.length; place++) {
            assertThat(index.find(sorted[place])).isEqualTo(place);
        }
        for (int i = 0; i < 20_000; i++) {
            int id = random.nextInt(Ids.LIMIT);
            assertThat(index.find(id) >= 0).isEqualTo(ids.contains(id));
        }
    }

    private IdIndex write(int[] ids) throws IOException {
        Path file = temp.resolve("index.bin");
        try (OutputFile out = new OutputFile(file)) {
            IdIndex.write(place -> ids[place], ids.length, out);
            out.finish();
        }
        return new IdIndex(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN), ids.length);
    }
}
