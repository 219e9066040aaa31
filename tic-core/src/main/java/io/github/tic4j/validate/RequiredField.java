package io.github.tic4j.validate;

/** A field that a price can be required to have. */
public enum RequiredField {
    /** The code system. */
    BILLING_CODE_TYPE("billing_code_type"),
    /** The code; the original pipeline calls it the service code. */
    BILLING_CODE("billing_code"),
    /** The number itself: {@code negotiated_rate}, or {@code allowed_amount} out of network. */
    NEGOTIATED_RATE("negotiated_rate"),
    /** What the number means; in-network only. */
    NEGOTIATED_TYPE("negotiated_type"),
    /** Until when it holds; in-network only. */
    EXPIRATION_DATE("expiration_date"),
    /** Professional, institutional or both. */
    BILLING_CLASS("billing_class"),
    /** The places of service, where the billing class is professional. */
    SERVICE_CODE("service_code"),
    /** Inpatient, outpatient or both, which schema 2 introduced. */
    SETTING("setting"),
    /** A provider group or a reference to one; out of network a TIN or an NPI. */
    PROVIDERS("providers");

    private final String key;

    RequiredField(String key) {
        this.key = key;
    }

    /** The name in messages: CMS's key. */
    public String key() {
        return key;
    }
}
