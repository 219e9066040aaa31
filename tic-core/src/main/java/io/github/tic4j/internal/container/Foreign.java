package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.inflate.ByteInput;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The border to a library that decodes a format for us. Its exceptions become ours: what the source below has thrown stays
 * as it is, what the library says once it has met the end of the source means truncated, all else malformed. That the
 * library is absent is a content error too, which names the artifact to add.
 */
final class Foreign {

    /** Something that the library does. */
    interface Call<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private final String label;
    private final String artifact;
    private final ByteInput place;
    private final long maxMemory;
    private @Nullable Exception sourceFailure;
    private boolean sourceEnded;
    private @Nullable ContentException fault;

    /**
     * Sets up a border.
     *
     * @param label the format's name
     * @param artifact the artifacts that decode it
     * @param place where the content comes from, for messages
     * @param options the limits
     */
    Foreign(String label, String artifact, ByteInput place, ContainerOptions options) {
        this.label = label;
        this.artifact = artifact;
        this.place = place;
        this.maxMemory = options.maxDecoderMemory();
    }

    /** Runs a call into the library. */
    <T extends @Nullable Object> T call(Call<T> call) throws IOException {
        if (fault != null) {
            throw fault;
        }
        try {
            return call.run();
        } catch (NoClassDefFoundError e) {
            String problem =
                    "Content is compressed with " + label + "; add " + artifact + " to the class path to read it";
            throw new MalformedContentException(problem, here(), e);
        } catch (IOException | RuntimeException e) {
            fault = translated(e);
            throw fault;
        }
    }

    /** A source for the library to read from, which the border keeps an eye on. */
    InputStream watched(InputStream source) {
        return new Watched(source);
    }

    /** What the library has decoded. */
    InputStream content(InputStream decoded) {
        return new Content(decoded);
    }

    private ContentException translated(Exception e) throws IOException {
        // A library may have wrapped what the source has thrown.
        Exception origin = sourceFailure == null ? e : sourceFailure;
        if (origin instanceof ContentException content) {
            return content;
        }
        if (origin instanceof IOException failure && sourceFailure != null) {
            throw failure;
        }
        // Two libraries have an exception of this name; neither may be touched here.
        if (e.getClass().getSimpleName().equals("MemoryLimitException")) {
            return new LimitExceededException("maxDecoderMemory", maxMemory, here());
        }
        if (sourceEnded) {
            return new TruncatedContentException(label + " content ends too early", here(), e);
        }
        return new MalformedContentException(label + " content is damaged: " + e.getMessage(), here(), e);
    }

    private Location here() {
        return Location.of(place.name(), place.offset());
    }

    private final class Watched extends BulkStream {

        private final InputStream in;

        Watched(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = in.read(target, offset, length);
                sourceEnded |= count < 0;
                return count;
            } catch (IOException | ContentException e) {
                sourceFailure = e;
                throw e;
            }
        }
    }

    private final class Content extends BulkStream {

        private final InputStream in;

        Content(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return call(() -> in.read(target, offset, length));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
