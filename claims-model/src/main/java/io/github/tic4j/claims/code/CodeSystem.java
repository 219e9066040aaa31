package io.github.tic4j.claims.code;

/** The lists that a {@link Code} may come from; the key under which dated code tables are plugged in. */
public enum CodeSystem {
    /** National Provider Identifier. */
    NPI,
    /** ICD-9-CM diagnoses. */
    ICD_9_CM,
    /** ICD-10-CM diagnoses. */
    ICD_10_CM,
    /** A diagnosis whose source does not say which ICD it uses. */
    ICD_DIAGNOSIS_UNVERSIONED,
    /** ICD-9-CM volume 3 procedures. */
    ICD_9_PCS,
    /** ICD-10-PCS procedures. */
    ICD_10_PCS,
    /** An inpatient procedure whose source does not say which ICD it uses. */
    ICD_PROCEDURE_UNVERSIONED,
    /** CPT and HCPCS level II, CDT included. */
    HCPCS,
    /** Health insurance prospective payment system codes, which share the HCPCS field. */
    HIPPS,
    /** Two-character procedure modifiers. */
    MODIFIER,
    /** National Drug Code in its billing form of eleven digits. */
    NDC,
    /** Revenue centre codes. */
    REVENUE,
    /** Type of bill. */
    BILL_TYPE,
    /** Place of service. */
    PLACE_OF_SERVICE,
    /** Medicare severity DRG. */
    MS_DRG,
    /** All patient refined DRG. */
    APR_DRG,
    /** A DRG whose source does not say which grouper made it. */
    DRG_UNVERSIONED,
    /** Patient discharge status. */
    DISCHARGE_STATUS,
    /** Health care provider taxonomy. */
    TAXONOMY,
    /** Medicare Beneficiary Identifier. */
    MBI,
    /** Social Security number. */
    SSN,
    /** Employer or taxpayer identification number. */
    TIN,
    /** ZIP code of five or nine digits. */
    ZIP,
    /** Administrative sex. */
    SEX
}
