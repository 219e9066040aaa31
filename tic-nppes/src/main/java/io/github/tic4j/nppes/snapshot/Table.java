package io.github.tic4j.nppes.snapshot;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The CSV members of a bulk zip. */
enum Table {
    PROVIDER("npidata_pfile"),
    OTHER_NAME("othername_pfile"),
    LOCATION("pl_pfile"),
    ENDPOINT("endpoint_pfile");

    private final String prefix;

    Table(String prefix) {
        this.prefix = prefix;
    }

    /** The table that a member of a zip holds; {@code null} for headers alone and whatever else there is. */
    static @Nullable Table of(String member) {
        String name = member.substring(member.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") && !name.contains("fileheader")) {
            for (Table table : values()) {
                if (name.startsWith(table.prefix)) {
                    return table;
                }
            }
        }
        return null;
    }

    /** What the member's name starts with. */
    String prefix() {
        return prefix;
    }
}
