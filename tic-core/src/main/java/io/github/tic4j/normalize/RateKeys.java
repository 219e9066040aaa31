package io.github.tic4j.normalize;

import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.normalize.ContentHash.Id;
import io.github.tic4j.normalize.NormalizeOptions.RateIds;
import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The identifiers of prices, where they are asked for. */
final class RateKeys {

    private final String payerUuid;
    private final boolean withOriginal;
    private final @Nullable String[] ids;
    private final @Nullable String[] uuids;
    private final Row original = new Row(Tables.RATES);
    private Id item = new ContentHash("item").id();
    private @Nullable PriceTerms lastTerms;
    private Id terms = item;

    RateKeys(String payerUuid, RateIds wanted, int rows) {
        this.payerUuid = payerUuid;
        this.withOriginal = wanted == RateIds.LOSSLESS_AND_ORIGINAL;
        this.ids = new String[rows];
        this.uuids = new String[rows];
    }

    void beginItem(Item of, @Nullable String code, @Nullable String codeSetId) {
        original.set("payer_uuid", payerUuid).set("billing_code", code);
        item = new ContentHash("item")
                .text(payerUuid)
                .text(of.negotiationArrangement())
                .text(of.name())
                .text(of.billingCodeType())
                .text(of.billingCodeTypeVersion())
                .text(of.billingCode())
                .text(of.description())
                .text(of.severityOfIllness())
                .text(codeSetId)
                .id();
    }

    @SuppressWarnings(
            "ReferenceEquality") // prices share their terms, and comparing content would cost more than it saves
    void add(int row, PriceTerms of, BigDecimal price, @Nullable String setId, @Nullable String organization) {
        if (of != lastTerms) {
            lastTerms = of;
            terms = hashOf(of);
            original.set("expiration_date", NormalDate.of(of.expirationDate()).date());
        }
        ids[row] = new ContentHash("rate")
                .id(item)
                .id(terms)
                .text(setId)
                .text(price.stripTrailingZeros().toString())
                .hex();
        if (withOriginal) {
            uuids[row] = organization == null ? null : original(price, UUID.fromString(organization));
        }
    }

    private @Nullable String original(BigDecimal price, UUID organization) {
        return OriginalIds.rate(original.set("negotiated_rate", price), organization)
                .map(UUID::toString)
                .orElse(null);
    }

    private static Id hashOf(PriceTerms of) {
        return new ContentHash("terms")
                .text(of.negotiatedType())
                .text(of.expirationDate())
                .text(of.billingClass())
                .text(of.setting())
                .texts(of.serviceCodes())
                .texts(of.billingCodeModifiers())
                .text(of.additionalInformation())
                .id();
    }

    void give(ColumnBatch batch, int rows) {
        List<@Nullable String> lossless = Arrays.asList(Arrays.copyOf(ids, rows));
        batch.each("rate_id", lossless);
        if (withOriginal) {
            List<@Nullable String> originals = Arrays.asList(Arrays.copyOf(uuids, rows));
            batch.each("rate_uuid", originals);
        }
    }
}
