package io.github.tic4j.normalize;

import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.normalize.NormalizeOptions.RateIds;
import io.github.tic4j.normalize.ProviderSets.Use;
import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of {@code rates} as columns. What the prices of an item or of the same terms have in common is brought
 * into its normal form once; a price adds a few numbers to arrays.
 */
final class RateColumns {

    private static final int BATCH_ROWS = 8192;
    private static final int MOST_DISTINCT = 1 << 16;
    private static final int NULL = -1;

    private final CountedTables tables;
    private final ProviderSets sets;
    private final CodeSets codeSets;
    private final String payerUuid;
    private final @Nullable RateKeys keys;

    private final CodedColumns items = new CodedColumns(
            "negotiation_arrangement",
            "billing_code_type",
            "billing_code_type_text",
            "billing_code_type_version",
            "billing_code",
            "billing_code_text",
            "name",
            "description",
            "severity_of_illness",
            "code_set_id");
    private final CodedColumns terms = new CodedColumns(
            "negotiated_type",
            "expiration_date",
            "expiration_date_text",
            "service_codes",
            "billing_class",
            "setting",
            "billing_code_modifier",
            "additional_information");
    private final CodedColumns flags = new CodedColumns("quality_flags");
    private final IdentityHashMap<PriceTerms, Integer> termsByIdentity = new IdentityHashMap<>();
    private final Map<PriceTerms, Integer> termsByContent = new HashMap<>();
    private final Map<List<String>, Integer> knownFlags = new HashMap<>();

    private int[] itemIds = new int[BATCH_ROWS];
    private int[] termIds = new int[BATCH_ROWS];
    private int[] setIds = new int[BATCH_ROWS];
    private int[] flagIds = new int[BATCH_ROWS];
    private long[] unscaled = new long[BATCH_ROWS];
    private byte[] scales = new byte[BATCH_ROWS];
    private final Map<Integer, OddPrice> odd = new HashMap<>();
    private String fileId = "";
    private int rows;

    private @Nullable Item item;
    private int itemId;
    private Use use = new Use(NULL, null, false);
    private @Nullable PriceTerms lastTerms;
    private int lastTermsId;

    RateColumns(CountedTables tables, ProviderSets sets, CodeSets codeSets, SourceFile file, RateIds rateIds) {
        this.tables = tables;
        this.sets = sets;
        this.codeSets = codeSets;
        this.payerUuid = file.payer().uuid();
        this.keys = rateIds == RateIds.NONE ? null : new RateKeys(payerUuid, rateIds, BATCH_ROWS);
    }

    void beginDocument(String documentId) {
        fileId = documentId;
        item = null;
    }

    /** Says which item and providers the prices that follow are for. */
    @SuppressWarnings(
            "ReferenceEquality") // prices share their item, and comparing content would cost more than it saves
    void beginRate(Item of, Use providers) {
        use = providers;
        if (of == item) {
            return;
        }
        item = of;
        String codeSetId = codeSets.idOf(of);
        NormalCode code = NormalCode.of(of.billingCodeType(), of.billingCode());
        itemId = items.add(
                Texts.lowerCase(of.negotiationArrangement()),
                code.type(),
                code.typeText(),
                of.billingCodeTypeVersion(),
                code.code(),
                code.codeText(),
                of.name(),
                of.description(),
                of.severityOfIllness(),
                codeSetId);
        if (keys != null) {
            keys.beginItem(of, code.code(), codeSetId);
        }
    }

    /** Adds a price that is {@code digits / 10^scale}, with a scale of 0 to 18. */
    void add(PriceTerms of, long digits, int scale, List<String> found) throws IOException {
        unscaled[rows] = digits;
        scales[rows] = (byte) scale;
        if (keys != null) {
            keys.add(rows, of, BigDecimal.valueOf(digits, scale), setId(), use.organization());
        }
        add(of, found);
    }

