package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.source.FileUrl;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plans and links of an index on their way to a list of distinct files.
 *
 * <p>An index names one file in many places, and says only at its end for whom. So links are written to 64 partitions by a
 * hash of what they identify, each with the number of its structure; the text of a link that was met lately is not written
 * again. Later one partition at a time is grouped in memory, and the groups are merged in the order of the index. Beside
 * one partition's groups, memory holds 20 bytes for each structure that has plans.
 */
final class LinkStore implements Closeable {

    private static final int PARTITIONS = 64;

    private final @Nullable Path folder;
    private final List<Spill> partitions = new ArrayList<>();
    private final PlanStore plans;
    private long links;

    LinkStore(@Nullable Path folder, int maxPlansPerFile) {
        this.folder = folder;
        this.plans = new PlanStore(folder, maxPlansPerFile);
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new Spill(folder));
        }
    }

    /**
     * What a file is recognised by: a hash of its identity.
     *
     * @param high its first half
     * @param low its second half
     */
    record Key(long high, long low) {

        static Key of(String identity) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
                ByteBuffer halves = ByteBuffer.wrap(hash);
                return new Key(halves.getLong(), halves.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** A location that was met: its URL, and whether its text has been written. */
    static final class Known {
        final FileUrl url;
        final Key key;
        private boolean written;

        Known(FileUrl url) {
            this.url = url;
            this.key = Key.of(url.identity());
        }
    }

    /** How many links were added. */
    long links() {
        return links;
    }

    void plan(long structure, Plan plan) throws IOException {
        plans.add(structure, plan);
    }

    void link(long structure, FileLink link, Known known) throws IOException {
        Spill partition = partitions.get((int) Long.remainderUnsigned(known.key.high, PARTITIONS));
        DataOutputStream out = partition.out();
        out.writeLong(known.key.high);
        out.writeLong(known.key.low);
        out.writeLong(structure);
        out.writeBoolean(!known.written);
        if (!known.written) {
            long end = known.url.expiresAt().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
            new LinkText(
                            link.slot(),
                            known.url.uri().toString(),
                            link.description(),
                            link.size().orElse(-1),
                            links,
                            end)
                    .write(out);
            known.written = true;
        }
        partition.endRecord();
        links++;
    }

    /** The distinct files, which own this store from now on. Nothing can be added afterwards. */
    FileListing files(Findings findings) throws IOException {
        List<Spill> merged = new ArrayList<>();
        MergedFiles files = new MergedFiles(merged, this, findings);
        try {
            for (Spill partition : partitions) {
                if (partition.records() > 0) {
                    Spill target = new Spill(folder);
                    merged.add(target);
                    LinkGroup.collect(partition, plans::hasPlans, target);
                    partition.close();
                }
            }
            files.open();
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    List<Plan> plans(long[] structures, String file) throws IOException {
        return plans.of(structures, file);
    }

    @Override
    public void close() throws IOException {
        for (Spill partition : partitions) {
            partition.close();
        }
        plans.close();
    }
}
