package io.github.tic4j.internal.container;

import static io.github.tic4j.internal.container.Containers.documents;
import static io.github.tic4j.internal.container.Containers.notes;
import static io.github.tic4j.internal.container.Containers.utf8;
import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.internal.container.Containers.Bytes;
import io.github.tic4j.internal.container.Containers.Found;
import io.github.tic4j.internal.container.Containers.Zip;
import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.inflate.InflaterChoice;
import io.github.tic4j.internal.inflate.Samples;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerReaderTest {

    private static final String JSON = "{\"name\":\"caf\u00e9 \ud83d\ude00\"}";
    private static final byte[] PLAIN = utf8(JSON);

    @Test
    void namesSayNothing() throws IOException {
        byte[] zip = new Zip().stored("data.exe", PLAIN).bytes();
        assertThat(documents("a.zip", PLAIN)).containsExactly(new Found("a.zip", List.of(), JSON));
        assertThat(documents("a.json", gzip(PLAIN))).containsExactly(new Found("a.json", List.of("gzip"), JSON));
        assertThat(documents("a.gz", zip)).containsExactly(new Found("a.gz!/data.exe", List.of("zip"), JSON));
    }

    @Test
    void peelsOneWrappingAfterTheOther() throws IOException {
        byte[] inner =
                new Zip().deflated("in.gz", gzip(PLAIN)).stored("b", PLAIN).bytes();
        byte[] outer = new Zip().deflated("one.zip", inner).deflated("c", PLAIN).bytes();
        assertThat(documents("x", gzip(outer)))
                .containsExactly(
                        new Found("x!/one.zip!/in.gz", List.of("gzip", "zip", "zip", "gzip"), JSON),
                        new Found("x!/one.zip!/b", List.of("gzip", "zip", "zip"), JSON),
                        new Found("x!/c", List.of("gzip", "zip"), JSON));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 4096})
    void chunksOfTheSourceDoNotMatter(int most) throws IOException {
        byte[] data = concat(utf8("["), Samples.prices(100_000, 1));
        byte[] file = gzip(new Zip()
                .deflated("a", data)
                .described("b", 8, data, Samples.deflate(data, 6, 0), true, false)
                .described("c", 0, data, data, true, false)
                .bytes());
        List<Found> found = documents(new Bytes("x", file, most), Containers.LENIENT, new ArrayList<>());
        assertThat(found).extracting(Found::text).hasSize(3).containsOnly(new String(data, StandardCharsets.UTF_8));
    }

    @Test
    void everyTruncationIsAnErrorThatSaysSo() {
        byte[] inner =
                new Zip().deflated("in.gz", gzip(PLAIN)).stored("b", PLAIN).bytes();
        byte[] file =
                gzip(new Zip().deflated("one.zip", inner).deflated("c", PLAIN).bytes());
        for (int length = 1; length < file.length; length++) {
            Bytes cut = new Bytes("x", Arrays.copyOf(file, length), 7);
            assertThatThrownBy(() -> documents(cut, Containers.LENIENT, new ArrayList<>()))
                    .as("cut at %d", length)
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessageContaining("in x (byte " + length + ")");
        }
    }

    @Test
    void abandonedDocumentsAreCheckedToTheirEnd() throws IOException {
        byte[] large = concat(utf8("["), Samples.prices(300_000, 1));
        byte[] damaged = gzip(large);
        damaged[damaged.length - 6] ^= 1;
        byte[] file = new Zip()
                .stored("a.gz", gzip(large))
                .stored("b.gz", damaged)
                .stored("c", PLAIN)
                .bytes();
        try (ContainerReader reader = ContainerReader.open(new Bytes("x", file, 5000), Containers.LENIENT)) {
            assertThat(reader.next().stream().read()).isEqualTo('[');
            assertThat(reader.next().name()).isEqualTo("x!/b.gz");
            assertThatThrownBy(reader::next)
                    .isInstanceOf(MalformedContentException.class)
                    .hasMessageContaining("gzip member 1 has CRC-32")
                    .hasMessageContaining("in x!/b.gz (byte " + (damaged.length - 8) + ")");
        }
    }

    @Test
    void stripsTheByteOrderMark() throws IOException {
        byte[] marked = concat(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, utf8("  \n"), PLAIN);
        assertThat(documents("x", gzip(marked))).containsExactly(new Found("x", List.of("gzip"), "  \n" + JSON));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,true", "UTF-16LE,false", "UTF-16BE,true", "UTF-16BE,false"})
    void transcodesUtf16(String charset, boolean marked) throws IOException {
        String text = JSON.repeat(3_000);
        byte[] encoded = ((marked ? "\ufeff" : "") + text).getBytes(charset);
        for (int most : new int[] {1, 1000}) {
            assertThat(documents(new Bytes("x", encoded, most), Containers.LENIENT, new ArrayList<>()))
                    .containsExactly(new Found("x", List.of(charset.toLowerCase(Locale.ROOT)), text));
        }
    }

    @Test
    void countsWhatIsNotUtf16() throws IOException {
        byte[] good = "{\"a\":\"\"}".getBytes(StandardCharsets.UTF_16LE);
        byte[] loneHigh = {0x3d, (byte) 0xd8};
        byte[] loneLow = {0, (byte) 0xde};
        byte[] odd = {'x'};
        byte[] file = concat(good, loneHigh, good, loneLow, loneLow, good, odd);
        assertThat(documents("x", file).get(0).text())
                .isEqualTo("{\"a\":\"\"}\ufffd{\"a\":\"\"}\ufffd\ufffd{\"a\":\"\"}\ufffd");
        assertThat(notes(file))
                .containsExactly(new ContainerNote(
                        ContainerNote.Kind.BAD_ENCODING, "x: 4 faults in utf-16le replaced by U+FFFD", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| is empty",
                "' \r\n'| is empty",
                "<!DOCTYPE html><html>| looks like an HTML page, perhaps an error page of the server",
                "<HTML>| looks like an HTML page, perhaps an error page of the server",
                "<?xml version='1.0'?><html xmlns='x'>| looks like an HTML page, perhaps an error page of the server",
                "<?xml version='1.0'?><Error>| looks like XML",
                "a,b,c| looks like CSV",
                "%PDF-1.7| looks like PDF",
                "AccessDenied| is some other text",
                "x\u0001\u0002y| is binary data of no known format"
            })
    void saysWhatIsNotJson(String content, String description) {
        assertThatThrownBy(() -> documents("x", gzip(utf8(content))))
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("Content is not JSON; it " + description + " in x (byte 0)");
    }

    @Test
    void aPlainEmptySourceIsAnError() {
        assertThatThrownBy(() -> documents("x", new byte[0]))
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("Content is not JSON; it is empty in x (byte 0)");
    }

    @Test
    void depthIsLimited() throws IOException {
        byte[] file = PLAIN;
        for (int depth = 0; depth < 4; depth++) {
            file = gzip(file);
        }
        assertThat(documents("x", file)).hasSize(1);
        byte[] deeper = gzip(file);
        assertThatThrownBy(() -> documents("x", deeper))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Limit maxDepth = 4 exceeded");
    }

    @Test
    void membersAreLimited() {
        Zip zip = new Zip();
        for (int i = 0; i < 11; i++) {
            zip.stored("m" + i, PLAIN);
        }
        Bytes source = new Bytes("x", zip.bytes(), 100);
        List<Found> found = new ArrayList<>();
        assertThatThrownBy(() -> documents(source, limits(10, 1000, 0), found))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Limit maxMembers = 10 exceeded")
                .hasMessageContaining("x!/m10");
        assertThat(found).hasSize(10);
    }

    @Test
    void ratioIsLimitedInEveryWrapping() throws IOException {
        byte[] filler = new byte[3_000_000];
        Arrays.fill(filler, (byte) 'x');
        byte[] bomb = gzip(gzip(concat(utf8("["), filler)));
        byte[] hidden = new Zip().stored("a", PLAIN).deflated("skipped", filler).bytes();
        for (byte[] file : List.of(bomb, hidden)) {
            assertThatThrownBy(
                            () -> documents(new Bytes("x", file, 100), limits(10, 200, 1_000_000), new ArrayList<>()))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("Limit maxRatio = 200 exceeded");
            assertThat(documents(new Bytes("x", file, 100), limits(10, 200, 10_000_000), new ArrayList<>()))
                    .hasSize(1);
        }
    }

    @Test
    void aFailingSourceFailsAsItDid() {
        byte[] file = gzip(concat(utf8("["), Samples.noise(100_000, 1)));
        IOException failure = new IOException("connection reset");
        Source failing = new Bytes("x", file, 1000) {
            @Override
            public InputStream open() throws IOException {
                return new SequenceInputStream(new ByteArrayInputStream(file, 0, 70_000), new Failing(failure));
            }
        };
        List<Found> found = new ArrayList<>();
        assertThatThrownBy(() -> documents(failing, Containers.LENIENT, found)).isSameAs(failure);
        assertThat(found).isEmpty();
    }

    @Test
    void reportsProgressInTheSource() throws IOException {
        byte[] file = gzip(concat(utf8("["), Samples.noise(500_000, 1)));
        try (ContainerReader reader = ContainerReader.open(new Bytes("x", file, 5000), Containers.LENIENT)) {
            Document document = reader.next();
            long before = document.compressedPosition();
            document.stream().readNBytes(250_000);
            assertThat(document.compressedPosition()).isBetween(before + 1, (long) file.length - 1);
            document.stream().readAllBytes();
            assertThat(document.compressedPosition()).isEqualTo(file.length);
        }
    }

    @Test
    void arbitraryBytesAreADocumentOrAContentError() throws IOException {
        for (int seed = 0; seed < 3000; seed++) {
            byte[] noise = Samples.noise(1 + seed % 100, seed);
            byte[] magic = List.of(gzip(PLAIN), new Zip().stored("a", PLAIN).bytes(), noise)
                    .get(seed % 3);
            System.arraycopy(magic, 0, noise, 0, Math.min(noise.length, seed % 30));
            try {
                assertThat(documents("x", noise)).isNotEmpty();
            } catch (ContentException e) {
                assertThat(e).hasMessageContaining(" in x");
            }
        }
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> limits(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxMembers 0");
    }

    private static ContainerOptions limits(long maxMembers, long maxRatio, long ratioFreeBytes) {
        return new ContainerOptions(
                4, maxMembers, maxRatio, ratioFreeBytes, 1 << 20, Strictness.LENIENT, InflaterChoice.OWN, 1, null);
    }

    private static final class Failing extends BulkStream {

        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw failure;
        }
    }
}
