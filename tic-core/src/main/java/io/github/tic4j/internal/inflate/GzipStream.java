package io.github.tic4j.internal.inflate;

import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The content of a gzip file (RFC 1952) of any number of members. Checksum and length of each member are checked. NULs
 * and white space behind a member are stepped over and counted; anything else there must be a further, sound member.
 *
 * <p>A file that ends too early raises {@link TruncatedContentException}, a damaged one
 * {@link MalformedContentException}, with the offset in the compressed file, once all bytes before the fault have been
 * delivered; every later read raises it again.
 *
 * <p>Made for reads of 64 KiB and more, though any size will do. Not safe for use by several threads. {@link #close()}
 * closes the input.
 */
public final class GzipStream extends BulkStream {

    private final ByteInput input;
    private final DeflateDecoder decoder;
    private final CRC32 checksum = new CRC32();
    private long memberLength;
    private int members;
    private long paddingBytes;
    private boolean inMember;
    private boolean ended;
    private @Nullable ContentException fault;

    /** Starts at the position of the input, where a member must begin, and ends with the input. */
    public GzipStream(ByteInput input, InflaterChoice choice) {
        this(input, choice, 0);
    }

    /** Starts behind some members: a further one may begin at the position of the input. */
    GzipStream(ByteInput input, InflaterChoice choice, int members) {
        this.input = input;
        this.decoder = choice.decoder(input);
        this.members = members;
    }

    /**
     * The content of a gzip file, decoded by several threads where its members say how long they are, as bgzip's do.
     *
     * @param threads how many threads to use for that; with 1 the caller's only
     */
    public static InputStream open(ByteInput input, InflaterChoice choice, int threads) throws IOException {
        return threads > 1 && BlockGzipStream.startsAt(input)
                ? new BlockGzipStream(input, choice, threads)
                : new GzipStream(input, choice);
    }

    /** The number of members begun so far. */
    public int members() {
        return members;
    }

    /** The number of NULs and white space found behind members so far. */
    public long paddingBytes() {
        return paddingBytes;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (fault != null) {
            throw fault;
        }
        if (length == 0) {
            return 0;
        }
        try {
            return decode(target, offset, length);
        } catch (ContentException e) {
            fault = e;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        decoder.close();
        input.close();
    }

    private int decode(byte[] target, int offset, int length) throws IOException {
        while (inMember || startMember()) {
            int count = decoder.decode(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                memberLength += count;
                return count;
            }
            endMember();
        }
        return -1;
    }

    private boolean startMember() throws IOException {
        if (ended) {
            return false;
        }
        if (members > 0 && !skipPadding()) {
            ended = true;
            return false;
        }
        GzipHeader.skip(input);
        members++;
        memberLength = 0;
        checksum.reset();
        decoder.reset();
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        if (!input.require(8)) {
            throw input.truncated("gzip member " + members + " ends within its trailer");
        }
        long statedChecksum = input.peekLittleEndian(0, 4);
        long statedLength = input.peekLittleEndian(4, 4);
        if (statedChecksum != checksum.getValue()) {
            throw input.malformed(String.format(
                    "gzip member %d has CRC-32 %08x, its trailer says %08x",
                    members, checksum.getValue(), statedChecksum));
        }
        if (statedLength != (memberLength & 0xffffffffL)) {
            throw input.malformed(String.format(
                    "gzip member %d has %d bytes, its trailer says %d (modulo 2^32)",
                    members, memberLength, statedLength));
        }
        input.advance(8);
        inMember = false;
    }

    private boolean skipPadding() throws IOException {
        while (input.require(1)) {
            if (!isPadding(input.peek(0))) {
                return true;
            }
            input.advance(1);
            paddingBytes++;
        }
        return false;
    }

    private static boolean isPadding(int b) {
        return b == 0 || b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
