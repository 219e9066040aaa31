package io.github.tic4j.internal.container;

import io.github.tic4j.internal.container.ContainerNote.Kind;
import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.mrf.Strictness;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive read from front to back: each member by the header before it and, where that does not know the sizes, the
 * descriptor behind it. The directory at the end is not needed, but must be there, else the archive is cut off.
 */
final class ZipArchive implements Archive {

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_SIGNATURE = 0x05054b50;
    private static final int EXTRA_DATA = 0x08064b50;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int END = 0x06054b50;
    private static final int SPLIT_MARK = ZipDescriptor.SIGNATURE;

    private final ByteInput input;
    private final ContainerOptions options;
    private final List<ContainerNote> notes;
    private final byte[] scratch = new byte[1 << 14];
    private @Nullable ZipMember current;
    private long members;
    private long listed;

    /** Starts at the position of the input, where the archive must begin, and ends with the input. */
    ZipArchive(ByteInput input, ContainerOptions options, List<ContainerNote> notes) {
        this.input = input;
        this.options = options;
        this.notes = notes;
    }

    @Override
    public @Nullable Member next() throws IOException {
        finishCurrent();
        while (signature() == ZipHeader.SIGNATURE || (members == 0 && skipSplitMark())) {
            ZipHeader header = ZipHeader.read(input);
            current = new ZipMember(input, header, options, notes);
            members++;
            if (!header.isFolder()) {
                return new Member(header.name(), current);
            }
            finishCurrent();
        }
        readDirectory();
        return null;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    private void finishCurrent() throws IOException {
        if (current == null) {
            return;
        }
        while (current.read(scratch, 0, scratch.length) >= 0) {
            // To the end, where the member is checked.
        }
        current.close();
        current = null;
    }

    private int signature() throws IOException {
        if (!input.require(4)) {
            throw input.truncated("zip archive ends before the end of its directory");
        }
        return (int) input.peekLittleEndian(0, 4);
    }

    private boolean skipSplitMark() throws IOException {
        if (signature() != SPLIT_MARK) {
            return false;
        }
        input.advance(4);
        return signature() == ZipHeader.SIGNATURE;
    }

    private void readDirectory() throws IOException {
        for (int signature = signature(); signature != END; signature = signature()) {
            switch (signature) {
                case DIRECTORY_ENTRY -> {
                    listed++;
                    skip(46, field(28, 2) + field(30, 2) + field(32, 2));
                }
                case DIRECTORY_SIGNATURE -> skip(6, field(4, 2));
                case EXTRA_DATA -> skip(8, field(4, 4));
                case ZIP64_END -> skip(12, field(4, 8));
                case ZIP64_LOCATOR -> skip(20, 0);
                default ->
                    throw input.malformed(String.format(
                            "zip archive has neither a member nor a part of its directory here: %08x", signature));
            }
        }
        skip(22, field(20, 2));
        if (listed != members) {
            report(Kind.WRONG_DIRECTORY, "lists " + listed + " members and holds " + members);
        }
        skipTrailingBytes();
    }

    private void skipTrailingBytes() throws IOException {
        long offset = input.offset();
        long trailing = 0;
        boolean blank = true;
        for (int count = input.read(scratch); count >= 0; count = input.read(scratch)) {
            trailing += count;
            for (int i = 0; i < count && blank; i++) {
                blank = scratch[i] == 0 || Character.isWhitespace(scratch[i]);
            }
        }
        if (trailing > 0 && !blank) {
            report(Kind.TRAILING_BYTES, "is followed by " + trailing + " bytes from byte " + offset);
        }
    }

    private long field(int index, int bytes) throws IOException {
        if (!input.require(index + bytes)) {
            throw input.truncated("zip archive ends within its directory");
        }
        return input.peekLittleEndian(index, bytes);
    }

    private void skip(int fixed, long variable) throws IOException {
        if (variable < 0) {
            throw input.malformed("zip archive's directory states an impossible size");
        }
        long left = fixed + Math.min(variable, Long.MAX_VALUE - fixed);
        while (left > 0) {
            int count = input.read(scratch, 0, (int) Math.min(left, scratch.length));
            if (count < 0) {
                throw input.truncated("zip archive ends within its directory");
            }
            left -= count;
        }
    }

    private void report(Kind kind, String problem) {
        String message = "zip archive " + problem;
        if (options.strictness() == Strictness.STRICT) {
            throw input.malformed(message);
        }
        notes.add(new ContainerNote(kind, message, input.offset()));
    }
}
