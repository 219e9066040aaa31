package io.github.tic4j.mrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All of a {@code negotiated_prices} element but its number. Texts are as published. Prices with the same terms share one
 * object within a file.
 *
 * @param negotiatedType what the number means
 * @param expirationDate until when it holds
 * @param billingClass professional, institutional or both
 * @param setting inpatient, outpatient or both, in schema 2
 * @param serviceCodes the places of service
 * @param billingCodeModifiers the modifiers
 * @param additionalInformation free text
 */
public record PriceTerms(
        @Nullable String negotiatedType,
        @Nullable String expirationDate,
        @Nullable String billingClass,
        @Nullable String setting,
        List<String> serviceCodes,
        List<String> billingCodeModifiers,
        @Nullable String additionalInformation) {

    /** Copies the lists. */
    public PriceTerms {
        serviceCodes = List.copyOf(serviceCodes);
        billingCodeModifiers = List.copyOf(billingCodeModifiers);
    }

    /** The negotiated type in its normal form. */
    public NegotiatedType type() {
        return NegotiatedType.of(negotiatedType);
    }

    /** The expiration date, if the text is a date in any of the spellings that publishers use. */
    public Optional<LocalDate> expiration() {
        return LenientDates.parse(expirationDate);
    }

    /** Whether the price has no end: the year is 9999 or beyond. */
    public boolean isEvergreen() {
        return expiration().filter(date -> date.getYear() >= 9999).isPresent();
    }

    /** The places of service with two digits each, without blanks. */
    public List<String> placesOfService() {
        List<String> normal = new ArrayList<>(serviceCodes.size());
        for (String code : serviceCodes) {
            String stripped = code.strip();
            if (!stripped.isEmpty()) {
                normal.add(stripped.length() == 1 ? "0" + stripped : stripped);
            }
        }
        return normal;
    }

    /** The modifiers in upper case, one by one, without blanks. */
    public List<String> modifiers() {
        List<String> normal = new ArrayList<>(billingCodeModifiers.size());
        for (String published : billingCodeModifiers) {
            for (String modifier : published.split("[,\\s]+")) {
                if (!modifier.isEmpty()) {
                    normal.add(modifier.toUpperCase(Locale.ROOT));
                }
            }
        }
        return normal;
    }
}
