package io.github.tic4j.validate;

import io.github.tic4j.mrf.Finding.Severity;

/** The rules that look at what a file says, beside the schema. Each can be given another severity or be left out. */
public enum QualityRule {
    /** A field that {@link QualityRules#requiredFields} names is absent or blank. */
    MISSING_FIELD("missing-field", Severity.ERROR, "Every required field of a price has a value"),
    /** A price is zero or negative. */
    PRICE_NOT_POSITIVE("price-not-positive", Severity.ERROR, "A price is more than zero"),
    /** A dollar amount is outside {@link QualityRules#minRate} to {@link QualityRules#maxRate}. */
    RATE_RANGE("rate-range", Severity.WARNING, "A dollar amount lies in the configured range"),
    /** A dollar amount is above the highest that is reasonable for its code. */
    RATE_UNREASONABLE(
            "rate-unreasonable", Severity.WARNING, "A dollar amount is at most what is reasonable for its code"),
    /** A percentage looks like a fraction, or exceeds 100. */
    PERCENTAGE_RANGE(
            "percentage-range", Severity.WARNING, "A percentage is a number of percent: more than 1, at most 100"),
    /** A code is not in {@link QualityRules#listedCodes}. */
    CODE_NOT_LISTED("code-not-listed", Severity.ERROR, "A code is one of the configured list"),
    /** A code has not the form of its code type. */
    CODE_SHAPE("code-shape", Severity.WARNING, "A code has the form of its code type"),
    /** A code was withdrawn in an earlier year than the one before the file's. */
    CODE_DELETED("code-deleted", Severity.WARNING, "A code was still in force the year before the file"),
    /** A text is no date, or no date that can be meant. */
    DATE_INVALID("date-invalid", Severity.WARNING, "A date is a day of the calendar, as YYYY-MM-DD"),
    /** A price had expired when the file was last updated. */
    PRICE_EXPIRED("price-expired", Severity.WARNING, "A price holds at least until the file was updated"),
    /** The file was last updated in the future. */
    DATE_IN_FUTURE("date-in-future", Severity.WARNING, "A file was updated today or before"),
    /** The file is older than {@link QualityRules#maxAgeDays}. */
    FILE_NOT_CURRENT("file-not-current", Severity.WARNING, "A file is updated every month"),
    /** A value was copied from the samples of the specification. */
    SAMPLE_VALUE("sample-value", Severity.WARNING, "No value is left over from the samples of the specification"),
    /** The same price for the same providers stands twice. */
    DUPLICATE_PRICE("duplicate-price", Severity.WARNING, "A price stands once"),
    /** An NPI is no number of ten digits that starts with 1 or 2. */
    NPI_SHAPE("npi-shape", Severity.WARNING, "An NPI has ten digits and starts with 1 or 2"),
    /** The check digit of an NPI is wrong. */
    NPI_CHECK_DIGIT("npi-check-digit", Severity.INFO, "The last digit of an NPI fits the others"),
    /** An NPI stands twice in its group. */
    DUPLICATE_NPI("duplicate-npi", Severity.WARNING, "An NPI stands once in its group"),
    /** A TIN has not the form that its type asks for. */
    TIN_SHAPE("tin-shape", Severity.WARNING, "An EIN has nine digits, an NPI ten"),
    /** A rate points to a group that the file does not define. */
    DANGLING_REFERENCE("dangling-reference", Severity.ERROR, "A rate points to groups that the file defines"),
    /** No rate points to a group. */
    UNUSED_REFERENCE("unused-reference", Severity.INFO, "A rate points to every group that the file defines"),
    /** Two elements of {@code provider_references} have the same id. */
    DUPLICATE_REFERENCE("duplicate-reference", Severity.WARNING, "An id is defined once"),
    /** The share of prices with all required fields is below its threshold. */
    COMPLETENESS("completeness", Severity.WARNING, "The share of complete prices reaches its threshold"),
    /** The share of prices without a warning or error is below its threshold. */
    ACCURACY("accuracy", Severity.WARNING, "The share of prices without a warning or error reaches its threshold"),
    /** A price is far from the others of its code and billing class. */
    PRICE_OUTLIER(
            "price-outlier", Severity.INFO, "A price is of the order of the others of its code and billing class");

    private final String id;
    private final Severity severity;
    private final String expectation;

    QualityRule(String id, Severity severity, String expectation) {
        this.id = id;
        this.severity = severity;
        this.expectation = expectation;
    }

    /** The stable id that findings carry. */
    public String id() {
        return id;
    }

    /** The severity unless the rules say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What the rule expects, as a sentence. */
    public String expectation() {
        return expectation;
    }
}
