package io.github.tic4j.claims.measure;

/** Groups of claim adjustment reason codes, named in our own words. */
public enum DenialReason {
    /** The person was not covered. */
    ELIGIBILITY("26 27 31"),
    /** Prior authorisation was missing or exceeded. */
    AUTHORIZATION("15 197 198"),
    /** The claim was there already. */
    DUPLICATE("18"),
    /** The coding does not fit. */
    CODING("4 11 16 97 146 181 182"),
    /** The service is not covered. */
    NOT_COVERED("50 96 204"),
    /** The claim came too late. */
    TIMELY_FILING("29"),
    /** Another payer comes first. */
    COORDINATION("22 23"),
    /** Deductible, coinsurance and copayment. */
    PATIENT_SHARE("1 2 3"),
    /** The contract allows less. */
    CONTRACTUAL("45"),
    /** Any other code. */
    OTHER("");

    private final String codes;

    DenialReason(String codes) {
        this.codes = " " + codes + " ";
    }

    /** The group of a reason code, leading zeros aside. */
    public static DenialReason of(String reasonCode) {
        String bare = reasonCode.strip().replaceFirst("^0+(?=.)", "");
        for (DenialReason reason : values()) {
            if (!bare.isBlank() && reason.codes.contains(" " + bare + " ")) {
                return reason;
            }
        }
        return OTHER;
    }
}
