package io.github.tic4j.payer;

import io.github.tic4j.mrf.IndexEntry.Slot;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a file says that the key of its link does not: CMS prescribes how the names end. */
final class SlotNames {

    private static final Pattern INDEX =
            Pattern.compile("(?i)(?:.*[_-])?(?:index|toc|table[_-]of[_-]contents)\\.(?:json|js)(?:\\.gz|\\.zip)?");
    private static final Pattern IN_NETWORK = Pattern.compile("(?i).*in[-_ ]?network.*");
    private static final Pattern ALLOWED = Pattern.compile("(?i).*(?:allowed[-_ ]?amount|out[-_ ]of[-_ ]network).*");
    private static final Pattern DRUGS = Pattern.compile("(?i).*prescription[-_ ]drug.*");

    private SlotNames() {}

    /** The slot of a link: an index is recognised under any key, the others where the key does not tell. */
    static Slot of(Slot stated, URI uri, @Nullable String description) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String title = description == null ? "" : description.strip();
        if (INDEX.matcher(name).matches()
                || (stated == Slot.UNKNOWN && INDEX.matcher(title).matches())) {
            return Slot.TABLE_OF_CONTENTS;
        }
        if (stated != Slot.UNKNOWN) {
            return stated;
        }
        Slot named = of(name);
        return named == Slot.UNKNOWN ? of(title) : named;
    }

    /** The slot that a name speaks of. */
    static Slot of(String name) {
        if (IN_NETWORK.matcher(name).matches()) {
            return Slot.IN_NETWORK;
        }
        if (ALLOWED.matcher(name).matches()) {
            return Slot.ALLOWED_AMOUNTS;
        }
        return DRUGS.matcher(name).matches() ? Slot.PRESCRIPTION_DRUGS : Slot.UNKNOWN;
    }
}
