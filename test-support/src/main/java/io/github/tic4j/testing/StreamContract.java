package io.github.tic4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every stream of content must do, wherever the content comes from. One sub-class per kind of source or container. */
public abstract class StreamContract {

    private static final byte[] CONTENT = content();

    /** Opens a stream whose content is these bytes. */
    protected abstract InputStream open(byte[] content) throws IOException;

    @Test
    void deliversEveryByte() throws IOException {
        try (InputStream in = open(CONTENT)) {
            assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void deliversTheSameByteByByte() throws IOException {
        byte[] read = new byte[CONTENT.length];
        try (InputStream in = open(CONTENT)) {
            for (int i = 0; i < read.length; i++) {
                read[i] = (byte) in.read();
            }
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(read).isEqualTo(CONTENT);
    }

    @Test
    void deliversTheSameInOddChunks() throws IOException {
        try (InputStream in = Streams.chunked(open(CONTENT), 5)) {
            assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void deliversASingleByte() throws IOException {
        try (InputStream in = open(new byte[] {'{'})) {
            assertThat(in.readAllBytes()).containsExactly('{');
        }
    }

    @Test
    void staysAtTheEnd() throws IOException {
        try (InputStream in = open(new byte[] {'{'})) {
            in.readAllBytes();
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[4], 0, 4)).isEqualTo(-1);
        }
    }

    @Test
    void readsNothingWhereNothingIsAsked() throws IOException {
        try (InputStream in = open(CONTENT)) {
            assertThat(in.read(new byte[4], 4, 0)).isZero();
            assertThat(in.read()).isEqualTo(CONTENT[0]);
        }
    }

    @Test
    void readsIntoTheMiddleOfAnArray() throws IOException {
        byte[] to = new byte[6];
        try (InputStream in = open(CONTENT)) {
            assertThat(in.readNBytes(to, 2, 3)).isEqualTo(3);
        }
        assertThat(to).containsExactly(0, 0, CONTENT[0], CONTENT[1], CONTENT[2], 0);
    }

    @Test
    void skipsAsItReads() throws IOException {
        try (InputStream in = open(CONTENT)) {
            in.skipNBytes(70_001);
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(CONTENT, 70_001, CONTENT.length));
        }
    }

    @Test
    void neverClaimsMoreThanThereIs() throws IOException {
        try (InputStream in = open(CONTENT)) {
            in.skipNBytes(CONTENT.length - 1);
            assertThat(in.available()).isBetween(0, 1);
        }
    }

    @Test
    void closesInTheMiddleAndTwice() throws IOException {
        InputStream in = open(CONTENT);
        in.readNBytes(10);
        in.close();
        in.close();
        assertThatThrownBy(in::read)
                .isInstanceOf(IOException.class)
                .matches(e -> e.toString().contains("losed"));
    }

    @Test
    void twoStreamsDoNotDisturbEachOther() throws IOException {
        try (InputStream first = open(CONTENT);
                InputStream second = open(CONTENT)) {
            first.readNBytes(1000);
            assertThat(second.readAllBytes()).isEqualTo(CONTENT);
            assertThat(first.readAllBytes()).hasSize(CONTENT.length - 1000);
        }
    }

    private static byte[] content() {
        return MrfGenerator.generate(MrfSpec.builder().targetBytes(200_000).build())
                .bytes();
    }
}
