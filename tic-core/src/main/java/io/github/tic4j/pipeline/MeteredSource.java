package io.github.tic4j.pipeline;

import io.github.tic4j.normalize.FileContent;
import io.github.tic4j.source.HttpSource;
import io.github.tic4j.source.Source;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A source that counts the bytes that are read of it and hashes them when they are read the first time. A reader's close
 * leaves that first stream open, so that {@link #content()} can read what the reader had no need of. For one file's task.
 */
final class MeteredSource implements Source, Closeable {

    private final Source source;
    private final LongConsumer meter;
    private final MessageDigest hash = Hashes.sha256();
    private @Nullable HashedStream first;
    private @Nullable String validator;
    private @Nullable FileContent content;

    /** @param validator what the source is known to say of the file's state, or {@code null} */
    MeteredSource(Source source, @Nullable String validator, LongConsumer meter) {
        this.source = source;
        this.validator = validator;
        this.meter = meter;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public OptionalLong size() {
        return source.size();
    }

    @Override
    public boolean isReopenable() {
        return source.isReopenable();
    }

    @Override
    public InputStream open() throws IOException {
        if (first != null) {
            return source.open();
        }
        InputStream in;
        if (source instanceof HttpSource http) {
            HttpSource.Fetched fetched = http.fetch();
            validator = fetched.state().validator().orElse(null);
            in = fetched.body();
        } else {
            in = source.open();
        }
        HashedStream hashed = new HashedStream(in);
        first = hashed;
        return hashed;
    }

    /** What the source says of the file's state, once it has been opened; {@code null} if nothing. */
    @Nullable
    String validator() {
        return validator;
    }

    /** Whether all of it has been read. */
    boolean isAtEnd() {
        return first != null && first.ended;
    }

    /** All of the file, once what the reader left of it has been read too. */
    FileContent content() throws IOException {
        FileContent known = content;
        if (known == null) {
            if (first == null) {
                open();
            }
            HashedStream stream = Objects.requireNonNull(first);
            stream.transferTo(OutputStream.nullOutputStream());
            known = new FileContent(HexFormat.of().formatHex(hash.digest()), stream.count);
            content = known;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        if (first != null) {
            first.closeForGood();
        }
    }

    private final class HashedStream extends FilterInputStream {

        private long count;
        private boolean ended;

        HashedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = in.read(to, offset, length);
            if (read > 0) {
                hash.update(to, offset, read);
                count += read;
                meter.accept(read);
            }
            ended = read < 0;
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            // What is skipped is part of the file: it is read.
            return readNBytes((int) Math.min(bytes, 1 << 16)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // See above.
        }

        void closeForGood() throws IOException {
            in.close();
        }
    }
}
