package io.github.tic4j.validate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The schema that a file is held to. A version between two of these has no profile of its own. */
public enum SchemaProfile {
    /**
     * The newest of the line that the file belongs to: 2.2.0 if it has a key that only schema 2 has or states a version
     * that starts with 2, else 1.6.2. The first MiB decides.
     */
    AUTO,
    /** Version 1.0.0. */
    V1_0_0,
    /** Version 1.3.3. */
    V1_3_3,
    /** Version 1.6.2. */
    V1_6_2,
    /** Version 2.0.0. */
    V2_0_0,
    /** Version 2.1.0. */
    V2_1_0,
    /** Version 2.2.0. */
    V2_2_0;

    /**
     * The profile of a name such as {@code auto}, {@code v1.6.2} or {@code 1.6.2}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static SchemaProfile of(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(profile ->
                        profile.label().equals(plain) || profile.label().equals("v" + plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No schema profile \"" + name + "\"; there are "
                        + Arrays.stream(values()).map(SchemaProfile::label).collect(Collectors.joining(", "))));
    }

    /** Its name as users write it: {@code auto}, {@code v1.6.2}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
