package io.github.tic4j.internal.inflate;

import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.deflate;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.source.ContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
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
    @ValueSource(ints = {1, 20, 33_000, 100_000})
    void aDistanceBeforeTheStartIsAnError(int size) {
        byte[] data = concat(Samples.noise(20_000, 7), Samples.noise(20_000, 7));
        byte[] deflated = deflate(data, 9, 0);
        // A stored block of the first half replaced by a shorter one moves the start of history.
        byte[] cut = concat(new byte[] {0, 1, 0, (byte) 0xfe, (byte) 0xff, 9}, secondBlock(deflated));
        assertThat(outcome(InflaterChoice.OWN, cut, size)).isEqualTo(outcome(InflaterChoice.JDK, cut, size));
    }

    private static byte[] secondBlock(byte[] deflated) {
        int length = deflated[1] & 0xff | (deflated[2] & 0xff) << 8;
        return Arrays.copyOfRange(deflated, 5 + length, deflated.length);
    }

    @Test
    void hostileHeadersFailAsThePlatformFails() {
        Random random = new Random(8);
        int[] outcomes = new int[2];
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = new byte[20 + random.nextInt(100)];
            random.nextBytes(bytes);
            bytes[0] = (byte) (bytes[0] & 0xf8 | 5 - random.nextInt(2));
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
