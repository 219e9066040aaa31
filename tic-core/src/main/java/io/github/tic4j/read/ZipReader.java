package io.github.tic4j.read;

import io.github.tic4j.internal.container.Archive;
import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.source.Source;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The members of a zip file, from front to back. What is read of a member is inflated a few buffers ahead by a thread of its
 * own, with this library's decoder, which takes about half the time of the platform's. The end of a member is reached only if
 * its size and checksum are those that the file states.
 *
 * <pre>{@code
 * try (ZipReader zip = ZipReader.open(Sources.of(path))) {
 *     for (ZipReader.Member member = zip.next(); member != null; member = zip.next()) {
 *         System.out.println(member.name() + " " + member.content().readAllBytes().length);
 *     }
 * }
 * }</pre>
 *
 * <p>Single-pass; not safe for use by several threads. Owns the stream that it opens, and the members.
 */
public final class ZipReader implements Closeable {

    private final ByteInput input;
    private final Archive archive;
    private @Nullable InputStream current;

    private ZipReader(ByteInput input) {
        this.input = input;
        this.archive = Archive.strictZip(input);
    }

    /**
     * Opens a zip file.
     *
     * @throws IOException if the source cannot be opened
     */
    public static ZipReader open(Source source) throws IOException {
        return new ZipReader(new ByteInput(source.open(), source.name()));
    }

    /**
     * The next member that is a file, or {@code null} once the whole zip has been read to a sound end. What is left of the
     * member before is read and checked first.
     *
     * @throws io.github.tic4j.source.ContentException if the zip is damaged, cut off, encrypted, or not a zip
     * @throws IOException if the source fails
     */
    public @Nullable Member next() throws IOException {
        if (current != null) {
            current.transferTo(OutputStream.nullOutputStream());
            current.close();
            current = null;
        }
        Archive.Member next = archive.next();
        if (next == null) {
            return null;
        }
        current = new ReadAheadStream(next.content(), input.name() + "!/" + next.name());
        return new Member(next.name(), new Content(current));
    }

    @Override
    public void close() throws IOException {
        try (input;
                archive) {
            if (current != null) {
                current.close();
            }
        }
    }

    /**
     * A file in a zip.
     *
     * @param name its name in the zip, without control characters and cut after 250
     * @param content its bytes, to be read until the next member is asked for; need not be closed
     */
    public record Member(String name, InputStream content) {}

    /** Stays open, since what is left of a member is still to be checked. */
    private static final class Content extends FilterInputStream {

        Content(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
