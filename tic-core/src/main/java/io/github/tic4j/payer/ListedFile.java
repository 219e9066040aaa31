package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.source.FileUrl;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file that an index lists, however often and under however many signed links.
 *
 * @param slot what the index says it is; what it really is, only its content tells
 * @param url where it is, repaired if need be; of several signed links the one that expires last
 * @param description what the index calls it
 * @param plans the plans that use it, each once, in the order of the index
 * @param position its place among the files of the index, from nought
 * @param size its size in bytes, if the index says so
 */
public record ListedFile(
        Slot slot, FileUrl url, @Nullable String description, List<Plan> plans, long position, OptionalLong size) {

    /** Copies the list. */
    public ListedFile {
        plans = List.copyOf(plans);
    }

    /** What stays the same when the link is signed anew; it carries no secret. */
    public String identity() {
        return url.identity();
    }
}
