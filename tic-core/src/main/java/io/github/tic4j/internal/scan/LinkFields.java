package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.IndexEntry.FileLink;
import io.github.tic4j.mrf.IndexEntry.PlanEntry;
import io.github.tic4j.mrf.IndexEntry.Slot;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The fields of a link as they come in, in CMS's spelling or in that of a list of blobs or of metadata. */
final class LinkFields {

    private final Scan scan;
    private final ByteScanner in;
    private final long structure;
    private Slot slot;
    private @Nullable String description;
    private @Nullable String name;
    private @Nullable String location;
    private OptionalLong size = OptionalLong.empty();

    private LinkFields(Scan scan, ByteScanner in, long structure, Slot slot) {
        this.scan = scan;
        this.in = in;
        this.structure = structure;
        this.slot = slot;
    }

    /** Reads a link and hands it over, and before it the plans that stand within. */
    static void object(Scan scan, ByteScanner in, long structure, Slot slot) throws IOException {
        LinkFields link = new LinkFields(scan, in, structure, slot);
        long at = in.offset();
        in.pos++;
        for (boolean first = true; in.more('}', first); first = false) {
            link.read(in.key(scan.keys));
        }
        scan.events.indexEntry(new FileLink(
                structure,
                link.slot,
                link.description == null ? link.name : link.description,
                link.location,
                link.size,
                at));
    }

    private void read(Key key) throws IOException {
        switch (key.field) {
            case DESCRIPTION -> description = scan.values.text(in);
            case NAME -> name = scan.values.text(in);
            case LOCATION, URL, DOWNLOADURL -> location = scan.values.text(in);
            case SIZE -> size = size(scan.values.decimal(in));
            case TYPE, FILE_SCHEMA -> slot = slot(scan.values.text(in), slot);
            case REPORTING_PLANS -> readPlans();
            default -> scan.unknown(in, key);
        }
    }

    private void readPlans() throws IOException {
        Elements plans = Elements.open(scan, in);
        while (plans.next()) {
            if (in.peekInside() == '{') {
                scan.events.indexEntry(new PlanEntry(structure, PlanFields.object(scan, in)));
            } else {
                in.skip();
            }
        }
    }

    private static OptionalLong size(@Nullable BigDecimal published) {
        return published == null || published.signum() < 0 || published.precision() - published.scale() > 18
                ? OptionalLong.empty()
                : OptionalLong.of(published.longValue());
    }

    /** What a publisher's word for a kind of file means; a word of another meaning, such as a media type, says nothing. */
    private static Slot slot(@Nullable String word, Slot otherwise) {
        String plain = word == null ? "" : word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (plain.contains("innetwork")) {
            return Slot.IN_NETWORK;
        }
        if (plain.contains("allowedamount") || plain.contains("outofnetwork")) {
            return Slot.ALLOWED_AMOUNTS;
        }
        if (plain.contains("tableofcontents") || plain.equals("index") || plain.equals("toc")) {
            return Slot.TABLE_OF_CONTENTS;
        }
        return plain.contains("drug") ? Slot.PRESCRIPTION_DRUGS : otherwise;
    }
}
