package io.github.tic4j.collaboratemd.table;

/**
 * How large an archive may turn out to be. A limit that is hit is an error that names it.
 *
 * @param maxEntries files in one archive; default 1,000
 * @param maxInflatedBytes size of all files together once inflated; default 8 GiB
 * @param maxRatio inflated size of one file against its compressed size, looked at from 1 MiB on; default 500
 */
public record ArchiveLimits(int maxEntries, long maxInflatedBytes, int maxRatio) {

    /** Checks that all limits are positive. */
    public ArchiveLimits {
        if (maxEntries < 1 || maxInflatedBytes < 1 || maxRatio < 1) {
            throw new IllegalArgumentException("archive limits must be positive");
        }
    }

    /** The defaults named above. */
    public static ArchiveLimits defaults() {
        return new ArchiveLimits(1_000, 8L << 30, 500);
    }
}
