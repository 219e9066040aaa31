package io.github.tic4j.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;

/** A made-up file of each style, and what a reader must find in it. It is written when first asked for. */
public enum Sample {
    /** No white space, terms of prices that vary: the usual and the hardest. */
    ONE_LINE,
    /** Line breaks and tabs. */
    TABS,
    /** No white space, prices of an item that differ by their rate only, as many publishers write. */
    UNIFORM,
    /** Nearly all provider references. */
    PROVIDERS;

    /** The system property with the size of each file in bytes; 1,000,000,000 by default. */
    public static final String BYTES = "tic4j.benchmark.bytes";

    /** The system property with the folder of the files; {@code target/data} by default. */
    public static final String FOLDER = "tic4j.benchmark.folder";

    private static final int BYTES_PER_REFERENCE = 700;

    /** The plain file. */
    public Path plain() throws IOException {
        return written(".json");
    }

    /** The file gzipped at the usual level. */
    public Path gzipped() throws IOException {
        return written(".json.gz");
    }

    /** What the file holds. */
    public MrfTruth truth() throws IOException {
        return new JsonMapper().readValue(truthOf(plain()).toFile(), MrfTruth.class);
    }

    /** A hundredth of the codes, as {@code TYPE CODE}. */
    public Set<String> selectedCodes() {
        return Set.copyOf(spec().selectedCodes());
    }

    private MrfSpec spec() {
        long bytes = Long.getLong(BYTES, 1_000_000_000);
        MrfSpec.Builder spec = MrfSpec.builder().targetBytes(bytes);
        return switch (this) {
            case ONE_LINE -> spec.build();
            case TABS -> spec.layout(MrfSpec.Layout.TABS).build();
            case UNIFORM -> spec.prices(MrfSpec.Prices.UNIFORM).build();
            case PROVIDERS ->
                spec.items(20)
                        .providerReferences((int) Math.max(1, bytes / BYTES_PER_REFERENCE))
                        .build();
        };
    }

    private Path written(String suffix) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER, "target/data"));
        Path file = folder.resolve(name().toLowerCase(Locale.ROOT) + "-" + Long.getLong(BYTES, 1_000_000_000) + suffix);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve("unfinished" + suffix);
            MrfGenerator.write(spec(), unfinished);
            Files.move(truthOf(unfinished), truthOf(file), StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file);
        }
        return file;
    }

    private static Path truthOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".truth.json");
    }

    /** Writes all files. */
    public static void main(String[] args) throws IOException {
        for (Sample sample : values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d bytes, gzipped %,d%n",
                    sample.plain(),
                    Files.size(sample.plain()),
                    Files.size(sample.gzipped()));
        }
    }
}
