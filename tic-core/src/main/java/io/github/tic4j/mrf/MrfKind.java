package io.github.tic4j.mrf;

/** What a file is about, as its content shows. */
public enum MrfKind {
    /** Prices that were negotiated with providers: {@code in_network}. */
    IN_NETWORK,
    /** Amounts paid to providers without a contract: {@code out_of_network}. */
    ALLOWED_AMOUNTS,
    /** The index that links plans and files: {@code reporting_structure}. */
    TABLE_OF_CONTENTS,
    /** Provider groups in a file of their own, as schema 1 allows: {@code provider_groups} at the root. */
    PROVIDER_REFERENCE,
    /** The draft shape of drug prices: {@code drugs}. */
    PRESCRIPTION_DRUGS,
    /** A JSON object with none of the keys that tell a kind. */
    UNKNOWN
}
