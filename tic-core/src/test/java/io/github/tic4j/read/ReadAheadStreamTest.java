package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadAheadStreamTest {

    private static final int BYTES = 1 << 20;

    @Test
    @Timeout(60)
    void anErrorOnTheOtherThreadReachesTheReaderBehindWhatCameBefore() throws IOException {
        try (ReadAheadStream stream = new ReadAheadStream(new Failing(), "failing")) {
            assertThat(stream.readNBytes(BYTES)).hasSize(BYTES);
            assertThatThrownBy(stream::read)
                    .isInstanceOf(IOException.class)
                    .hasMessage("Reading ahead failed: java.lang.OutOfMemoryError: made up");
        }
    }

    @Test
    @Timeout(60)
    void readingAfterCloseIsAnErrorAndDoesNotWait() throws IOException {
        ReadAheadStream stream = new ReadAheadStream(InputStream.nullInputStream(), "closed");
        stream.close();

        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessage("The stream is closed: closed");
    }

    /** A megabyte of zeros, then an error. */
    private static final class Failing extends InputStream {
        private int left = BYTES;

        @Override
        public int read() {
            if (left-- == 0) {
                throw new OutOfMemoryError("made up");
            }
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(length, left);
            if (count == 0) {
                throw new OutOfMemoryError("made up");
            }
            left -= count;
            return count;
        }
    }
}
