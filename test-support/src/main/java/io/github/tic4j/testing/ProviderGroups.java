package io.github.tic4j.testing;

import java.io.IOException;
import java.util.List;

/** Writes provider references and provider groups, each from its index alone. */
final class ProviderGroups {

    private static final Text PROVIDER_GROUP_ID = Text.of("provider_group_id");
    private static final Text NETWORK_NAME = Text.of("network_name");
    private static final Text PROVIDER_GROUPS = Text.of("provider_groups");
    private static final Text NPI = Text.of("npi");
    private static final Text TIN = Text.of("tin");
    private static final Text TYPE = Text.of("type");
    private static final Text VALUE = Text.of("value");
    private static final Text BUSINESS_NAME = Text.of("business_name");
    private static final Text EIN = Text.of("ein");
    private static final List<List<Text>> NETWORKS = List.of(
            Text.all("Choice Network"), Text.all("Choice Network", "Choice Plus"), Text.all("Open Access [tier 1]"));
    /** Prefixes that the revenue service has not given out: no value is anybody's number. */
    private static final List<String> EIN_PREFIXES =
            List.of("07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "78", "89");

    private static final int ID_BASE = 100_000;
    private static final int ID_STEP = 7;
    private static final int NPI_SPACE = 100_000_000;
    private static final int[] COPRIME_ENDS = {1, 3, 7, 9};

    private final MrfSpec spec;
    private final JsonOut out;
    private final TruthCounter truth;
    private final byte[] idBytes = new byte[32];
    private final int[] order = new int[3];

    ProviderGroups(MrfSpec spec, JsonOut out, TruthCounter truth) {
        this.spec = spec;
        this.out = out;
        this.truth = truth;
    }

    /** The root's provider reference with an index. */
    void reference(int index) throws IOException {
        MrfRandom random = MrfRandom.of(spec.seed(), RandomStream.REFERENCE, index);
        truth.reference();
        out.beginObject();
        for (int field : random.order(order, spec.shares().scrambled())) {
            switch (field) {
                case 0 -> {
                    out.name(PROVIDER_GROUP_ID);
                    id(index);
                }
                case 1 -> {
                    if (spec.schema() == MrfSpec.Schema.V2) {
                        out.name(NETWORK_NAME);
                        out.strings(random.pick(NETWORKS));
                    }
                }
                default -> {
                    out.name(PROVIDER_GROUPS);
                    int spread = random.below(20);
                    groups(random, spread < 15 ? 1 : spread < 19 ? 2 : 3, false);
                }
            }
        }
        out.endObject();
    }

    /** A few small groups, as they stand inside of rates. */
    void inline(MrfRandom random) throws IOException {
        out.name(PROVIDER_GROUPS);
        groups(random, random.between(1, 2), true);
    }

    /** The groups of a provider-reference file. */
    void group(long index) throws IOException {
        group(MrfRandom.of(spec.seed(), RandomStream.REFERENCE, index), false);
    }

    /** Writes the id of the reference with an index; the hash of its text. */
    long id(int index) throws IOException {
        // Both of a pair are decimals: k1 and k10, equal as numbers, different as ids.
        int pair = index >> 1;
        boolean decimal = MrfRandom.of(spec.seed(), RandomStream.DECIMAL_ID, pair)
                .chance(spec.shares().decimalIds());
        int length;
        if (decimal) {
            length = JsonOut.digits(690, idBytes, 0);
            idBytes[length++] = '.';
            length = JsonOut.digits(pair, idBytes, length);
            idBytes[length++] = '1';
            if ((index & 1) == 1) {
                idBytes[length++] = '0';
            }
        } else {
            length = JsonOut.digits(ID_BASE + (long) index * ID_STEP, idBytes, 0);
        }
        out.raw(idBytes, length);
        return PriceChecksum.hash(idBytes, 0, length);
    }

    /** Writes a list of distinct NPIs, none of them issued to anybody. */
    void npis(MrfRandom random, int count) throws IOException {
        boolean strings = random.chance(spec.shares().stringNpis());
        int start = random.below(NPI_SPACE);
        // A step that shares no divisor with the space meets no number twice.
        int step = 10 * random.below(NPI_SPACE / 10) + COPRIME_ENDS[random.below(COPRIME_ENDS.length)];
        out.name(NPI);
        out.beginArray();
        for (int i = 0; i < count; i++) {
            long npi = npi((int) ((start + (long) i * step) % NPI_SPACE));
            if (strings) {
                out.quoted(npi);
            } else {
                out.integer(npi);
            }
        }
        out.endArray();
    }

    /** Writes a tax number. */
    void tin(MrfRandom random, boolean named) throws IOException {
        boolean ein = random.below(10) > 0;
        out.name(TIN);
        out.beginObject();
        out.name(TYPE);
        out.string(ein ? EIN : NPI);
        out.name(VALUE);
        if (ein) {
            out.string(random.pick(EIN_PREFIXES) + "-" + (1_000_000 + random.below(9_000_000)));
            if (named && spec.schema() == MrfSpec.Schema.V2) {
                out.name(BUSINESS_NAME);
                out.string("Practice " + random.below(1_000_000) + " {Associates}, LLC");
            }
        } else {
            out.quoted(npi(random.below(NPI_SPACE)));
        }
        out.endObject();
    }

    private void groups(MrfRandom random, int count, boolean small) throws IOException {
        out.beginArray();
        for (int i = 0; i < count; i++) {
            group(random, small);
        }
        out.endArray();
    }

    private void group(MrfRandom random, boolean small) throws IOException {
        int spread = random.below(10);
        int npis = small || spread < 5
                ? random.between(1, 5)
                : spread < 8 ? random.between(5, 50) : random.between(50, 300);
        truth.group(npis);
        boolean tinFirst = random.chance(spec.shares().scrambled());
        out.beginObject();
        if (tinFirst) {
            tin(random, true);
        }
        npis(random, npis);
        if (!tinFirst) {
            tin(random, true);
        }
        out.endObject();
    }

    /** A number with a right check digit that begins with 2, a range that is valid and not in use. */
    private static long npi(int serial) {
        // 24 stands for the prefix 80840, 4 for the leading 2 that the formula doubles.
        int sum = 24 + 4;
        int rest = serial;
        for (int i = 0; i < 8; i++) {
            int digit = rest % 10;
            rest /= 10;
            sum += i % 2 == 0 ? (digit < 5 ? 2 * digit : 2 * digit - 9) : digit;
        }
        return 2_000_000_000L + serial * 10L + (10 - sum % 10) % 10;
    }
}
