package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.internal.Json;
import io.github.tic4j.nppes.internal.JsonObject;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The one file that says what a snapshot consists of. Whoever replaces it publishes a new state; nothing else is ever changed
 * in place.
 *
 * @param layers the base first, then the overlays in the order in which they were laid
 */
record Manifest(List<Layer> layers) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "tic4j-nppes-snapshot";
    static final int VERSION = 2;

    Manifest {
        layers = List.copyOf(layers);
    }

    /**
     * One layer: what one zip became.
     *
     * @param directory its folder
     * @param input what it was made from
     * @param counts how many of what
     * @param files its files
     */
    record Layer(String directory, Input input, Map<String, Long> counts, List<File> files) {

        Layer {
            counts = new TreeMap<>(counts);
            files = List.copyOf(files);
        }

        long count(String name) {
            return counts.getOrDefault(name, 0L);
        }
    }

    /**
     * What a layer was made from.
     *
     * @param kind full, weekly or deactivations
     * @param name the zip's name
     * @param period the days it covers
     */
    record Input(Kind kind, String name, @Nullable Period period) {}

    /**
     * A file of a layer.
     *
     * @param name its name
     * @param bytes its size
     * @param crc32c its checksum, in hexadecimal
     */
    record File(String name, long bytes, String crc32c) {}

    /** The kinds of layer. */
    enum Kind {
        FULL,
        WEEKLY,
        DEACTIVATIONS
    }

    /** The last day that the base and the weekly overlays cover, or {@code null} where no name says so. */
    @Nullable
    LocalDate through() {
        LocalDate last = null;
        for (Layer layer : layers) {
            Period period = layer.input().period();
            if (layer.input().kind() != Kind.DEACTIVATIONS && period != null) {
                last = period.through();
            }
        }
        return last;
    }

    String toJson() {
        List<?> tree = layers.stream().map(Manifest::tree).toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("version", VERSION);
        document.put("layers", tree);
        document.put("crc32c", checksum(tree));
        return Json.writePretty(document);
    }

    static Manifest parse(String json, Path path) {
        String source = path.toString();
        JsonObject document = Json.readObject(json, source);
        if (!FORMAT.equals(document.text("format"))) {
            throw refused("it is not a " + FORMAT + " manifest", source);
        }
        if (!String.valueOf(VERSION).equals(document.text("version"))) {
            throw refused(
                    "format version " + document.text("version") + " is not the version " + VERSION
                            + " that this library reads; build it again",
                    source);
        }
        Object layers = document.members().get("layers");
        if (!(layers instanceof List<?> list) || !checksum(list).equals(document.text("crc32c"))) {
            throw refused("the manifest does not match its own checksum", source);
        }
        return new Manifest(document.objects("layers").stream()
                .map(layer -> layer(layer, source))
                .toList());
    }

    static String hex(long crc) {
        return String.format("%08x", crc);
    }

    static MalformedContentException refused(String why, String source) {
        return new MalformedContentException("Cannot open the NPPES snapshot: " + why, Location.of(source, 0));
    }

    private static String checksum(List<?> layers) {
        CRC32C crc = new CRC32C();
        crc.update(Json.write(layers).getBytes(StandardCharsets.UTF_8));
        return hex(crc.getValue());
    }

    private static Map<String, Object> tree(Layer layer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("directory", layer.directory());
        tree.put("kind", layer.input().kind().name());
        tree.put("source", layer.input().name());
        Period period = layer.input().period();
        if (period != null) {
            tree.put("from", period.from().toString());
            tree.put("through", period.through().toString());
        }
        tree.put("counts", layer.counts());
        tree.put(
                "files",
                layer.files().stream()
                        .map(file -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("name", file.name());
                            entry.put("bytes", file.bytes());
                            entry.put("crc32c", file.crc32c());
                            return entry;
                        })
                        .toList());
        return tree;
    }

    private static Layer layer(JsonObject json, String source) {
        String from = json.text("from");
        String through = json.text("through");
        Period period =
                from == null || through == null ? null : new Period(LocalDate.parse(from), LocalDate.parse(through));
        Map<String, Long> counts = new TreeMap<>();
        JsonObject stored = json.object("counts");
        for (Object key : stored.members().keySet()) {
            counts.put(key.toString(), present(stored.number(key.toString()), source));
        }
        List<File> files = json.objects("files").stream()
                .map(file -> new File(
                        present(file.text("name"), source),
                        present(file.number("bytes"), source),
                        present(file.text("crc32c"), source)))
                .toList();
        Input input = new Input(
                Kind.valueOf(present(json.text("kind"), source)), present(json.text("source"), source), period);
        return new Layer(present(json.text("directory"), source), input, counts, files);
    }

    private static <T> T present(@Nullable T value, String source) {
        if (value == null) {
            throw refused("the manifest lacks a member", source);
        }
        return value;
    }
}
