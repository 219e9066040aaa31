package io.github.tic4j.internal.inflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ByteInputTest {

    private static final byte[] DATA = Samples.noise(200_000, 1);

    @Test
    void looksAheadWithoutTaking() throws IOException {
        ByteInput input = new ByteInput(Samples.trickle(DATA, 3), "x");
        assertThat(input.require(8)).isTrue();
        assertThat(input.peek(7)).isEqualTo(DATA[7] & 0xff);
        assertThat((int) input.peekLittleEndian(0, 4))
                .isEqualTo(Integer.reverseBytes(java.nio.ByteBuffer.wrap(DATA).getInt()));
        assertThat(input.offset()).isZero();
        input.advance(8);
        assertThat(input.offset()).isEqualTo(8);
        assertThat(input.read()).isEqualTo(DATA[8] & 0xff);
    }

    @Test
    void smallAndLargeReadsAndLookAheadsMix() throws IOException {
        ByteInput input = new ByteInput(Samples.trickle(DATA, 70_000), "x");
        byte[] read = new byte[DATA.length];
        int position = 0;
        for (int size = 1; position < DATA.length; size = size * 7 % 80_021) {
            input.require(size % ByteInput.MAX_LOOK_AHEAD);
            assertThat(input.offset()).isEqualTo(position);
            position += Math.max(0, input.read(read, position, Math.min(size, DATA.length - position)));
        }
        assertThat(read).isEqualTo(DATA);
        assertThat(input.read()).isEqualTo(-1);
        assertThat(input.require(1)).isFalse();
    }

    @Test
    void misuseIsAnError() throws IOException {
        ByteInput input = new ByteInput(Samples.trickle(new byte[10], 10), "x");
        assertThat(input.require(11)).isFalse();
        assertThatThrownBy(() -> input.peek(10))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("10");
        assertThatThrownBy(() -> input.advance(11))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("11");
        ByteInput other = new ByteInput(Samples.trickle(DATA, 10), "x");
        assertThatThrownBy(() -> other.require(5000))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("5000");
    }
}
