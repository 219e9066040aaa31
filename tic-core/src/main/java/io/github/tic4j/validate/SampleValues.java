package io.github.tic4j.validate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values that stand in the samples of the specification. */
final class SampleValues {

    private final long[] npis;
    private final Set<String> tins;
    private final Set<String> planIds;
    private final Set<String> updates;

    /** The values, read once. */
    static final SampleValues ALL = new SampleValues();

    private SampleValues() {
        npis = values("npi").stream().mapToLong(Long::parseLong).sorted().toArray();
        tins = values("tin");
        planIds = values("plan_id");
        updates = values("last_updated_on");
    }

    private static Set<String> values(String field) {
        return DataTable.rows("sample-values.txt").stream()
                .filter(row -> row[0].equals(field))
                .map(row -> row[1])
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isNpi(long npi) {
        return Arrays.binarySearch(npis, npi) >= 0;
    }

    boolean isTin(String value) {
        return tins.contains(value);
    }

    boolean isPlanId(@Nullable String value) {
        return value != null && planIds.contains(value);
    }

    boolean isUpdate(@Nullable String value) {
        return value != null && updates.contains(value);
    }
}
