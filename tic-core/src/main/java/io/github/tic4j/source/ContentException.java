package io.github.tic4j.source;

import org.jspecify.annotations.Nullable;

/**
 * What was read is not what it should be. The sub-type says what the caller can do next: fetch again
 * ({@link TruncatedContentException}), complain to the publisher ({@link MalformedContentException}) or raise a limit
 * ({@link LimitExceededException}). Everything that was complete before the fault has been delivered by then.
 */
public abstract sealed class ContentException extends RuntimeException
        permits TruncatedContentException, MalformedContentException, LimitExceededException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String sourceName;
    private final long byteOffset;
    private final @Nullable String path;

    ContentException(String problem, Location where, @Nullable Throwable cause) {
        super(problem + " " + where, cause);
        this.problem = problem;
        this.sourceName = where.sourceName();
        this.byteOffset = where.byteOffset();
        this.path = where.path();
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** The name of the source, with the members of containers that lead to the fault. */
    public String sourceName() {
        return sourceName;
    }

    /** The offset of the fault: in the decompressed document, or in the container where the container is at fault. */
    public long byteOffset() {
        return byteOffset;
    }

    /** The JSON path of the fault, or {@code null} where the fault lies below JSON. */
    public @Nullable String path() {
        return path;
    }

    /**
     * The place of a fault.
     *
     * @param sourceName the source, without secrets
     * @param byteOffset the offset in bytes
     * @param path the JSON path, or {@code null} below JSON
     */
    public record Location(
            String sourceName, long byteOffset, @Nullable String path) {

        /** A place below JSON. */
        public static Location of(String sourceName, long byteOffset) {
            return new Location(sourceName, byteOffset, null);
        }

        @Override
        public String toString() {
            return (path == null ? "" : "at " + path + " ") + "in " + sourceName + " (byte " + byteOffset + ")";
        }
    }
}
