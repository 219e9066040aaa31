package io.github.tic4j.internal.container;

import io.github.tic4j.internal.container.ContainerNote.Kind;
import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.internal.inflate.DeflateStream;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.ContentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The content of a member of a zip archive. Its end checks checksum and sizes and leaves the input behind it. */
final class ZipMember extends BulkStream {

    private final ByteInput input;
    private final ZipHeader header;
    private final ContainerOptions options;
    private final List<ContainerNote> notes;
    private final InputStream content;
    private final long start;
    private final CRC32 checksum = new CRC32();
    private long size;
    private boolean ended;
    private @Nullable ContentException fault;

    /** Starts at the first byte of the member, behind its header. */
    ZipMember(ByteInput input, ZipHeader header, ContainerOptions options, List<ContainerNote> notes)
            throws IOException {
        this.input = input;
        this.header = header;
        this.options = options;
        this.notes = notes;
        this.start = input.offset();
        this.content = content();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        if (ended) {
            return -1;
        }
        int count = content.read(target, offset, length);
        if (count < 0) {
            end();
            return -1;
        }
        checksum.update(target, offset, count);
        size += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private InputStream content() throws IOException {
        if (header.isEncrypted()) {
            throw input.malformed("zip member " + header.name() + " is encrypted");
        }
        if (header.method() == 8) {
            return new DeflateStream(input, options.inflater());
        }
        boolean sizeKnown = header.compressedSize() >= 0;
        if (header.method() == 0) {
            return sizeKnown ? new BoundedStream(input, header.compressedSize()) : new StoredStream(input);
        }
        Codec codec = Codec.ofZipMethod(header.method());
        if (codec == null) {
            throw input.malformed("zip member " + header.name() + " has compression method " + header.method()
                    + ", which is not supported");
        }
        if (!sizeKnown) {
            throw input.malformed("zip member " + header.name() + " is compressed with " + codec.label()
                    + " and does not say its size; this is supported for deflate and stored members only");
        }
        return codec.open(new BoundedStream(input, header.compressedSize()), input, options);
    }

    private void end() throws IOException {
        ended = true;
        try {
            checkAndStepOver();
        } catch (ContentException e) {
            fault = e;
            throw e;
        }
    }

    private void checkAndStepOver() throws IOException {
        long compressedSize = input.offset() - start;
        long missing = header.compressedSize() - compressedSize;
        if (missing > 0) {
            new BoundedStream(input, missing).transferTo(OutputStream.nullOutputStream());
        }
        long statedChecksum = header.checksum();
        boolean sizeRight =
                header.compressedSize() < 0 || (header.compressedSize() == compressedSize && header.size() == size);
        if (header.hasDescriptor()) {
            ZipDescriptor descriptor = ZipDescriptor.read(input, compressedSize + Math.max(0, missing), size);
            statedChecksum = descriptor.checksum();
            sizeRight &= descriptor.isSizeRight();
        }
        if (!sizeRight) {
            report(Kind.WRONG_SIZE, "does not have the size stated; it has " + size + " bytes");
        }
        if (statedChecksum != checksum.getValue()) {
            report(
                    Kind.WRONG_CHECKSUM,
                    String.format("has CRC-32 %08x where %08x is stated", checksum.getValue(), statedChecksum));
        }
    }

    private void report(Kind kind, String problem) {
        String message = "zip member " + header.name() + " " + problem;
        if (options.strictness() == Strictness.STRICT) {
            throw input.malformed(message);
        }
        notes.add(new ContainerNote(kind, message, input.offset()));
    }
}
