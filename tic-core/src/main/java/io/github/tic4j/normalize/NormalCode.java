package io.github.tic4j.normalize;

import io.github.tic4j.mrf.BillingCodeType;
import org.jspecify.annotations.Nullable;

/**
 * A billing code in its normal form, with what was published where that differs.
 *
 * @param type the code system
 * @param typeText the code system as published, where it is not its normal form
 * @param code the code
 * @param codeText the code as published, where it is not its normal form
 */
record NormalCode(
        @Nullable String type,
        @Nullable String typeText,
        @Nullable String code,
        @Nullable String codeText) {

    static NormalCode of(@Nullable String publishedType, @Nullable String publishedCode) {
        BillingCodeType system = BillingCodeType.of(publishedType);
        String type = Texts.orNull(system.text());
        String code = Texts.orNull(system.normal(publishedCode));
        return new NormalCode(
                type, Texts.unlessNormal(publishedType, type), code, Texts.unlessNormal(publishedCode, code));
    }
}
