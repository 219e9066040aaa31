package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.BulkStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.LongConsumer;

/** UTF-16 turned into UTF-8. What is not UTF-16 becomes U+FFFD and is counted. */
final class Utf16Stream extends BulkStream {

    private static final int CAPACITY = 1 << 14;

    private final InputStream in;
    private final LongConsumer onEnd;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final ByteBuffer source = ByteBuffer.allocate(CAPACITY).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(CAPACITY).limit(0);
    private final ByteBuffer ready = ByteBuffer.allocate(4 * CAPACITY).limit(0);
    private long faults;
    private boolean sourceEnded;
    private boolean ended;

    /** Hands the number of faults to {@code onEnd} when the end is reached. */
    Utf16Stream(InputStream in, Charset charset, LongConsumer onEnd) {
        this.in = in;
        this.onEnd = onEnd;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        while (!ready.hasRemaining() && !ended) {
            refill();
        }
        if (!ready.hasRemaining() && length > 0) {
            return -1;
        }
        int count = Math.min(length, ready.remaining());
        ready.get(target, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void refill() throws IOException {
        if (!sourceEnded) {
            source.compact();
            int count = in.read(source.array(), source.position(), source.remaining());
            sourceEnded = count < 0;
            source.position(source.position() + Math.max(0, count)).flip();
        }
        chars.clear();
        CoderResult result = decoder.decode(source, chars, sourceEnded);
        while (result.isError()) {
            // A lone high surrogate counts for itself only; the character behind it may be sound.
            source.position(source.position() + Math.min(Character.BYTES, result.length()));
            chars.put('\ufffd');
            faults++;
            result = decoder.decode(source, chars, sourceEnded);
        }
        chars.flip();
        ready.clear();
        encoder.encode(chars, ready, true);
        encoder.reset();
        ready.flip();
        if (sourceEnded) {
            ended = true;
            onEnd.accept(faults);
        }
    }
}
