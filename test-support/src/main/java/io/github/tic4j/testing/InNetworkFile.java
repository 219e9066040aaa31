package io.github.tic4j.testing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an in-network file. */
final class InNetworkFile extends FileWriter {

    private static final Text PROVIDER_REFERENCES = Text.of("provider_references");
    private static final Text IN_NETWORK = Text.of("in_network");
    private static final Text ARRANGEMENT = Text.of("negotiation_arrangement");
    private static final Text NAME = Text.of("name");
    private static final Text CODE_TYPE = Text.of("billing_code_type");
    private static final Text CODE_TYPE_VERSION = Text.of("billing_code_type_version");
    private static final Text CODE = Text.of("billing_code");
    private static final Text DESCRIPTION = Text.of("description");
    private static final Text RATES = Text.of("negotiated_rates");
    private static final Text PRICES = Text.of("negotiated_prices");
    private static final Text BUNDLED_CODES = Text.of("bundled_codes");
    private static final Text COVERED_SERVICES = Text.of("covered_services");
    private static final Text TYPE = Text.of("negotiated_type");
    private static final Text RATE = Text.of("negotiated_rate");
    private static final Text EXPIRATION_DATE = Text.of("expiration_date");
    private static final Text SERVICE_CODE = Text.of("service_code");
    private static final Text CLASS = Text.of("billing_class");
    private static final Text SETTING = Text.of("setting");
    private static final Text MODIFIER = Text.of("billing_code_modifier");
    private static final Text INFORMATION = Text.of("additional_information");
    private static final Text FFS = Text.of("ffs");
    private static final Text BUNDLE = Text.of("bundle");
    private static final Text CAPITATION = Text.of("capitation");

    private static final int BYTES_PER_REFERENCE = 700;
    /** The groups of one contract have ids that are close together. */
    private static final int MAX_GAP = 25;
    /** The terms among which the prices of an item vary. */
    private static final int TERMS_PER_ITEM = 24;

    private final List<PriceTerms> terms;
    private final int[] itemOrder = new int[8];
    private final int[] rateOrder = new int[2];
    private final int[] priceOrder = new int[8];

    InNetworkFile(MrfSpec spec, JsonOut out, TruthCounter truth) {
        super(spec, out, truth);
        terms = PriceTerms.table(spec.seed());
    }

    @Override
    void body() throws IOException {
        if (spec.order() == MrfSpec.Order.REFERENCES_FIRST) {
            references();
            items(IN_NETWORK);
        } else {
            reserve((long) spec.providerReferences() * BYTES_PER_REFERENCE);
            items(IN_NETWORK);
            references();
        }
    }

    private void references() throws IOException {
        out.name(PROVIDER_REFERENCES);
        out.beginArray();
        for (int i = 0; i < spec.providerReferences(); i++) {
            providers.reference(i);
        }
        out.endArray();
    }

    @Override
    void item(long index) throws IOException {
        MrfRandom random = MrfRandom.of(spec.seed(), RandomStream.ITEM, index);
        int codeIndex = (int) (index % spec.codes());
        BillingCode code = BillingCode.at(codeIndex);
        int kind = random.below(100);
        Text arrangement = kind < 97 ? FFS : kind < 99 ? BUNDLE : CAPITATION;
        out.beginObject();
        for (int field : random.order(itemOrder, spec.shares().scrambled())) {
            switch (field) {
                case 0 -> Header.field(out, ARRANGEMENT, arrangement);
                case 1 -> {
                    out.name(NAME);
                    out.string("Service " + code.code().value());
                }
                case 2 -> Header.field(out, CODE_TYPE, code.type());
                case 3 -> Header.field(out, CODE_TYPE_VERSION, code.version());
                case 4 -> Header.field(out, CODE, code.code());
                case 5 -> description(code, random);
                case 6 -> rates(code, random);
                default -> contained(arrangement, random);
            }
        }
        out.endObject();
        truth.endItem(codeIndex);
    }

    private void description(BillingCode code, MrfRandom random) throws IOException {
        out.name(DESCRIPTION);
        out.string("Made-up service " + code.code().value() + " of level " + random.below(6)
                + " [with {brackets}, commas: and colons]");
    }

