package io.github.tic4j.internal.inflate;

import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.deflate;
import static io.github.tic4j.internal.inflate.Samples.gzip;
import static io.github.tic4j.internal.inflate.Samples.trickle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {

    private static final byte[] SMALL = Samples.prices(600, 1);
    private static final byte[] LARGE = Samples.prices(700_000, 2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 100, 319, 320, 321, 4096, 65_535, 65_536, 65_537, 262_144, 1_000_000})
    void readSizeDoesNotMatter(int size) throws IOException {
        assertThat(Samples.read(open(gzip(LARGE)), size)).isEqualTo(LARGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 63, 64, 65, 639, 640, 641, 5000})
    void chunksOfTheSourceDoNotMatter(int most) throws IOException {
        byte[] data = Arrays.copyOf(LARGE, 200_000);
        assertThat(Samples.read(open(trickle(gzip(data), most)), 70_000)).isEqualTo(data);
    }

    @ParameterizedTest
    @EnumSource(InflaterChoice.class)
    void readsMembersOfAllSizes(InflaterChoice choice) throws IOException {
        byte[] empty = gzip(new byte[0]);
        byte[] file = concat(gzip(SMALL), empty, gzip(LARGE), empty, empty, gzip(new byte[] {1}), empty);
        GzipStream stream = new GzipStream(new ByteInput(new ByteArrayInputStream(file), "x.gz"), choice);
        assertThat(Samples.read(stream, 100_000)).isEqualTo(concat(SMALL, LARGE, new byte[] {1}));
        assertThat(stream.members()).isEqualTo(7);
    }

    @Test
    void readsWhatThePlatformWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(LARGE);
        }
        assertThat(Samples.read(open(out.toByteArray()), 1 << 18)).isEqualTo(LARGE);
    }

    @Test
    void singleBytesAndBulkReadsMix() throws IOException {
        InputStream in = open(gzip(LARGE));
        byte[] read = new byte[LARGE.length];
        int position = 0;
        for (int size = 1; position < read.length; size = size * 3 % 200_003) {
            read[position++] = (byte) in.read();
            position += Math.max(0, in.read(read, position, Math.min(size, read.length - position)));
        }
        assertThat(in.read()).isEqualTo(-1);
        assertThat(read).isEqualTo(LARGE);
    }

    @Test
    void aReadWritesNothingOutsideItsRange() throws IOException {
        InputStream in = open(gzip(LARGE));
        byte[] target = new byte[100_100];
        Arrays.fill(target, (byte) 77);
        int count = in.read(target, 50, 100_000);
        assertThat(Arrays.copyOf(target, 50)).containsOnly(77);
        assertThat(Arrays.copyOfRange(target, 100_050, 100_100)).containsOnly(77);
        assertThat(Arrays.copyOfRange(target, 50, 50 + count)).isEqualTo(Arrays.copyOf(LARGE, count));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 31})
    void stepsOverEveryKindOfHeader(int flags) throws IOException {
        byte[] file = gzip(SMALL, deflate(SMALL, 6, 0), header(flags));
        assertThat(Samples.read(open(file), 1000)).isEqualTo(SMALL);
        file[10 + (flags & 4) / 4 * 2] ^= 1;
        if ((flags & 2) != 0 && flags != 2) {
            assertFails(file, MalformedContentException.class, "gzip header has CRC-16");
        }
    }

    @Test
    void rejectsWhatIsNoHeader() {
        byte[] file = gzip(SMALL);
        assertFails(
                changed(file, 0),
                MalformedContentException.class,
                "gzip magic number expected: byte 1f, was 1e in x.gz (byte 1)");
        assertFails(
                changed(file, 1),
                MalformedContentException.class,
                "gzip magic number expected: byte 8b, was 8a in x.gz (byte 2)");
        assertFails(
                changed(file, 2),
                MalformedContentException.class,
                "gzip compression method expected: byte 08, was 09 in x.gz (byte 3)");
        file[3] = 0x40;
        assertFails(file, MalformedContentException.class, "gzip header has reserved flags set: 40 in x.gz (byte 4)");
    }

    @Test
    void stepsOverPaddingAndCountsIt() throws IOException {
        byte[] padding = {0, 0, '\r', '\n', ' ', '\t', 0};
        GzipStream stream = open(concat(gzip(SMALL), padding, gzip(SMALL), padding));
        assertThat(Samples.read(stream, 1000)).isEqualTo(concat(SMALL, SMALL));
        assertThat(stream.paddingBytes()).isEqualTo(14);
    }

    @Test
    void otherBytesBehindTheLastMemberAreAnError() {
        byte[] file = concat(gzip(SMALL), new byte[] {0, 'x'});
        assertFails(file, MalformedContentException.class, "gzip magic number expected: byte 1f, was 78");
    }

    @Test
    void aDamagedLaterMemberIsAnErrorAfterTheSoundOnes() {
        byte[] second = gzip(SMALL);
        for (int i = 0; i < second.length; i++) {
            if (i < 3 || i > 9) {
                assertFailsAfter(concat(gzip(SMALL), changed(second, i)), SMALL.length, ContentException.class);
            }
        }
    }

    @Test
    void anEmptyFileIsTruncated() {
        assertFails(new byte[0], TruncatedContentException.class, "gzip stream ends within a header in x.gz (byte 0)");
    }

    @Test
    void wrongChecksumAndLengthAreErrors() {
        byte[] file = gzip(SMALL);
        assertFails(changed(file, file.length - 8), MalformedContentException.class, "gzip member 1 has CRC-32 ");
        assertFails(
                changed(file, file.length - 4),
                MalformedContentException.class,
                "gzip member 1 has 600 bytes, its trailer says 601");
    }

    @ParameterizedTest
    @EnumSource(InflaterChoice.class)
    void everyTruncationSaysTruncated(InflaterChoice choice) {
        byte[] file = concat(gzip(SMALL), gzip(Samples.noise(100, 3)), gzip(Samples.repeats(300, 4)));
        int second = gzip(SMALL).length;
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            if (length != second && length != second + gzip(Samples.noise(100, 3)).length) {
                assertThatThrownBy(() -> new GzipStream(new ByteInput(trickle(cut, 5), "x.gz"), choice).readAllBytes())
                        .as("cut at %d", length)
                        .isInstanceOf(TruncatedContentException.class)
                        .hasMessageContaining("in x.gz (byte " + length + ")");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(InflaterChoice.class)
    void aBitFlipIsAnErrorOrChangesNothing(InflaterChoice choice) throws IOException {
        byte[] data = concat(Samples.prices(300, 5), Samples.repeats(200, 6));
        byte[] file = gzip(data);
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                byte[] read =
                        new GzipStream(new ByteInput(new ByteArrayInputStream(flipped), "x"), choice).readAllBytes();
                assertThat(read).as("bit %d", bit).isEqualTo(data);
            } catch (ContentException e) {
                assertThat(e).hasMessageContaining(" in x (byte ");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(InflaterChoice.class)
    void everythingBeforeTheFaultIsDelivered(InflaterChoice choice) throws IOException {
        byte[] deflated = deflate(LARGE, 6, 0, 10_000, Deflater.SYNC_FLUSH);
        byte[] file = Arrays.copyOf(gzip(LARGE, deflated, header(0)), deflated.length / 2);
        InputStream in = new GzipStream(new ByteInput(new ByteArrayInputStream(file), "x"), choice);
        ByteArrayOutputStream delivered = new ByteArrayOutputStream();
        assertThatThrownBy(() -> in.transferTo(delivered)).hasMessageContaining("ends too early");
        assertThat(delivered.size()).isGreaterThan(LARGE.length / 3);
        assertThat(delivered.toByteArray()).isEqualTo(Arrays.copyOf(LARGE, delivered.size()));
    }

    @ParameterizedTest
    @EnumSource(InflaterChoice.class)
    void aFaultIsRaisedAgainAndAgain(InflaterChoice choice) {
        byte[] file = changed(gzip(SMALL), gzip(SMALL).length - 6);
        InputStream in = new GzipStream(new ByteInput(new ByteArrayInputStream(file), "x"), choice);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(MalformedContentException.class)
                    .hasMessageContaining("CRC-32");
        }
    }

    @Test
    void closeClosesTheSource() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream source = new ByteArrayInputStream(gzip(SMALL)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        open(source).close();
        assertThat(closed[0]).isTrue();
    }

    private static byte[] header(int flags) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
        if ((flags & 4) != 0) {
            out.writeBytes(new byte[] {3, 1});
            out.writeBytes(new byte[259]);
        }
        if ((flags & 8) != 0) {
            out.writeBytes(new byte[] {'n', 'a', 'm', 'e', 0});
        }
        if ((flags & 16) != 0) {
            out.writeBytes(new byte[] {'c', (byte) 0xe9, 0});
        }
        if ((flags & 2) != 0) {
            CRC32 crc = new CRC32();
            crc.update(out.toByteArray());
            out.write((int) crc.getValue());
            out.write((int) crc.getValue() >> 8);
        }
        return out.toByteArray();
    }

    private static byte[] changed(byte[] file, int index) {
        byte[] changed = file.clone();
        changed[index] ^= 1;
        return changed;
    }

    private static GzipStream open(byte[] file) {
        return open(new ByteArrayInputStream(file));
    }

    private static GzipStream open(InputStream source) {
        return new GzipStream(new ByteInput(source, "x.gz"), InflaterChoice.OWN);
    }

    private static void assertFails(byte[] file, Class<? extends ContentException> type, String message) {
        assertThatThrownBy(() -> open(file).readAllBytes()).isInstanceOf(type).hasMessageContaining(message);
    }

    private static void assertFailsAfter(byte[] file, int delivered, Class<? extends ContentException> type) {
        InputStream in = open(file);
        assertThatThrownBy(() -> {
                    assertThat(in.readNBytes(delivered)).isEqualTo(SMALL);
                    in.readAllBytes();
                })
                .isInstanceOf(type)
                .hasMessageContaining("x.gz");
    }
}
