package io.github.tic4j.internal.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A line of the manifest. */
public sealed interface ManifestEntry {

    /**
     * A run has begun. What depends on time in the tables comes from here, so that a run that is killed and started again
     * writes what it would have written.
     *
     * @param runId the run
     * @param startedAt when it began
     * @param layout how the folder's tables are stored; all runs on a folder agree
     */
    record Begun(String runId, Instant startedAt, Layout layout) implements ManifestEntry {}

    /**
     * A file has got its number, by which its tables are named. It keeps it for good.
     *
     * @param fileId the file
     * @param number from 1, in the order of the first listing
     * @param payer the payer's name
     * @param source the address without secrets
     * @param date the day of the run that first listed it, which names its partition
     */
    record Listed(String fileId, int number, String payer, String source, LocalDate date) implements ManifestEntry {}

    /**
     * A file's tables count from here on, in place of those of an earlier generation.
     *
     * @param fileId the file
     * @param generation how many times it was committed, this one included
     * @param settings what of the options shapes the tables, as a hash
     * @param validator what the source said about the file's state, or {@code null}
     * @param sha256 the hash of the file's bytes
     * @param bytes how many these are
     * @param parts how many files each table has
     * @param figures what the host wants to know again of a file that is not read again
     */
    record Committed(
            String fileId,
            int generation,
            String settings,
            @Nullable String validator,
            String sha256,
            long bytes,
            Map<String, Integer> parts,
            Map<String, Long> figures)
            implements ManifestEntry {

        /** Copies the maps, in the order of their keys. */
        public Committed {
            parts = Collections.unmodifiableMap(new TreeMap<>(parts));
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        }

        /** The same tables, of a file about which its source says something else now. */
        public Committed withValidator(@Nullable String other) {
            return new Committed(fileId, generation, settings, other, sha256, bytes, parts, figures);
        }
    }

    /**
     * A finishing step has been done for all that was committed before.
     *
     * @param step its name
     */
    record StepDone(String step) implements ManifestEntry {}

    /** The run that began last has ended. */
    record Ended() implements ManifestEntry {}
}
