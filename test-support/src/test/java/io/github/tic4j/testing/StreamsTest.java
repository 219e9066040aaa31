package io.github.tic4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class StreamsTest {

    private static final byte[] TEN = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static InputStream ten() {
        return new ByteArrayInputStream(TEN);
    }

    @Test
    void oneByteAtATimeGivesOneByteForAnyRequest() throws IOException {
        InputStream in = Streams.oneByteAtATime(ten());

        assertThat(in.read(new byte[5], 0, 5)).isEqualTo(1);
        assertThat(in.read(new byte[5], 0, 0)).isZero();
        assertThat(in.readAllBytes()).hasSize(9);
    }

    @Test
    void chunksLoseNothing() throws IOException {
        byte[] content = new byte[10_000];
        content[9_999] = 1;

        assertThat(Streams.chunked(new ByteArrayInputStream(content), 3).readAllBytes())
                .isEqualTo(content);
    }

    @Test
    void failingStreamDeliversWhatComesBefore() throws IOException {
        InputStream in = Streams.failingAt(ten(), 4);

        assertThat(in.readNBytes(4)).containsExactly(0, 1, 2, 3);
        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("failed at byte 4 as asked");
    }

    @Test
    void truncatedStreamEndsEarly() throws IOException {
        assertThat(Streams.truncatedAt(ten(), 3).readAllBytes()).containsExactly(0, 1, 2);
        assertThat(Streams.truncatedAt(ten(), 30).readAllBytes()).hasSize(10);
        assertThat(Streams.truncatedAt(ten(), 3).skip(8)).isEqualTo(3);
    }

    @Test
    void neverAvailableHidesWhatIsThere() throws IOException {
        assertThat(Streams.neverAvailable(ten()).available()).isZero();
    }

    @Test
    void countingStreamCountsBytesAndClosings() throws IOException {
        Streams.Counting in = Streams.counting(ten());
        assertThat(in.read()).isZero();
        assertThat(in.skip(2)).isEqualTo(2);
        assertThat(in.readAllBytes()).hasSize(7);
        in.close();

        assertThat(in.count()).isEqualTo(10);
        assertThat(in.closings()).isEqualTo(1);
    }
}
