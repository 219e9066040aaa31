package io.github.tic4j.internal.container;

import io.github.tic4j.internal.inflate.InflaterChoice;
import io.github.tic4j.mrf.Strictness;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to take a file out of its wrappings.
 *
 * @param maxDepth how many wrappings may lie one in the other; default 4
 * @param maxMembers how many members all archives of one source may have together; default 100,000
 * @param maxRatio how many times larger than the source its content may be, once it is larger than {@code ratioFreeBytes};
 *     default 1,000, real files reach 60
 * @param ratioFreeBytes how large content may be whatever its ratio; default 1 GiB
 * @param maxDecoderMemory how many bytes a decoder for xz or 7z may take; default 256 MiB, or half the heap if that is less
 * @param strictness whether faults that leave the content readable are noted or raised; default lenient
 * @param inflater the decoder for gzip and zip
 * @param threads how many threads may decode the blocks of a file in bgzip's format at once; default 1
 * @param spoolFolder where 7z archives, which cannot be read as a stream, are kept meanwhile; {@code null} for the system's
 *     folder for temporary files
 */
public record ContainerOptions(
        int maxDepth,
        long maxMembers,
        long maxRatio,
        long ratioFreeBytes,
        long maxDecoderMemory,
        Strictness strictness,
        InflaterChoice inflater,
        int threads,
        @Nullable Path spoolFolder) {

    /** Checks that every limit is positive. */
    public ContainerOptions {
        if (maxDepth < 1
                || maxMembers < 1
                || maxRatio < 1
                || ratioFreeBytes < 0
                || maxDecoderMemory < 1
                || threads < 1) {
            throw new IllegalArgumentException("Limits of a container must be positive: maxDepth " + maxDepth
                    + ", maxMembers " + maxMembers + ", maxRatio " + maxRatio + ", ratioFreeBytes " + ratioFreeBytes
                    + ", maxDecoderMemory " + maxDecoderMemory + ", threads " + threads);
        }
    }

    /** The defaults. */
    public static ContainerOptions defaults() {
        return of(Strictness.LENIENT, null);
    }

    /** The default limits with a strictness and a folder for temporary files. */
    public static ContainerOptions of(Strictness strictness, @Nullable Path spoolFolder) {
        long memory = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 2);
        return new ContainerOptions(
                4, 100_000, 1_000, 1L << 30, memory, strictness, InflaterChoice.preferred(), 1, spoolFolder);
    }

    /** The same with another number of threads. */
    public ContainerOptions withThreads(int other) {
        return new ContainerOptions(
                maxDepth,
                maxMembers,
                maxRatio,
                ratioFreeBytes,
                maxDecoderMemory,
                strictness,
                inflater,
                other,
                spoolFolder);
    }
}
