package io.github.tic4j.internal.inflate;

import io.github.tic4j.source.ContentException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The platform's decoder. */
final class JdkDecoder implements DeflateDecoder {

    private final ByteInput input;
    private final Inflater inflater = new Inflater(true);
    private @Nullable ContentException fault;

    JdkDecoder(ByteInput input) {
        this.input = input;
    }

    @Override
    public int decode(byte[] target, int offset, int length) throws IOException {
        while (fault == null && !inflater.finished()) {
            boolean supplied = input.require(1);
            int count = inflate(target, offset, length);
            if (count > 0) {
                return count;
            }
            if (!supplied && fault == null && !inflater.finished()) {
                fault = input.truncated("DEFLATE stream ends too early");
            }
        }
        if (fault != null) {
            throw fault;
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) {
        inflater.setInput(input.buffer, input.position, input.limit - input.position);
        long before = inflater.getBytesWritten();
        try {
            inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            fault = input.malformed("DEFLATE stream is damaged: " + e.getMessage());
        }
        input.position = input.limit - inflater.getRemaining();
        return (int) (inflater.getBytesWritten() - before);
    }

    @Override
    public void reset() {
        inflater.reset();
        fault = null;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