    /**
     * Adds a price of any size.
     *
     * @param text how it was published, where that is no plain number
     */
    void add(PriceTerms of, BigDecimal price, @Nullable String text, List<String> found) throws IOException {
        scales[rows] = NULL;
        odd.put(rows, new OddPrice(price, text));
        if (keys != null) {
            keys.add(rows, of, price, setId(), use.organization());
        }
        add(of, found);
    }

    @SuppressWarnings(
            "ReferenceEquality") // prices share their terms, and comparing content would cost more than it saves
    private void add(PriceTerms of, List<String> found) throws IOException {
        itemIds[rows] = itemId;
        termIds[rows] = of == lastTerms ? lastTermsId : idOf(of);
        setIds[rows] = use.set();
        flagIds[rows] = found.isEmpty() ? NULL : idOf(found);
        if (++rows == BATCH_ROWS) {
            flush();
        }
    }

    private @Nullable String setId() {
        return use.set() == NULL ? null : sets.ids().get(use.set());
    }

    private int idOf(List<String> found) {
        return knownFlags.computeIfAbsent(found, flags::add);
    }

    private int idOf(PriceTerms of) {
        Integer known = termsByIdentity.get(of);
        if (known == null) {
            known = termsByContent.computeIfAbsent(of, this::addTerms);
            termsByIdentity.put(of, known);
        }
        lastTerms = of;
        lastTermsId = known;
        return known;
    }

    private int addTerms(PriceTerms of) {
        NormalDate expiration = NormalDate.of(of.expirationDate());
        return terms.add(
                Texts.orNull(of.type().text()),
                expiration.date(),
                expiration.text(),
                Texts.orNull(of.placesOfService()),
                Texts.lowerCase(of.billingClass()),
                Texts.lowerCase(of.setting()),
                Texts.orNull(of.modifiers()),
                of.additionalInformation());
    }

    /** Writes the rows that were collected. */
    void flush() throws IOException {
        if (rows == 0) {
            return;
        }
        ColumnBatch batch =
                new ColumnBatch(Tables.RATES).same("file_id", fileId).same("payer_uuid", payerUuid);
        items.give(batch, itemIds);
        terms.give(batch, termIds);
        flags.give(batch, flagIds);
        batch.coded("provider_set_id", setIds, sets.ids());
        givePrices(batch);
        if (keys != null) {
            keys.give(batch, rows);
        }
        tables.write(batch.rows(rows));
        beginBatch();
        if (items.size() >= MOST_DISTINCT || terms.size() >= MOST_DISTINCT || termsByIdentity.size() >= MOST_DISTINCT) {
            forget();
        }
    }

    /** Starts with new arrays, since whoever writes the batch may not be done with the old ones. */
    private void beginBatch() {
        itemIds = new int[BATCH_ROWS];
        termIds = new int[BATCH_ROWS];
        setIds = new int[BATCH_ROWS];
        flagIds = new int[BATCH_ROWS];
        unscaled = new long[BATCH_ROWS];
        scales = new byte[BATCH_ROWS];
        rows = 0;
        odd.clear();
    }

    private void givePrices(ColumnBatch batch) {
        batch.scaled("negotiated_rate", unscaled, scales);
        if (odd.isEmpty()) {
            return;
        }
        List<@Nullable BigDecimal> exact = new ArrayList<>(rows);
        List<@Nullable String> texts = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            OddPrice price = odd.get(i);
            exact.add(price == null ? BigDecimal.valueOf(unscaled[i], scales[i]) : price.decimal());
            texts.add(price == null ? null : price.textInstead());
        }
        batch.each("negotiated_rate", exact).each("negotiated_rate_text", texts);
    }

    private void forget() {
        items.clear();
        terms.clear();
        termsByIdentity.clear();
        termsByContent.clear();
        item = null;
        lastTerms = null;
    }

    private record OddPrice(BigDecimal value, @Nullable String published) {

        @Nullable
        BigDecimal decimal() {
            return Decimals.fits(value) ? value : null;
        }

        /** What stands in the companion, if the decimal cannot hold the price. */
        @Nullable
        String textInstead() {
            return Decimals.fits(value) ? null : published == null ? value.toString() : published;
        }
    }
}