    /** The codes that a bundle or a capitation covers. */
    private void contained(Text arrangement, MrfRandom random) throws IOException {
        if (arrangement == FFS) {
            return;
        }
        out.name(arrangement == BUNDLE ? BUNDLED_CODES : COVERED_SERVICES);
        out.beginArray();
        for (int i = random.between(1, 12); i > 0; i--) {
            BillingCode code = BillingCode.at(random.below(spec.codes()));
            out.beginObject();
            Header.field(out, CODE_TYPE, code.type());
            Header.field(out, CODE_TYPE_VERSION, code.version());
            Header.field(out, CODE, code.code());
            description(code, random);
            out.endObject();
        }
        out.endArray();
    }

    private void rates(BillingCode code, MrfRandom random) throws IOException {
        long item = PriceChecksum.item(code.type().hash(), code.code().hash());
        int variety = spec.prices() == MrfSpec.Prices.UNIFORM ? 1 : TERMS_PER_ITEM;
        List<PriceTerms> itemTerms =
                Stream.generate(() -> random.pick(terms)).limit(variety).toList();
        int count = rateCount(random);
        out.name(RATES);
        out.beginArray();
        for (int i = 0; i < count && (i == 0 || !isFull()); i++) {
            rate(item, itemTerms, random);
        }
        out.endArray();
    }

    private void rate(long item, List<PriceTerms> itemTerms, MrfRandom random) throws IOException {
        truth.item().rates++;
        out.beginObject();
        for (int field : random.order(rateOrder, spec.shares().scrambled())) {
            if (field == 1) {
                prices(item, itemTerms, random);
            } else if (random.chance(spec.shares().inlineGroups())) {
                providers.inline(random);
            } else {
                providerSet(random);
            }
        }
        out.endObject();
    }

    /** References to one of a limited number of sets of groups: the same sets come back in many rates. */
    private void providerSet(MrfRandom random) throws IOException {
        int known = spec.providerReferences();
        MrfRandom set = MrfRandom.of(spec.seed(), RandomStream.PROVIDER_SET, random.below(2 * known));
        int count = Math.min(known, set.below(100) == 0 ? set.between(20, 100) : set.between(1, 7));
        int gap = Math.min(MAX_GAP, known / count);
        out.name(PROVIDER_REFERENCES);
        out.beginArray();
        int index = set.below(known);
        for (int i = 0; i < count; i++) {
            truth.item().referenceChecksum += providers.id(index);
            index = (index + set.between(1, gap)) % known;
        }
        truth.item().references += count;
        out.endArray();
    }

    private void prices(long item, List<PriceTerms> itemTerms, MrfRandom random) throws IOException {
        int spread = random.below(20);
        int count = spread < 12 ? 1 : spread < 17 ? 2 : spread < 19 ? 3 : 4;
        out.name(PRICES);
        out.beginArray();
        for (int i = 0; i < count; i++) {
            price(item, random.pick(itemTerms), random);
        }
        out.endArray();
    }

    private void price(long item, PriceTerms its, MrfRandom random) throws IOException {
        amount.draw(
                random,
                its.negotiatedType() == PriceTerms.PERCENTAGE,
                spec.shares().oddNumbers());
        out.beginObject();
        for (int field : random.order(priceOrder, spec.shares().scrambled())) {
            switch (field) {
                case 0 -> Header.field(out, TYPE, its.negotiatedType());
                case 1 -> {
                    out.name(RATE);
                    out.raw(amount.bytes(), amount.length());
                }
                case 2 -> Header.field(out, EXPIRATION_DATE, its.expirationDate());
                case 3 -> optional(SERVICE_CODE, its.serviceCodes());
                case 4 -> Header.field(out, CLASS, its.billingClass());
                case 5 -> {
                    if (spec.schema() == MrfSpec.Schema.V2) {
                        Header.field(out, SETTING, its.setting());
                    }
                }
                case 6 -> optional(MODIFIER, its.modifiers());
                default -> {
                    if (its.information() != null) {
                        Header.field(out, INFORMATION, its.information());
                    }
                }
            }
        }
        out.endObject();
        Tally tally = truth.item();
        tally.prices++;
        tally.addToSum(amount.unscaled(), amount.scale());
        tally.textChecksum += amount.hash();
        tally.priceChecksum += PriceChecksum.price(item, amount.unscaled(), amount.scale(), its.hash());
    }

    private void optional(Text name, @Nullable List<Text> values) throws IOException {
        if (values != null) {
            out.name(name);
            out.strings(values);
        }
    }
}
