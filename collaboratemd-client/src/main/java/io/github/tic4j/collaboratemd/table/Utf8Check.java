package io.github.tic4j.collaboratemd.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes that arrive in pieces are well-formed UTF-8. */
final class Utf8Check {

    private static final int LONGEST_SEQUENCE = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer discarded = CharBuffer.allocate(1 << 12);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private boolean wellFormed = true;

    void update(byte[] bytes, int length) {
        if (wellFormed) {
            ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length);
            in.put(rest).put(bytes, 0, length).flip();
            decode(in, false);
            wellFormed &= in.remaining() < LONGEST_SEQUENCE;
            rest = in;
        }
    }

    /** Whether all that came so far is well-formed, with no sequence left open at the end. */
    boolean isWellFormed() {
        decode(rest, true);
        return wellFormed;
    }

    private void decode(ByteBuffer in, boolean isEnd) {
        while (wellFormed) {
            discarded.clear();
            var result = decoder.decode(in, discarded, isEnd);
            wellFormed = !result.isError();
            if (!result.isOverflow()) {
                return;
            }
        }
    }
}
