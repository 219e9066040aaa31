package io.github.tic4j.claims.code;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code as it was read: raw text, normal form, and the reason if the text is not a code of its system.
 *
 * <p>Two codes are equal when their system and {@link #value()} are, however they were written. Immutable.
 */
public abstract sealed class Code
        permits BillType,
                DiagnosisCode,
                DischargeStatus,
                Drg,
                HcpcsCode,
                IcdProcedureCode,
                Mbi,
                Modifier,
                Ndc,
                Npi,
                PlaceOfService,
                RevenueCode,
                Sex,
                Ssn,
                Taxonomy,
                Tin,
                ZipCode {

    private final CodeSystem system;
    private final String raw;
    private final String value;
    private final @Nullable String problem;

    Code(CodeSystem system, String raw, Reading reading) {
        this.system = system;
        this.raw = raw;
        this.value = reading.value();
        this.problem = reading.problem();
    }

    /** The list this code comes from. */
    public final CodeSystem system() {
        return system;
    }

    /** The text as it was read, untouched. */
    public final String raw() {
        return raw;
    }

    /** The normal form; for an invalid code the raw text, trimmed and in upper case. */
    public final String value() {
        return value;
    }

    /** Whether the text has the form of its system. Says nothing about a table that was not loaded. */
    public final boolean isValid() {
        return problem == null;
    }

    /**
     * Whether the code is valid and, where the system's value list is small and public, is on that list. Other systems need
     * a {@link CodeTable} for the second half and answer as {@link #isValid()} does.
     */
    public boolean isKnown() {
        return isValid();
    }

    /** Why the text is not a code of its system; empty for a valid code. */
    public final Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Code code && code.system == system && code.value.equals(value);
    }

    @Override
    public final int hashCode() {
        return 31 * system.hashCode() + value.hashCode();
    }

    /** The {@link #value()}, except that identifiers of persons are masked. */
    @Override
    public String toString() {
        return value;
    }

    static String clean(String raw) {
        return raw.strip().toUpperCase(Locale.ROOT);
    }
}
