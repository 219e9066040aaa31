package io.github.tic4j.internal.container;

import static io.github.tic4j.internal.container.Containers.documents;
import static io.github.tic4j.internal.container.Containers.packed;
import static io.github.tic4j.internal.container.Containers.utf8;
import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.github.tic4j.internal.container.Containers.Bytes;
import io.github.tic4j.internal.container.Containers.Found;
import io.github.tic4j.internal.container.Containers.Packer;
import io.github.tic4j.internal.container.Containers.Zip;
import io.github.tic4j.internal.inflate.InflaterChoice;
import io.github.tic4j.internal.inflate.Samples;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class OptionalFormatsTest {

    private static final byte[] DATA = concat(utf8("["), Samples.prices(20_000, 1));
    private static final String TEXT = new String(DATA, StandardCharsets.UTF_8);
    private static final Map<String, Packer> PACKERS = Map.of(
            "zstd", out -> new ZstdOutputStream(out).setChecksum(true),
            "xz", out -> new XZOutputStream(out, new LZMA2Options()),
            "bzip2", BZip2CompressorOutputStream::new);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "xz", "bzip2"})
    void readsCompressedStreams(String format) throws IOException {
        byte[] file = packed(DATA, PACKERS.get(format));
        for (int most : new int[] {1, 100_000}) {
            assertThat(documents(new Bytes("x.gz", file, most), Containers.LENIENT, new ArrayList<>()))
                    .containsExactly(new Found("x.gz", List.of(format), TEXT));
        }
        assertThat(documents("x", gzip(file))).containsExactly(new Found("x", List.of("gzip", format), TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "xz", "bzip2"})
    void readsSeveralStreamsInOneFile(String format) throws IOException {
        byte[] file = packed(DATA, PACKERS.get(format));
        assertThat(documents("x", concat(file, file))).containsExactly(new Found("x", List.of(format), TEXT + TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "xz", "bzip2"})
    void truncationsSayTruncated(String format) throws IOException {
        byte[] file = packed(DATA, PACKERS.get(format));
        for (int length = 1; length < file.length; length += length < 40 || length > file.length - 40 ? 1 : 97) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> documents("x", cut))
                    .as("cut at %d", length)
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessageContaining(" in x (byte ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "xz", "bzip2"})
    void damageIsAContentError(String format) throws IOException {
        byte[] file = packed(DATA, PACKERS.get(format));
        for (int index = 6; index < file.length; index += 13) {
            byte[] damaged = file.clone();
            damaged[index] ^= 0x55;
            assertThatThrownBy(() -> documents("x", damaged))
                    .as("damage at %d", index)
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining(" in x (byte ");
        }
    }

    @ParameterizedTest
    @CsvSource({"zstd,93", "xz,95", "bzip2,12"})
    void readsZipMembersCompressedWithThem(String format, int method) throws IOException {
        byte[] archive = new Zip()
                .add("a", method, DATA, packed(DATA, PACKERS.get(format)))
                .deflated("b", DATA)
                .bytes();
        assertThat(documents("x", archive)).extracting(Found::text).containsExactly(TEXT, TEXT);
    }

    @Test
    void readsDeflate64() throws IOException {
        byte[] json = utf8("{\"a\":1}");
        byte[] storedBlock = concat(new byte[] {1, 7, 0, (byte) ~7, (byte) ~0}, json);
        // The fixed codes are the same in both formats as long as there is no match.
        byte[] fixedBlock = Samples.deflate(json, 9, 2);
        byte[] archive = new Zip()
                .add("a", 9, json, storedBlock)
                .add("b", 9, json, fixedBlock)
                .bytes();
        assertThat(documents("x", archive)).extracting(Found::text).containsExactly("{\"a\":1}", "{\"a\":1}");
        byte[] cut = Arrays.copyOf(archive, 38);
        assertThatThrownBy(() -> documents("x", cut))
                .isInstanceOf(TruncatedContentException.class)
                .hasMessageContaining("zip archive ends within a member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY", "LZMA", "LZMA2", "DEFLATE", "BZIP2"})
    void readsSevenZip(SevenZMethod method) throws IOException {
        byte[] archive = sevenZip(method);
        ContainerOptions options = spooling(1 << 28);
        assertThat(documents(new Bytes("x", archive, 1000), options, new ArrayList<>()))
                .containsExactly(
                        new Found("x!/a.json", List.of("7z"), TEXT),
                        new Found("x!/folder/b.gz", List.of("7z", "gzip"), TEXT));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sevenZipTruncationsSayTruncated() throws IOException {
        byte[] archive = sevenZip(SevenZMethod.LZMA2);
        for (int length = 1; length < archive.length; length += 7) {
            Bytes cut = new Bytes("x", Arrays.copyOf(archive, length), 1000);
            assertThatThrownBy(() -> documents(cut, spooling(1 << 28), new ArrayList<>()))
                    .as("cut at %d", length)
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessageContaining(" in x (byte " + length + ")");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sevenZipDamageIsAContentError() throws IOException {
        byte[] archive = sevenZip(SevenZMethod.LZMA2);
        for (int index = 6; index < archive.length; index += 11) {
            byte[] damaged = archive.clone();
            damaged[index] ^= 0x55;
            Bytes source = new Bytes("x", damaged, 1000);
            try {
                List<Found> found = documents(source, spooling(1 << 24), new ArrayList<>());
                assertThat(found)
                        .as("damage at %d", index)
                        .extracting(Found::text)
                        .containsOnly(TEXT);
            } catch (ContentException e) {
                assertThat(e).hasMessageContaining(" in x");
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xz", "7z"})
    void decoderMemoryIsLimited(String format) throws IOException {
        byte[] file = format.equals("xz") ? packed(DATA, PACKERS.get("xz")) : sevenZip(SevenZMethod.LZMA2);
        assertThatThrownBy(() -> documents(new Bytes("x", file, 1000), spooling(1 << 20), new ArrayList<>()))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Limit maxDecoderMemory = 1048576 exceeded");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAbandonedSevenZipLeavesNothingBehind() throws IOException {
        Bytes source = new Bytes("x", sevenZip(SevenZMethod.COPY), 1000);
        try (ContainerReader reader = ContainerReader.open(source, spooling(1 << 28))) {
            assertThat(reader.next().stream().read()).isEqualTo('[');
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "zstd,com.github.luben:zstd-jni",
        "xz,org.tukaani:xz",
        "bzip2,org.apache.commons:commons-compress",
        "7z,org.apache.commons:commons-compress and org.tukaani:xz",
        "Deflate64,org.apache.commons:commons-compress"
    })
    void anAbsentLibraryIsAnErrorThatNamesIt(String format, String artifact) throws Exception {
        byte[] file = switch (format) {
            case "7z" -> sevenZip(SevenZMethod.COPY);
            case "Deflate64" -> new Zip().add("a", 9, DATA, DATA).bytes();
            default -> packed(DATA, PACKERS.get(format));
        };
        assertThat(readWithoutLibraries(file))
                .startsWith("Content is compressed with " + format + "; add " + artifact
                        + " to the class path to read it in x (byte ");
    }

    @Test
    void theRestWorksWithoutTheLibraries() throws Exception {
        assertThat(readWithoutLibraries(new Zip().deflated("a", gzip(DATA)).bytes()))
                .isEqualTo(TEXT);
    }

    /** What {@link Probe} says where none of the libraries can be loaded. */
    @SuppressWarnings("unchecked")
    private static String readWithoutLibraries(byte[] file) throws Exception {
        ClassLoader bare = new ClassLoader(OptionalFormatsTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("org.apache.commons")
                        || name.startsWith("org.tukaani")
                        || name.startsWith("com.github.luben")) {
                    throw new ClassNotFoundException(name);
                }
                if (!name.startsWith("io.github.tic4j")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : ownCopy(name);
            }

            private Class<?> ownCopy(String name) throws ClassNotFoundException {
                try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] code = in.readAllBytes();
                    return defineClass(name, code, 0, code.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
        Class<?> probe = bare.loadClass(Probe.class.getName());
        return ((Function<byte[], String>) probe.getConstructor().newInstance()).apply(file);
    }

    /** Reads a file; gives its text or what went wrong. */
    public static final class Probe implements Function<byte[], String> {
        @Override
        public String apply(byte[] file) {
            try {
                return documents("x", file).get(0).text();
            } catch (MalformedContentException e) {
                return e.getMessage();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private byte[] sevenZip(SevenZMethod method) throws IOException {
        Path file = Files.createTempFile("tic4j-test", ".7z");
        try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
            out.setContentCompression(method);
            add(out, "a.json", DATA);
            add(out, "folder/b.gz", gzip(DATA));
            add(out, "empty", new byte[0]);
        }
        byte[] archive = Files.readAllBytes(file);
        Files.delete(file);
        return archive;
    }

    private static void add(SevenZOutputFile out, String name, byte[] data) throws IOException {
        var entry = out.createArchiveEntry(Path.of(name).toFile(), name);
        out.putArchiveEntry(entry);
        out.write(data);
        out.closeArchiveEntry();
    }

    private ContainerOptions spooling(long maxDecoderMemory) {
        return new ContainerOptions(
                4, 100, 1000, 1 << 30, maxDecoderMemory, Strictness.LENIENT, InflaterChoice.OWN, 1, folder);
    }
}
