package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.NpiFault;
import io.github.tic4j.nppes.NpiReading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes NPIs as tables hold them, repeated and sometimes wrong, and sorts them out before anything is asked. */
public final class NpiCollector {

    /** How many distinct wrong texts are kept; further ones are only counted. */
    private static final int KEPT = 10_000;

    private static final int KEPT_LENGTH = 40;

    private final NpiSet npis = new NpiSet();
    private final Map<String, NpiFault> invalid = new LinkedHashMap<>();
    private long read;
    private long invalidCount;

    /** Takes a value as it is in a table. */
    public void add(@Nullable String text) {
        read++;
        NpiReading reading = Npi.read(text);
        if (reading.npi() != null) {
            npis.add(reading.npi());
            return;
        }
        invalidCount++;
        if (invalid.size() < KEPT && reading.fault() != null) {
            String value = text == null ? "" : text;
            invalid.put(value.length() > KEPT_LENGTH ? value.substring(0, KEPT_LENGTH) : value, reading.fault());
        }
    }

    /** Takes a value as it is in a table. */
    public void add(long number) {
        add(Long.toString(number));
    }

    /** The NPIs, each once. */
    public NpiSet npis() {
        return npis;
    }

    /** The wrong texts with what is wrong: the first 10,000 distinct ones, cut to 40 characters. */
    public Map<String, NpiFault> invalid() {
        return Collections.unmodifiableMap(invalid);
    }

    /** How many values were wrong, repetitions included. */
    public long invalidCount() {
        return invalidCount;
    }

    /** How many values were taken, repetitions included. */
    public long read() {
        return read;
    }
}
