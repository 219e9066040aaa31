package io.github.tic4j.testing;

/**
 * One of the made-up codes: spread over the code types roughly as in published files, each with the form of its type.
 *
 * @param type the code type
 * @param code the code
 * @param version the version of the type
 */
record BillingCode(Text type, Text code, Text version) {

    private static final int SLOTS = 20;
    private static final int CPT_SLOTS = 11;
    private static final int HCPCS_SLOTS = 3;
    private static final Text CPT = Text.of("CPT");
    private static final Text HCPCS = Text.of("HCPCS");
    private static final Text MS_DRG = Text.of("MS-DRG");
    private static final Text RC = Text.of("RC");
    private static final Text NDC = Text.of("NDC");
    private static final Text CDT = Text.of("CDT");
    private static final Text APC = Text.of("APC");
    private static final Text LOCAL = Text.of("LOCAL");
    private static final Text YEAR = Text.of("2026");
    private static final Text MS_DRG_VERSION = Text.of("43");
    private static final BillingCode[] KNOWN = new BillingCode[MrfSpec.MAX_CODES];

    /** The code with an index below {@link MrfSpec#MAX_CODES}: no two are the same. */
    static BillingCode at(int index) {
        // A race only builds an equal code twice.
        BillingCode known = KNOWN[index];
        if (known == null) {
            known = create(index);
            KNOWN[index] = known;
        }
        return known;
    }

    /** The type and the code, with a blank between. */
    String key() {
        return type.value() + ' ' + code.value();
    }

    private static BillingCode create(int index) {
        int slot = index % SLOTS;
        int number = index / SLOTS;
        if (slot < CPT_SLOTS) {
            return create(CPT, "%05d", 10_000 + 8 * (number * CPT_SLOTS + slot), YEAR);
        }
        if (slot < CPT_SLOTS + HCPCS_SLOTS) {
            int serial = number * HCPCS_SLOTS + slot - CPT_SLOTS;
            return create(HCPCS, "ABCEGHJKLQ".charAt(serial % 10) + "%04d", 1_000 + serial, YEAR);
        }
        return switch (slot) {
            case 14 -> create(MS_DRG, "%03d", number, MS_DRG_VERSION);
            case 15 -> create(RC, "%04d", number, YEAR);
            case 16 -> create(NDC, "%011d", 1_000_000L + number * 7919L, YEAR);
            case 17 -> create(CDT, "D%04d", number, YEAR);
            case 18 -> create(APC, "%04d", 5_000 + number, YEAR);
            default -> create(LOCAL, "L-%d", number, YEAR);
        };
    }

    private static BillingCode create(Text type, String format, long number, Text version) {
        return new BillingCode(type, Text.of(String.format(format, number)), version);
    }
}
