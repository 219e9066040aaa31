package io.github.tic4j.nppes.fact;

import org.jspecify.annotations.Nullable;

/** Says in a word or two what a billing code is for. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface ServiceClassifier {

    /** The category of a code that cannot be placed. */
    String OTHER = "Other";
    /** The category of a missing code. */
    String UNKNOWN = "Unknown";

    /**
     * The category.
     *
     * @param codeType CMS's {@code billing_code_type}; where it is missing a code of five characters is taken for CPT or HCPCS
     * @param code the billing code
     */
    String category(@Nullable String codeType, @Nullable String code);

    /** By the sections of CPT, the letters of HCPCS and the kinds of the other code systems. The default. */
    static ServiceClassifier standard() {
        return StandardClassifier.INSTANCE;
    }

    /** By the first characters alone, as the original pipeline did, for comparison with its tables: wrong for many codes. */
    static ServiceClassifier legacy() {
        return (codeType, code) -> LegacyClassifier.category(code);
    }
}
