package io.github.tic4j.internal.inflate;

import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.deflate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.MalformedContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateStreamTest {

    static Stream<byte[]> samples() {
        return Stream.of(
                new byte[0],
                new byte[] {42},
                new byte[300_000],
                Samples.prices(500_000, 1),
                Samples.noise(200_000, 2),
                Samples.skewed(200_000, 3),
                Samples.repeats(300_000, 4),
                concat(Samples.noise(32_768, 5), Samples.noise(32_768, 5), Samples.prices(70_000, 6)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAllLevelsAndStrategies(byte[] data) throws IOException {
        for (int level = 0; level <= 9; level++) {
            for (int strategy : new int[] {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY}) {
                byte[] deflated = deflate(data, level, strategy);
                assertThat(Samples.read(open(deflated), 1 << 18))
                        .as("level %d strategy %d", level, strategy)
                        .isEqualTo(data);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsFlushedStreams(byte[] data) throws IOException {
        for (int flush : new int[] {Deflater.SYNC_FLUSH, Deflater.FULL_FLUSH}) {
            for (int piece : new int[] {97, 5_000, 100_000}) {
                byte[] deflated = deflate(data, 6, Deflater.DEFAULT_STRATEGY, piece, flush);
                assertThat(Samples.read(open(deflated), 100_000))
                        .as("piece %d", piece)
                        .isEqualTo(data);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(InflaterChoice.class)
    void leavesTheInputBehindTheStream(InflaterChoice choice) throws IOException {
        byte[] rest = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (int size = 0; size < 300; size++) {
            byte[] data = Samples.prices(size * 5, size);
            byte[] deflated = deflate(data, size % 10, size % 3);
            ByteInput input = new ByteInput(Samples.trickle(concat(deflated, rest), 1 + size % 70), "x");
            assertThat(new DeflateStream(input, choice).readAllBytes()).isEqualTo(data);
            assertThat(input.offset()).isEqualTo(deflated.length);
            assertThat(input.readAllBytes()).isEqualTo(rest);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 9, 100})
    void aMatchBeforeTheStartIsAnError(int size) {
        // A block of fixed codes: a match of length 3 at distance 1, then the end.
        byte[] match = Arrays.copyOf(new byte[] {3, 2, 0}, size);
        // The same behind a literal, at distance 1 and at distance 2.
        byte[] sound = Arrays.copyOf(new byte[] {0x4b, 4, 2, 0}, Math.max(4, size));
        byte[] tooFar = Arrays.copyOf(new byte[] {0x4b, 4, 0x42, 0}, Math.max(4, size));
        assertFails(match, "DEFLATE stream is damaged: a match begins before the start");
        assertThat(outcome(InflaterChoice.OWN, sound, 10)).isEqualTo(outcome(InflaterChoice.JDK, sound, 10));
        assertFails(tooFar, "DEFLATE stream is damaged: a match begins before the start");
    }

    @ParameterizedTest
    @CsvSource({
        "07, unknown kind of block",
        "01 01 00 01 00, length of a stored block does not match its complement",
        "fd 1f, too many codes",
        "05 00 00 00, code lengths are wrong",
        "1b 07, no such code",
        "03 3e, no such code"
    })
    void saysWhatIsDamaged(String hex, String problem) {
        byte[] start = HexFormat.ofDelimiter(" ").parseHex(hex);
        for (int size : new int[] {start.length + 2, 40}) {
            assertFails(Arrays.copyOf(start, size), "DEFLATE stream is damaged: " + problem + " in x (byte ");
        }
    }

    @Test
    void saysWhereTheDamageIs() {
        byte[] sound = deflate(Samples.prices(300_000, 1), 6, 0, 300_000, Deflater.SYNC_FLUSH);
        int end = sound.length - 2;
        // Instead of the last, empty block: a block of an unknown kind.
        byte[] damaged = concat(Arrays.copyOf(sound, end), new byte[] {7}, new byte[100]);
        assertThatThrownBy(() -> open(damaged).readAllBytes())
                .hasMessage("DEFLATE stream is damaged: unknown kind of block in x (byte " + (end + 1) + ")");
    }

    @Test
    void hostileHeadersFailAsThePlatformFails() {
        Random random = new Random(8);
        int[] outcomes = new int[2];
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = new byte[20 + random.nextInt(100)];
            random.nextBytes(bytes);
            bytes[0] = (byte) ((bytes[0] & 0xf8) | (5 - random.nextInt(2)));
            byte[] own = outcome(InflaterChoice.OWN, bytes, 1000);
            assertThat(own).isEqualTo(outcome(InflaterChoice.JDK, bytes, 1000));
            outcomes[own == null ? 0 : 1]++;
        }
        assertThat(outcomes[0]).isPositive();
    }

    @Property(tries = 300)
    void anyBytesSurvive(
            @ForAll @Size(max = 3000) byte[] data,
            @ForAll @IntRange(min = 0, max = 9) int level,
            @ForAll @IntRange(min = 1, max = 100) int chunk,
            @ForAll @IntRange(min = 1, max = 70_000) int readSize)
            throws IOException {
        ByteInput input = new ByteInput(Samples.trickle(deflate(data, level, level % 3), chunk), "x");
        assertThat(Samples.read(new DeflateStream(input, InflaterChoice.OWN), readSize))
                .isEqualTo(data);
    }

    @Property(tries = 400)
    void damagedStreamsEndAsThePlatformEndsThem(
            @ForAll("damaged") byte[] stream, @ForAll @IntRange(min = 1, max = 100_000) int readSize) {
        byte[] own = outcome(InflaterChoice.OWN, stream, readSize);
        byte[] platform = outcome(InflaterChoice.JDK, stream, readSize);
        assertThat(own).isEqualTo(platform);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        List<byte[]> streams = samples()
                .map(data -> Arrays.copyOf(data, Math.min(data.length, 20_000)))
                .flatMap(data -> Stream.of(deflate(data, 1, 0), deflate(data, 9, 0), deflate(data, 6, 2)))
                .toList();
        return Arbitraries.of(streams)
                .flatMap(stream -> Arbitraries.integers()
                        .between(0, stream.length * 8 - 1)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(bits -> {
                            byte[] damaged = stream.clone();
                            bits.forEach(bit -> damaged[bit / 8] ^= (byte) (1 << bit % 8));
                            return damaged;
                        }));
    }

    private static void assertFails(byte[] stream, String message) {
        assertThatThrownBy(() -> open(stream).readAllBytes())
                .isInstanceOf(MalformedContentException.class)
                .hasMessageStartingWith(message);
        assertThat(outcome(InflaterChoice.JDK, stream, 1000)).isNull();
    }

    /** What a decoder makes of a stream, or {@code null} if it fails. */
    private static byte[] outcome(InflaterChoice choice, byte[] stream, int readSize) {
        ByteInput input = new ByteInput(new ByteArrayInputStream(stream), "x");
        try (DeflateStream in = new DeflateStream(input, choice)) {
            byte[] data = Samples.read(in, readSize);
            return concat(data, Samples.littleEndian(input.offset()));
        } catch (ContentException e) {
            return null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DeflateStream open(byte[] stream) {
        return new DeflateStream(new ByteInput(new ByteArrayInputStream(stream), "x"), InflaterChoice.OWN);
    }
}
