package io.github.tic4j.claims;

/** The form a claim was billed on. */
public enum ClaimType {
    /** CMS-1500 or 837P: practitioners and suppliers. */
    PROFESSIONAL,
    /** UB-04 or 837I: hospitals and other facilities. */
    INSTITUTIONAL,
    /** ADA form or 837D. */
    DENTAL,
    /** NCPDP or Part D event: dispensed drugs. */
    PHARMACY,
    /** The source does not say. */
    UNDETERMINED
}
