package io.github.tic4j.internal.schema;

import java.util.Locale;

/** The versions whose schemas differ, oldest first. */
public enum SchemaVersion {
    /** 1.0.0. */
    V1_0_0,
    /** 1.3.3. */
    V1_3_3,
    /** 1.6.2. */
    V1_6_2,
    /** 2.0.0. */
    V2_0_0,
    /** 2.1.0. */
    V2_1_0,
    /** 2.2.0. */
    V2_2_0;

    /** The version as it is written: {@code 1.0.0}. */
    public String number() {
        return name().substring(1).replace('_', '.').toLowerCase(Locale.ROOT);
    }

    static SchemaVersion of(String number) {
        return valueOf("V" + number.replace('.', '_'));
    }
}
