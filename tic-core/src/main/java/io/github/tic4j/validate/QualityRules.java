package io.github.tic4j.validate;

import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.spi.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a file is held to, and with which numbers. Immutable and safe for use by several threads.
 *
 * @param profile the schema that a file is held to; default {@link SchemaProfile#AUTO}
 * @param schemaScope how much of the specification; default {@link SchemaScope#KEYWORDS}
 * @param minRate the lowest dollar amount in range; default 0.01
 * @param maxRate the highest dollar amount in range; default 100,000
 * @param reasonableRates the highest reasonable dollar amount of a code; default none
 * @param listedCodes the codes that a file may have; {@code null}, the default, for any
 * @param requiredFields what a complete price has; default all but service code and setting
 * @param maxAgeDays how many days after its last update a file is current; default 62
 * @param asOf the day that a file's age is counted to; default today in UTC
 * @param completeness thresholds for the percentage of complete prices; default 95 and 80
 * @param accuracy thresholds for the percentage of prices without a warning or error; default 95 and 85
 * @param severities the severity of each rule that is in force
 * @param customRules the host's rules
 * @param maxSamples how many findings of each rule are kept; the default is 20, all are counted
 * @param maxTracked how many ids and prices are remembered to find duplicates and dangling references, at 16 bytes each;
 *     the default is 1,000,000. Beyond it fewer of these are found, and the report says so
 */
public record QualityRules(
        SchemaProfile profile,
        SchemaScope schemaScope,
        BigDecimal minRate,
        BigDecimal maxRate,
        Map<CodeList.Entry, BigDecimal> reasonableRates,
        @Nullable CodeList listedCodes,
        Set<RequiredField> requiredFields,
        int maxAgeDays,
        LocalDate asOf,
        Threshold completeness,
        Threshold accuracy,
        Map<QualityRule, Severity> severities,
        List<Rule> customRules,
        int maxSamples,
        int maxTracked) {

    /** Copies the collections and checks the numbers. */
    public QualityRules {
        reasonableRates = Map.copyOf(reasonableRates);
        requiredFields = Set.copyOf(requiredFields);
        severities = Map.copyOf(severities);
        customRules = List.copyOf(customRules);
        if (minRate.compareTo(maxRate) > 0) {
            throw new IllegalArgumentException("minRate must not exceed maxRate, was " + minRate + " and " + maxRate);
        }
        if (maxAgeDays < 1 || maxSamples < 0 || maxTracked < 1) {
            throw new IllegalArgumentException(
                    "maxAgeDays and maxTracked must be at least 1 and maxSamples at least 0, were " + maxAgeDays + ", "
                            + maxTracked + " and " + maxSamples);
        }
    }

    /** All rules with their defaults, and the custom rules on the class path. */
    public static QualityRules defaults() {
        return builder().build();
    }

    /** The schema alone: no rule that looks at what a file says, which takes half the time. */
    public static QualityRules schemaOnly(SchemaProfile profile) {
        QualityRules defaults = builder().profile(profile).build();
        return new QualityRules(
                profile,
                SchemaScope.KEYWORDS,
                defaults.minRate,
                defaults.maxRate,
                Map.of(),
                null,
                Set.of(),
                defaults.maxAgeDays,
                defaults.asOf,
                defaults.completeness,
                defaults.accuracy,
                Map.of(),
                List.of(),
                defaults.maxSamples,
                defaults.maxTracked);
    }

    /** Whether a rule is in force that looks at what a file says. */
    boolean lookAtContent() {
        return !severities.isEmpty() || !customRules.isEmpty();
    }

    /**
     * A builder that starts with the defaults and the rules that {@link java.util.ServiceLoader} finds.
     *
     * @throws IllegalStateException if two rules on the class path have one id, or one cannot be loaded
     */
    public static Builder builder() {
        return new Builder(CustomRules.found());
    }

    /** A builder that starts with these rules. */
    public Builder toBuilder() {
        Builder builder = new Builder(List.of());
        builder.profile = profile;
        builder.schemaScope = schemaScope;
        builder.minRate = minRate;
        builder.maxRate = maxRate;
        builder.reasonableRates.putAll(reasonableRates);
        builder.listedCodes = listedCodes;
        builder.requiredFields = requiredFields;
        builder.maxAgeDays = maxAgeDays;
        builder.asOf = asOf;
        builder.completeness = completeness;
        builder.accuracy = accuracy;
        builder.severities.clear();
        builder.severities.putAll(severities);
        builder.customRules.addAll(customRules);
        builder.maxSamples = maxSamples;
        builder.maxTracked = maxTracked;
        return builder;
    }

    /** The severity of a rule, if it is in force. */
    public Optional<Severity> severity(QualityRule rule) {
        return Optional.ofNullable(severities.get(rule));
    }

    /** Collects rules. */
    public static final class Builder {
        private SchemaProfile profile = SchemaProfile.AUTO;
        private SchemaScope schemaScope = SchemaScope.KEYWORDS;
        private BigDecimal minRate = new BigDecimal("0.01");
        private BigDecimal maxRate = new BigDecimal("100000");
        private final Map<CodeList.Entry, BigDecimal> reasonableRates = new HashMap<>();
        private @Nullable CodeList listedCodes;
        private Set<RequiredField> requiredFields =
                EnumSet.complementOf(EnumSet.of(RequiredField.SERVICE_CODE, RequiredField.SETTING));
        private int maxAgeDays = 62;
        private LocalDate asOf = LocalDate.now(ZoneOffset.UTC);
        private Threshold completeness = new Threshold(95, 80);
        private Threshold accuracy = new Threshold(95, 85);
        private final Map<QualityRule, Severity> severities = new HashMap<>();
        private final List<Rule> customRules = new ArrayList<>();
        private final List<Rule> found;
        private int maxSamples = 20;
        private int maxTracked = 1_000_000;

        private Builder(List<Rule> found) {
            this.found = found;
            for (QualityRule rule : QualityRule.values()) {
                severities.put(rule, rule.severity());
            }
        }

        /** Sets {@link QualityRules#profile}. */
        public Builder profile(SchemaProfile value) {
            profile = value;
            return this;
        }

        /** Sets {@link QualityRules#schemaScope}. */
        public Builder schemaScope(SchemaScope value) {
            schemaScope = value;
            return this;
        }

        /** Sets {@link QualityRules#minRate} and {@link QualityRules#maxRate}. */
        public Builder rateRange(BigDecimal min, BigDecimal max) {
            minRate = min;
            maxRate = max;
            return this;
        }

        /** Sets the highest reasonable dollar amount of a code; an entry without a type is for the code of any type. */
        public Builder reasonableRate(CodeList.Entry code, BigDecimal max) {
            reasonableRates.put(code, max);
            return this;
        }

        /** Sets {@link QualityRules#listedCodes}. */
        public Builder listedCodes(CodeList codes) {
            listedCodes = codes;
            return this;
        }

        /** Sets {@link QualityRules#requiredFields}. */
        public Builder requiredFields(Set<RequiredField> fields) {
            requiredFields = fields;
            return this;
        }

        /** Sets {@link QualityRules#maxAgeDays}. */
        public Builder maxAgeDays(int days) {
            maxAgeDays = days;
            return this;
        }

        /** Sets {@link QualityRules#asOf}. */
        public Builder asOf(LocalDate day) {
            asOf = day;
            return this;
        }

        /** Sets {@link QualityRules#completeness}. */
        public Builder completeness(Threshold threshold) {
            completeness = threshold;
            return this;
        }

        /** Sets {@link QualityRules#accuracy}. */
        public Builder accuracy(Threshold threshold) {
            accuracy = threshold;
            return this;
        }

        /** Puts a rule in force with a severity. */
        public Builder severity(QualityRule rule, Severity severity) {
            severities.put(rule, severity);
            return this;
        }

        /** Leaves a rule out. */
        public Builder without(QualityRule rule) {
            severities.remove(rule);
            return this;
        }

        /**
         * Adds a rule of the host; it takes the place of one with the same id on the class path.
         *
         * @throws IllegalArgumentException if its id is taken
         */
        public Builder rule(Rule rule) {
            CustomRules.checkId(rule, customRules);
            customRules.add(rule);
            return this;
        }

        /** Sets {@link QualityRules#maxSamples}. */
        public Builder maxSamples(int count) {
            maxSamples = count;
            return this;
        }

        /** Sets {@link QualityRules#maxTracked}. */
        public Builder maxTracked(int count) {
            maxTracked = count;
            return this;
        }

        /** The rules; those found on the class path come behind those that were added. */
        public QualityRules build() {
            return new QualityRules(
                    profile,
                    schemaScope,
                    minRate,
                    maxRate,
                    reasonableRates,
                    listedCodes,
                    requiredFields,
                    maxAgeDays,
                    asOf,
                    completeness,
                    accuracy,
                    severities,
                    CustomRules.joined(customRules, found),
                    maxSamples,
                    maxTracked);
        }
    }
}
