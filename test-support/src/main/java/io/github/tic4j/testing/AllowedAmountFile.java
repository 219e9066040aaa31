package io.github.tic4j.testing;

import java.io.IOException;
import java.util.List;

/** Writes an allowed-amounts file. */
final class AllowedAmountFile extends FileWriter {

    private static final Text OUT_OF_NETWORK = Text.of("out_of_network");
    private static final Text NAME = Text.of("name");
    private static final Text CODE_TYPE = Text.of("billing_code_type");
    private static final Text CODE_TYPE_VERSION = Text.of("billing_code_type_version");
    private static final Text CODE = Text.of("billing_code");
    private static final Text DESCRIPTION = Text.of("description");
    private static final Text ALLOWED_AMOUNTS = Text.of("allowed_amounts");
    private static final Text SERVICE_CODE = Text.of("service_code");
    private static final Text CLASS = Text.of("billing_class");
    private static final Text PAYMENTS = Text.of("payments");
    private static final Text ALLOWED_AMOUNT = Text.of("allowed_amount");
    private static final Text MODIFIER = Text.of("billing_code_modifier");
    private static final Text PROVIDERS = Text.of("providers");
    private static final Text BILLED_CHARGE = Text.of("billed_charge");
    private static final long NONE = PriceChecksum.hash("");

    private final List<PriceTerms> terms;
    private final int[] itemOrder = new int[6];
    private final int[] amountOrder = new int[4];

    AllowedAmountFile(MrfSpec spec, JsonOut out, TruthCounter truth) {
        super(spec, out, truth);
        terms = PriceTerms.table(spec.seed());
    }

    @Override
    void body() throws IOException {
        items(OUT_OF_NETWORK);
    }

    @Override
    void item(long index) throws IOException {
        MrfRandom random = MrfRandom.of(spec.seed(), RandomStream.ITEM, index);
        int codeIndex = (int) (index % spec.codes());
        BillingCode code = BillingCode.at(codeIndex);
        out.beginObject();
        for (int field : random.order(itemOrder, spec.shares().scrambled())) {
            switch (field) {
                case 0 -> Header.field(out, NAME, code.code());
                case 1 -> Header.field(out, CODE_TYPE, code.type());
                case 2 -> Header.field(out, CODE_TYPE_VERSION, code.version());
                case 3 -> Header.field(out, CODE, code.code());
                case 4 -> {
                    out.name(DESCRIPTION);
                    out.string("Made-up service " + code.code().value());
                }
                default -> amounts(code, random);
            }
        }
        out.endObject();
        truth.endItem(codeIndex);
    }

    private void amounts(BillingCode code, MrfRandom random) throws IOException {
        long item = PriceChecksum.item(code.type().hash(), code.code().hash());
        int count = rateCount(random);
        out.name(ALLOWED_AMOUNTS);
        out.beginArray();
        for (int i = 0; i < count && (i == 0 || !isFull()); i++) {
            allowedAmount(item, random.pick(terms), random);
        }
        out.endArray();
    }

    private void allowedAmount(long item, PriceTerms its, MrfRandom random) throws IOException {
        truth.item().rates++;
        out.beginObject();
        for (int field : random.order(amountOrder, spec.shares().scrambled())) {
            switch (field) {
                case 0 -> providers.tin(random, false);
                case 1 -> {
                    if (its.serviceCodes() != null) {
                        out.name(SERVICE_CODE);
                        out.strings(its.serviceCodes());
                    }
                }
                case 2 -> Header.field(out, CLASS, its.billingClass());
                default -> {
                    out.name(PAYMENTS);
                    out.beginArray();
                    for (int i = random.between(1, 3); i > 0; i--) {
                        payment(item, its, random);
                    }
                    out.endArray();
                }
            }
        }
        out.endObject();
    }

    private void payment(long item, PriceTerms its, MrfRandom random) throws IOException {
        out.beginObject();
        amount.draw(random, false, spec.shares().oddNumbers());
        out.name(ALLOWED_AMOUNT);
        out.raw(amount.bytes(), amount.length());
        Tally tally = truth.item();
        tally.prices++;
        tally.addToSum(amount.unscaled(), amount.scale());
        tally.textChecksum += amount.hash();
        long own = PriceChecksum.terms(NONE, NONE, its.billingClass().hash());
        tally.priceChecksum += PriceChecksum.price(item, amount.unscaled(), amount.scale(), own);
        if (its.modifiers() != null) {
            out.name(MODIFIER);
            out.strings(its.modifiers());
        }
        out.name(PROVIDERS);
        out.beginArray();
        for (int i = random.between(1, 3); i > 0; i--) {
            provider(random);
        }
        out.endArray();
        out.endObject();
    }

    private void provider(MrfRandom random) throws IOException {
        amount.draw(random, false, spec.shares().oddNumbers());
        truth.item().addToBilled(amount.unscaled(), amount.scale());
        out.beginObject();
        out.name(BILLED_CHARGE);
        out.raw(amount.bytes(), amount.length());
        int npis = random.between(1, 4);
        providers.npis(random, npis);
        truth.group(npis);
        out.endObject();
    }
}
