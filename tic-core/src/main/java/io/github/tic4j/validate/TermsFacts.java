package io.github.tic4j.validate;

import io.github.tic4j.internal.validate.Hash64;
import io.github.tic4j.mrf.PriceTerms;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of the terms of a price, found out once for all prices with the same terms. */
final class TermsFacts {

    final PriceTerms terms;
    final boolean isPercentage;
    final boolean hasOddDate;
    final long hash;
    final Expirations.@Nullable Day day;
    final Set<RequiredField> missing = EnumSet.noneOf(RequiredField.class);

    /** The facts of the terms of a price, or, with {@code expirations} as {@code null}, of an allowed amount. */
    TermsFacts(PriceTerms terms, Set<RequiredField> required, @Nullable Expirations expirations) {
        Optional<LocalDate> expiration = terms.expiration();
        this.terms = terms;
        this.isPercentage = terms.type().isPercentage();
        this.hasOddDate = !isBlank(terms.expirationDate()) && !isIso(expiration, terms.expirationDate());
        this.hash = hash(terms);
        this.day = expirations == null ? null : expirations.of(expiration.orElse(null));
        if (expirations != null) {
            require(RequiredField.NEGOTIATED_TYPE, terms.negotiatedType());
            require(RequiredField.EXPIRATION_DATE, terms.expirationDate());
        }
        require(RequiredField.BILLING_CLASS, terms.billingClass());
        require(RequiredField.SETTING, terms.setting());
        if ("professional".equals(terms.billingClass())
                && terms.placesOfService().isEmpty()) {
            missing.add(RequiredField.SERVICE_CODE);
        }
        missing.retainAll(required);
    }

    private void require(RequiredField field, @Nullable String text) {
        if (isBlank(text)) {
            missing.add(field);
        }
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Whether a text is the ISO form of the date that it means. */
    static boolean isIso(Optional<LocalDate> date, @Nullable String text) {
        return date.isPresent() && date.get().toString().equals(text);
    }

    private static long hash(PriceTerms terms) {
        long hash = Hash64.of(terms.negotiatedType());
        hash = Hash64.then(hash, Hash64.of(terms.expirationDate()));
        hash = Hash64.then(hash, Hash64.of(terms.billingClass()));
        hash = Hash64.then(hash, Hash64.of(terms.setting()));
        hash = Hash64.then(hash, Hash64.of(terms.additionalInformation()));
        for (String code : terms.serviceCodes()) {
            hash = Hash64.then(hash, Hash64.of(code));
        }
        for (String modifier : terms.billingCodeModifiers()) {
            hash = Hash64.then(hash, ~Hash64.of(modifier));
        }
        return hash;
    }
}
