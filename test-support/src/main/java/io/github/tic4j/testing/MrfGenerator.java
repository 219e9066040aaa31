package io.github.tic4j.testing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes well-formed files as publishers do, of any size in constant memory, and knows the truth about each: what a
 * reader must find in it. The same specification gives the same bytes.
 *
 * <pre>{@code
 * MrfSpec spec = MrfSpec.builder().seed(7).items(100).build();
 * MrfTruth truth = MrfGenerator.write(spec, out);
 * }</pre>
 */
public final class MrfGenerator {

    private MrfGenerator() {}

    /** Writes a file to a stream, which stays open. */
    public static MrfTruth write(MrfSpec spec, OutputStream out) throws IOException {
        JsonOut json = new JsonOut(
                out, spec.layout(), spec.shares().escaped(), MrfRandom.of(spec.seed(), RandomStream.SPELLING, 0));
        TruthCounter truth = new TruthCounter(spec);
        FileWriter writer = switch (spec.kind()) {
            case IN_NETWORK -> new InNetworkFile(spec, json, truth);
            case ALLOWED_AMOUNTS -> new AllowedAmountFile(spec, json, truth);
            case TABLE_OF_CONTENTS -> new TableOfContentsFile(spec, json, truth);
            case PROVIDER_REFERENCE -> new ProviderReferenceFile(spec, json, truth);
        };
        writer.write();
        json.flush();
        return truth.truth(json.count());
    }

    /** Writes a file, gzipped where its name ends in {@code .gz}, and its truth beside it, {@code .truth.json} added. */
    public static MrfTruth write(MrfSpec spec, Path file) throws IOException {
        MrfTruth truth;
        try (OutputStream out = open(file)) {
            truth = write(spec, out);
        }
        Files.writeString(file.resolveSibling(file.getFileName() + ".truth.json"), truth.toJson());
        return truth;
    }

    /** A small file in memory. */
    public static Generated generate(MrfSpec spec) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            MrfTruth truth = write(spec, out);
            return new Generated(out.toByteArray(), truth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    /** A file in memory. */
    public static final class Generated {

        private final byte[] bytes;
        private final MrfTruth truth;

        private Generated(byte[] bytes, MrfTruth truth) {
            this.bytes = bytes;
            this.truth = truth;
        }

        /** Its content; not a copy. */
        public byte[] bytes() {
            return bytes;
        }

        /** What it holds. */
        public MrfTruth truth() {
            return truth;
        }
    }
}
