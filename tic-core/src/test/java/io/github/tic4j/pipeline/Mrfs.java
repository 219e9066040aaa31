package io.github.tic4j.pipeline;

import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.MrfTruth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Generated files in a folder. */
final class Mrfs {

    private final Path folder;
    private long prices;

    Mrfs(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path write(String name, long seed) throws IOException {
        return write(name, seed, 6);
    }

    Path write(String name, long seed, int items) throws IOException {
        return Files.write(folder.resolve(name), bytes(name, seed, items));
    }

    byte[] bytes(String name, long seed) throws IOException {
        return bytes(name, seed, 6);
    }

    private byte[] bytes(String name, long seed, int items) throws IOException {
        MrfSpec.Order order = seed % 2 == 0 ? MrfSpec.Order.REFERENCES_LAST : MrfSpec.Order.REFERENCES_FIRST;
        MrfSpec spec = MrfSpec.builder()
                .seed(seed)
                .items(items)
                .providerReferences(5)
                .ratesPerItem(10)
                .order(order)
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MrfTruth truth;
        if (name.endsWith(".gz")) {
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                truth = MrfGenerator.write(spec, packed);
            }
        } else {
            truth = MrfGenerator.write(spec, out);
        }
        prices += truth.all().prices();
        return out.toByteArray();
    }

    /** How many prices all of them have. */
    long prices() {
        return prices;
    }
}
