package io.github.tic4j.payer;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.spi.RecordAdapter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what {@link Quirks} say to records. Prices of one rate, and rates of one item, share what was changed. */
final class QuirkAdapter implements RecordAdapter {

    private final Quirks quirks;
    private @Nullable Item item;
    private @Nullable Item itemToUse;
    private @Nullable Rate rate;
    private @Nullable Rate rateToUse;

    QuirkAdapter(Quirks quirks) {
        this.quirks = quirks;
    }

    /** Whether quirks change or drop any record at all. */
    static boolean isNeeded(Quirks quirks) {
        return !quirks.values().isEmpty() || !quirks.placeholderPrices().isEmpty();
    }

    @Override
    public Adapted<Price> price(Price price) {
        BigDecimal number = price.negotiatedRate();
        if (quirks.placeholderPrices().stream().anyMatch(placeholder -> placeholder.compareTo(number) == 0)) {
            return Adapted.drop(Quirks.PLACEHOLDER_PRICE);
        }
        return Adapted.keep(
                new Price(rate(price.rate()), number, price.rateText(), terms(price.terms()), price.byteOffset()));
    }

    @Override
    public Adapted<AllowedAmount> allowedAmount(AllowedAmount amount) {
        return Adapted.keep(new AllowedAmount(
                item(amount.item()),
                amount.tin(),
                meaning("billing_class", amount.billingClass()),
                meaning("setting", amount.setting()),
                amount.serviceCodes(),
                amount.allowedAmount(),
                amount.billingCodeModifiers(),
                amount.billedCharge(),
                amount.npis(),
                amount.byteOffset()));
    }

    private Rate rate(Rate published) {
        Rate changed = rateToUse;
        if (changed == null || !Objects.equals(rate, published)) {
            changed = new Rate(
                    item(published.item()),
                    published.index(),
                    published.providerReferences(),
                    published.providerGroups());
            rate = published;
            rateToUse = changed;
        }
        return changed;
    }

    private Item item(Item published) {
        Item changed = itemToUse;
        if (changed == null || !Objects.equals(item, published)) {
            changed = new Item(
                    published.source(),
                    published.index(),
                    meaning("negotiation_arrangement", published.negotiationArrangement()),
                    published.name(),
                    meaning("billing_code_type", published.billingCodeType()),
                    published.billingCodeTypeVersion(),
                    published.billingCode(),
                    published.description(),
                    published.severityOfIllness());
            item = published;
            itemToUse = changed;
        }
        return changed;
    }

    private PriceTerms terms(PriceTerms published) {
        return new PriceTerms(
                meaning("negotiated_type", published.negotiatedType()),
                published.expirationDate(),
                meaning("billing_class", published.billingClass()),
                meaning("setting", published.setting()),
                published.serviceCodes(),
                published.billingCodeModifiers(),
                published.additionalInformation());
    }

    private @Nullable String meaning(String key, @Nullable String published) {
        return published == null
                ? null
                : quirks.values()
                        .getOrDefault(key, Map.of())
                        .getOrDefault(published.strip().toLowerCase(Locale.ROOT), published);
    }
}
