package io.github.tic4j.mrf;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A plan or a link of a table of contents. Every plan of a structure uses every file of the same structure; the two come
 * in the order of the file and are never multiplied.
 */
public sealed interface IndexEntry {

    /** The position of the {@code reporting_structure} element that the entry belongs to. */
    long structure();

    /**
     * A plan.
     *
     * @param structure the structure
     * @param plan the plan
     */
    record PlanEntry(long structure, Plan plan) implements IndexEntry {}

    /**
     * A link to a file.
     *
     * @param structure the structure
     * @param slot the key that the link stands under
     * @param description the description
     * @param location the address as published; it may carry a signature, so do not log it
     * @param size the size of the file in bytes, if the index says so
     * @param byteOffset where the link starts
     */
    record FileLink(
            long structure,
            Slot slot,
            @Nullable String description,
            @Nullable String location,
            OptionalLong size,
            long byteOffset)
            implements IndexEntry {

        /** The same link to another address. */
        public FileLink withLocation(String other) {
            return new FileLink(structure, slot, description, other, size, byteOffset);
        }

        /** The same link under another key. */
        public FileLink withSlot(Slot other) {
            return new FileLink(structure, other, description, location, size, byteOffset);
        }

        /** Leaves the location out: it may carry a signature. */
        @Override
        public String toString() {
            return "FileLink[structure=" + structure + ", slot=" + slot + ", description=" + description + "]";
        }
    }

    /** The key that a link stands under. What the file really is, only its content tells. */
    enum Slot {
        /** {@code in_network_files}. */
        IN_NETWORK,
        /** {@code allowed_amount_file}. */
        ALLOWED_AMOUNTS,
        /** {@code drug_file} and its like. */
        PRESCRIPTION_DRUGS,
        /** Another index: {@code TOC_Files} and its like. */
        TABLE_OF_CONTENTS,
        /** A list of blobs or another form that does not tell. */
        UNKNOWN
    }
}
