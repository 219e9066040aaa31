package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.Slot;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an index says of a file in one place.
 *
 * @param slot what it is
 * @param url where it is
 * @param description what it is called
 * @param size its size, or -1
 * @param ordinal the place of the link among all links
 * @param expires when its signature runs out, in seconds; the least long if it has none or does not say
 */
record LinkText(Slot slot, String url, @Nullable String description, long size, long ordinal, long expires) {

    private static final Slot[] SLOTS = Slot.values();

    @SuppressWarnings("EnumOrdinal") // read by the process that wrote it
    void write(DataOutputStream out) throws IOException {
        out.writeByte(slot.ordinal());
        Spill.writeText(out, url);
        Spill.writeText(out, description);
        out.writeLong(size);
        out.writeLong(ordinal);
        out.writeLong(expires);
    }

    static LinkText read(DataInputStream in) throws IOException {
        return new LinkText(
                SLOTS[in.readByte()],
                Spill.readGivenText(in),
                Spill.readText(in),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    /** What this link and one further on in the index say together: the first name, the signature that lasts longest. */
    LinkText and(LinkText later) {
        boolean fresher = later.expires > expires;
        return new LinkText(
                slot == Slot.UNKNOWN ? later.slot : slot,
                fresher ? later.url : url,
                description == null ? later.description : description,
                size < 0 ? later.size : size,
                ordinal,
                fresher ? later.expires : expires);
    }
}
