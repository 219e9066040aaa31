package io.github.tic4j.nppes.taxonomy;

import io.github.tic4j.nppes.internal.ResourceTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our own words for families of taxonomy codes, by the longest prefix that is listed. */
final class SpecialtyRollup {

    private static final SpecialtyRollup BUILT_IN = new SpecialtyRollup();

    private final Map<String, String> specialties = new HashMap<>();
    private final Map<String, String> groupings = new HashMap<>();

    private SpecialtyRollup() {
        ResourceTable.read(SpecialtyRollup.class, "specialty-rollup.csv").forEach(row -> {
            String prefix = row.get(0);
            specialties.put(prefix, row.get(1));
            if (prefix.length() == 2) {
                groupings.put(prefix, row.get(1));
            }
        });
    }

    static SpecialtyRollup builtIn() {
        return BUILT_IN;
    }

    @Nullable
    String specialty(String code) {
        for (int length = code.length(); length >= 2; length--) {
            String specialty = specialties.get(code.substring(0, length));
            if (specialty != null) {
                return specialty;
            }
        }
        return null;
    }

    /** By the first two characters, which belong to one grouping each. */
    @Nullable
    String grouping(String code) {
        return code.length() < 2 ? null : groupings.get(code.substring(0, 2));
    }
}
