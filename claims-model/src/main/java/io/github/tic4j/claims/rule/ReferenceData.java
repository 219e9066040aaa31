package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.CodeSystem;
import io.github.tic4j.claims.code.CodeTable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What rules may ask about beyond the claim. Rules that need what is not loaded do not apply. Thread-safe if what is plugged in
 * is; the lookups are asked once per claim or line, so they should answer from memory.
 */
public final class ReferenceData {

    private static final ReferenceData NONE = builder().build();

    private final @Nullable Function<String, Optional<Patient>> patients;
    private final @Nullable Function<String, Optional<Provider>> providers;
    private final @Nullable Function<String, List<CoverageSpan>> coverage;
    private final @Nullable Predicate<String> neverPrincipal;
    private final @Nullable Predicate<String> controlledDrugs;
    private final @Nullable Function<String, Optional<BigDecimal>> unitPriceCeilings;
    private final @Nullable NcciTables ncci;
    private final Map<CodeSystem, CodeTable> codeTables;

    private ReferenceData(Builder builder) {
        patients = builder.patients;
        providers = builder.providers;
        coverage = builder.coverage;
        neverPrincipal = builder.neverPrincipal;
        controlledDrugs = builder.controlledDrugs;
        unitPriceCeilings = builder.unitPriceCeilings;
        ncci = builder.ncci;
        codeTables = new EnumMap<>(builder.codeTables);
    }

    /** Nothing is loaded. */
    public static ReferenceData none() {
        return NONE;
    }

    /** A builder with nothing loaded. */
    public static Builder builder() {
        return new Builder();
    }

    @Nullable
    Function<String, Optional<Patient>> patients() {
        return patients;
    }

    @Nullable
    Function<String, Optional<Provider>> providers() {
        return providers;
    }

    @Nullable
    Function<String, List<CoverageSpan>> coverage() {
        return coverage;
    }

    @Nullable
    Predicate<String> neverPrincipal() {
        return neverPrincipal;
    }

    @Nullable
    Predicate<String> controlledDrugs() {
        return controlledDrugs;
    }

    @Nullable
    Function<String, Optional<BigDecimal>> unitPriceCeilings() {
        return unitPriceCeilings;
    }

    @Nullable
    NcciTables ncci() {
        return ncci;
    }

    @Nullable
    CodeTable codeTable(CodeSystem system) {
        return codeTables.get(system);
    }

    /** Collects what is loaded. Not thread-safe. */
    public static final class Builder {

        private @Nullable Function<String, Optional<Patient>> patients;
        private @Nullable Function<String, Optional<Provider>> providers;
        private @Nullable Function<String, List<CoverageSpan>> coverage;
        private @Nullable Predicate<String> neverPrincipal;
        private @Nullable Predicate<String> controlledDrugs;
        private @Nullable Function<String, Optional<BigDecimal>> unitPriceCeilings;
        private @Nullable NcciTables ncci;
        private final Map<CodeSystem, CodeTable> codeTables = new EnumMap<>(CodeSystem.class);

        private Builder() {}

        /** Finds a patient by person id. */
        public Builder patients(Function<String, Optional<Patient>> value) {
            patients = value;
            return this;
        }

        /** Finds a provider by NPI. */
        public Builder providers(Function<String, Optional<Provider>> value) {
            providers = value;
            return this;
        }

        /** Finds the coverage of a person by person id; an empty list if there is none. */
        public Builder coverage(Function<String, List<CoverageSpan>> value) {
            coverage = value;
            return this;
        }

        /** Knows the diagnoses, undotted, that may not be principal: manifestations and those that the host rules out. */
        public Builder neverPrincipal(Predicate<String> value) {
            neverPrincipal = value;
            return this;
        }

        /** Knows the eleven-digit NDCs of controlled substances. */
        public Builder controlledDrugs(Predicate<String> value) {
            controlledDrugs = value;
            return this;
        }

        /** Finds the highest believable charge per unit of a HCPCS code. */
        public Builder unitPriceCeilings(Function<String, Optional<BigDecimal>> value) {
            unitPriceCeilings = value;
            return this;
        }

        /** The edits of the National Correct Coding Initiative. */
        public Builder ncci(NcciTables value) {
            ncci = value;
            return this;
        }

        /** The list of a code system, with dates. */
        public Builder codeTable(CodeSystem system, CodeTable table) {
            codeTables.put(system, table);
            return this;
        }

        /** The reference data. */
        public ReferenceData build() {
            return new ReferenceData(this);
        }
    }
}
