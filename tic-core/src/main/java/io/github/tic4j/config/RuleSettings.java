package io.github.tic4j.config;

import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.validate.QualityRule;
import io.github.tic4j.validate.QualityRules;
import io.github.tic4j.validate.RequiredField;
import io.github.tic4j.validate.Threshold;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns settings into quality rules. */
final class RuleSettings {

    /** What the original pipeline calls fields that CMS calls otherwise; those without a name are there in any case. */
    private static final Map<String, Optional<RequiredField>> ORIGINAL_NAMES = Map.of(
            "service_code", Optional.of(RequiredField.BILLING_CODE),
            "npi", Optional.of(RequiredField.PROVIDERS),
            "organization_uuid", Optional.of(RequiredField.PROVIDERS),
            "payer_uuid", Optional.empty());

    private final Settings settings;

    RuleSettings(Settings settings) {
        this.settings = settings;
    }

    void check() {
        Map<String, RequiredField> known = fields();
        for (String name : settings.list(Key.REQUIRED_FIELDS)) {
            if (!known.containsKey(name) && !ORIGINAL_NAMES.containsKey(name)) {
                settings.reject(Key.REQUIRED_FIELDS, "has \"" + name + "\", which is none of " + known.keySet());
            }
        }
        settings.map(Key.REASONABLE_RATES).forEach((code, rate) -> {
            if (decimal(rate) == null) {
                settings.problem(rate.origin() + ": " + rate.key() + " must be a number, was \"" + rate.value() + "\"");
            }
        });
        QualityRules usual = QualityRules.defaults();
        if (min(usual).compareTo(max(usual)) > 0) {
            settings.problem(Key.MIN_RATE.key + " " + min(usual) + " exceeds " + Key.MAX_RATE.key + " " + max(usual));
        }
    }

    /** The rules, unless they are switched off. */
    Optional<QualityRules> rules() {
        if (!settings.flag(Key.QUALITY).orElse(true)) {
            return Optional.empty();
        }
        QualityRules usual = QualityRules.defaults();
        QualityRules.Builder rules = usual.toBuilder().rateRange(min(usual), max(usual));
        settings.map(Key.REASONABLE_RATES).forEach((code, rate) -> {
            BigDecimal most = decimal(rate);
            if (most != null) {
                rules.reasonableRate(new CodeList.Entry(null, code), most);
            }
        });
        if (settings.has(Key.REQUIRED_FIELDS)) {
            rules.requiredFields(requiredFields());
        }
        settings.number(Key.MIN_COMPLETENESS)
                .ifPresent(percent -> rules.completeness(threshold(percent, usual.completeness())));
        settings.number(Key.MIN_ACCURACY)
                .ifPresent(share -> rules.accuracy(threshold(share.movePointRight(2), usual.accuracy())));
        if (!settings.flag(Key.NPI_VALIDATION).orElse(true)) {
            rules.without(QualityRule.NPI_SHAPE).without(QualityRule.NPI_CHECK_DIGIT);
        }
        if (!settings.flag(Key.TIN_VALIDATION).orElse(true)) {
            rules.without(QualityRule.TIN_SHAPE);
        }
        boolean keepsZero = !settings.flag(Key.EXCLUDE_ZERO).orElse(true)
                || !settings.flag(Key.EXCLUDE_NEGATIVE).orElse(true);
        if (keepsZero) {
            rules.severity(QualityRule.PRICE_NOT_POSITIVE, Severity.WARNING);
        }
        return Optional.of(rules.build());
    }

    private BigDecimal min(QualityRules usual) {
        return settings.number(Key.MIN_RATE).orElse(usual.minRate());
    }

    private BigDecimal max(QualityRules usual) {
        return settings.number(Key.MAX_RATE).orElse(usual.maxRate());
    }

    private Set<RequiredField> requiredFields() {
        Set<RequiredField> required = EnumSet.noneOf(RequiredField.class);
        Map<String, RequiredField> known = fields();
        for (String name : settings.list(Key.REQUIRED_FIELDS)) {
            Optional<RequiredField> field = ORIGINAL_NAMES.getOrDefault(name, Optional.ofNullable(known.get(name)));
            field.ifPresent(required::add);
        }
        return required;
    }

    private static Threshold threshold(BigDecimal failBelow, Threshold usual) {
        double percent = failBelow.doubleValue();
        return new Threshold(Math.max(percent, usual.warnBelow()), percent);
    }

    private static Map<String, RequiredField> fields() {
        Map<String, RequiredField> fields = new TreeMap<>();
        for (RequiredField field : RequiredField.values()) {
            fields.put(field.key(), field);
        }
        return fields;
    }

    private static @Nullable BigDecimal decimal(Setting setting) {
        return Settings.isNumber(setting.value()) ? new BigDecimal(setting.value()) : null;
    }
}
