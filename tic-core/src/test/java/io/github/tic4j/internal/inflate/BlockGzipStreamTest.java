package io.github.tic4j.internal.inflate;

import static io.github.tic4j.internal.inflate.Samples.concat;
import static io.github.tic4j.internal.inflate.Samples.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockGzipStreamTest {

    private static final byte[] DATA = Samples.prices(3_000_000, 1);
    private static final byte[] FILE = blocks(DATA);

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 65_536, 300_000})
    void readsBlocksInOrder(int size) throws IOException {
        try (InputStream in = open(new ByteArrayInputStream(FILE))) {
            assertThat(in).isInstanceOf(BlockGzipStream.class);
            assertThat(Samples.read(in, size)).isEqualTo(DATA);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void chunksOfTheSourceDoNotMatter() throws IOException {
        try (InputStream in = open(Samples.trickle(FILE, 7))) {
            assertThat(in.readAllBytes()).isEqualTo(DATA);
        }
    }

    @Test
    void goesOnWithOrdinaryMembersAndPadding() throws IOException {
        byte[] file = concat(FILE, gzip(DATA), new byte[5], FILE, new byte[3]);
        try (InputStream in = open(new ByteArrayInputStream(file))) {
            assertThat(in.readAllBytes()).isEqualTo(concat(DATA, DATA, DATA));
        }
    }

    @Test
    void blocksOfAnyContentSizeAreRead() throws IOException {
        byte[] zeros = new byte[5_000_000];
        byte[] file = concat(block(zeros), block(DATA, 0, 1000), block(zeros));
        try (InputStream in = open(new ByteArrayInputStream(file))) {
            assertThat(in.readAllBytes()).isEqualTo(concat(zeros, Arrays.copyOf(DATA, 1000), zeros));
        }
    }

    @Test
    void oneThreadReadsThemOneByOne() throws IOException {
        try (InputStream in = GzipStream.open(input(new ByteArrayInputStream(FILE)), InflaterChoice.OWN, 1)) {
            assertThat(in).isInstanceOf(GzipStream.class);
            assertThat(in.readAllBytes()).isEqualTo(DATA);
        }
    }

    @Test
    void everyTruncationSaysTruncatedBehindTheContent() throws IOException {
        byte[] data = Arrays.copyOf(DATA, 200_000);
        byte[] file = blocks(data);
        for (int length = 18; length < file.length - 28; length += 601) {
            byte[] cut = Arrays.copyOf(file, length);
            try (InputStream in = open(new ByteArrayInputStream(cut))) {
                ByteArrayOutputStream delivered = new ByteArrayOutputStream();
                assertThatThrownBy(() -> in.transferTo(delivered))
                        .isInstanceOf(TruncatedContentException.class)
                        .hasMessageContaining("in x.gz (byte " + length + ")");
                byte[] expected = Arrays.copyOf(data, delivered.size());
                assertThat(delivered.toByteArray()).isEqualTo(expected);
            }
        }
    }

    @Test
    void damageIsRaisedBehindTheContentBefore() throws IOException {
        int third = 2 * block(DATA, 0, 60_000).length + 100;
        for (int index = third; index < FILE.length; index += 40_009) {
            byte[] damaged = FILE.clone();
            damaged[index] ^= 0x10;
            try (InputStream in = open(new ByteArrayInputStream(damaged))) {
                ByteArrayOutputStream delivered = new ByteArrayOutputStream();
                assertThatThrownBy(() -> in.transferTo(delivered))
                        .isInstanceOf(ContentException.class)
                        .hasMessageContaining("in x.gz (byte ");
                assertThat(delivered.size()).isGreaterThanOrEqualTo(100_000);
                assertThatThrownBy(in::read)
                        .isInstanceOf(ContentException.class)
                        .hasMessageContaining("x.gz");
            }
        }
    }

    @Test
    void aBlockThatLiesAboutItsSizeIsMalformed() throws IOException {
        byte[] file = FILE.clone();
        file[16]--;
        try (InputStream in = open(new ByteArrayInputStream(file))) {
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(MalformedContentException.class)
                    .hasMessageContaining("gzip block is larger than it says in x.gz (byte ");
        }
    }

    @Test
    void aFailureOfTheSourceIsRaisedBehindTheContentBefore() throws IOException {
        IOException failure = new IOException("connection reset");
        InputStream failing = new BulkStream() {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw failure;
            }
        };
        InputStream source = new SequenceInputStream(new ByteArrayInputStream(FILE, 0, FILE.length / 2), failing);
        try (InputStream in = open(source)) {
            ByteArrayOutputStream delivered = new ByteArrayOutputStream();
            assertThatThrownBy(() -> in.transferTo(delivered)).isSameAs(failure);
            assertThat(delivered.size()).isGreaterThan(DATA.length / 3);
            assertThat(delivered.toByteArray()).isEqualTo(Arrays.copyOf(DATA, delivered.size()));
        }
    }

    private static InputStream open(InputStream source) throws IOException {
        return GzipStream.open(input(source), InflaterChoice.OWN, 3);
    }

    private static ByteInput input(InputStream source) {
        return new ByteInput(source, "x.gz");
    }

    /** A file as bgzip writes it, with its empty last block. */
    static byte[] blocks(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < data.length; from += 60_000) {
            out.writeBytes(block(data, from, Math.min(data.length, from + 60_000)));
        }
        out.writeBytes(block(new byte[0]));
        return out.toByteArray();
    }

    private static byte[] block(byte[] data, int from, int to) {
        return block(Arrays.copyOfRange(data, from, to));
    }

    private static byte[] block(byte[] data) {
        byte[] deflated = Samples.deflate(data, 6, 0);
        int size = 18 + deflated.length + 8 - 1;
        byte[] header = {
            0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff, 6, 0, 'B', 'C', 2, 0, (byte) size, (byte) (size >> 8)
        };
        return gzip(data, deflated, header);
    }
}
