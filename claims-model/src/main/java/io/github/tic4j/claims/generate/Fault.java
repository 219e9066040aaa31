package io.github.tic4j.claims.generate;

import java.util.Optional;

/** Faults that can be put into generated claims, each with the rule that should notice. */
public enum Fault {
    /** A claim is sent again under another id. */
    DUPLICATE("FWA-01"),
    /** A service and a part of it are billed together. */
    UNBUNDLED("FWA-02"),
    /** A service has more units than one day allows. */
    EXCESS_UNITS("FWA-03"),
    /** A visit takes place after the patient's death. */
    AFTER_DEATH("FWA-04"),
    /** A claim names an excluded provider. */
    EXCLUDED_PROVIDER("FWA-05"),
    /** Services of one day add up to more than a day. */
    LONG_DAY("FWA-06"),
    /** Visits of one provider are billed at the highest levels. */
    HIGH_LEVELS("FWA-07"),
    /** A service costs twenty times as much as elsewhere. */
    HIGH_CHARGE("FWA-08"),
    /** A diagnosis does not go with the patient's sex. */
    WRONG_SEX("FWA-09"),
    /** A provider works at two far places on one day. */
    FAR_APART("FWA-10"),
    /** A provider has sixty patients on one day. */
    BURST("FWA-11A"),
    /** A known patient is billed as new. */
    NOT_NEW("FWA-11B"),
    /** A person gets controlled drugs from four prescribers and pharmacies. */
    MANY_SOURCES("FWA-11C"),
    /** An office visit falls into a hospital stay. */
    DURING_STAY("FWA-12"),
    /** A provider bills after deactivation. */
    DEACTIVATED("FWA-13"),
    /** All charges of a provider are 150 dollars, which is much for small services. */
    ROUND_CHARGES("FWA-14", "FWA-08"),
    /** A third of a provider's visits are on Sundays. */
    SUNDAYS("FWA-15"),
    /** A drug is handed out again after ten of thirty days. */
    EARLY_REFILL("FWA-16"),
    /** A claim is very expensive. */
    HIGH_VALUE("FWA-17"),
    /** Twenty patients have the same claim on one day. */
    CLONES("FWA-18"),
    /** The check digit of an NPI is wrong. */
    WRONG_NPI("FMT-001"),
    /** The principal diagnosis is missing. */
    NO_DIAGNOSIS("REQ-012"),
    /** The header total is not the sum of the lines. */
    WRONG_TOTAL("AMT-002"),
    /** The claim ends before it starts. */
    BACKWARDS("TMP-001");

    private final String ruleId;
    private final String otherRuleId;

    Fault(String ruleId) {
        this(ruleId, "");
    }

    Fault(String ruleId, String otherRuleId) {
        this.ruleId = ruleId;
        this.otherRuleId = otherRuleId;
    }

    /** The rule of the catalogue of alerts or of validation that should notice. */
    public String ruleId() {
        return ruleId;
    }

    /** Another rule that may rightly notice too. */
    public Optional<String> otherRuleId() {
        return otherRuleId.isEmpty() ? Optional.empty() : Optional.of(otherRuleId);
    }
}
