package io.github.tic4j.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * What a generated file looks like. The same specification gives the same bytes on every machine and JDK.
 *
 * @param kind which of the files of the rule; default in-network
 * @param schema the schema it keeps to; default {@link Schema#V2}
 * @param seed the start of all random choices
 * @param targetBytes the size at which the file ends; it overshoots by less than one rate. Nought to go by {@code items}
 * @param items the number of items (structures of a table of contents, groups of a provider-reference file); nought to
 *     go by {@code targetBytes}
 * @param providerReferences the number of provider references; nought for as many as a file of its size usually has
 * @param codes the number of distinct codes, at most 20,000; a file with more items repeats them
 * @param ratesPerItem the mean number of rates of an item
 * @param sizes how the rates are spread over the items
 * @param prices how much the prices of one item have in common
 * @param layout line breaks and indentation
 * @param order the order of the root keys
 * @param shares how often the rarer spellings occur
 * @param plansPerStructure plans in each structure of a table of contents
 * @param filesPerStructure files in each structure of a table of contents
 * @param locationBase what the locations of a table of contents begin with
 */
public record MrfSpec(
        Kind kind,
        Schema schema,
        long seed,
        long targetBytes,
        long items,
        int providerReferences,
        int codes,
        int ratesPerItem,
        Sizes sizes,
        Prices prices,
        Layout layout,
        Order order,
        Shares shares,
        int plansPerStructure,
        int filesPerStructure,
        String locationBase) {

    /** The largest number of distinct codes. */
    public static final int MAX_CODES = 20_000;

    private static final int BYTES_PER_REFERENCE = 48_000;
    private static final int MAX_DEFAULT_REFERENCES = 1_000_000;

    /** Which file. */
    public enum Kind {
        IN_NETWORK,
        ALLOWED_AMOUNTS,
        TABLE_OF_CONTENTS,
        PROVIDER_REFERENCE
    }

    /** The schema line: 1.6.2 or 2.2.0. */
    public enum Schema {
        V1,
        V2
    }

    /** Even: every item about the mean. Skewed: most far below, a few with hundreds of times as many. */
    public enum Sizes {
        EVEN,
        SKEWED
    }

    /** Varied: each price of an item has one of two dozen terms. Uniform: the prices of an item share all but the rate. */
    public enum Prices {
        VARIED,
        UNIFORM
    }

    /** White space between tokens. */
    public enum Layout {
        ONE_LINE,
        TABS,
        SPACES
    }

    /** What comes when among the root keys of an in-network file. */
    public enum Order {
        REFERENCES_FIRST,
        REFERENCES_LAST,
        HEADER_LAST
    }

    /**
     * How often the rarer of the legal spellings occur, each from 0 (never, the default) to 1 (always).
     *
     * @param inlineGroups rates that hold their provider groups instead of references; legal in schema 1 only
     * @param decimalIds references whose id is a decimal; they come in pairs that differ by a trailing zero only
     * @param stringNpis groups whose NPIs are strings
     * @param scrambled objects whose keys are in random order, so that rates may come before the code of their item
     * @param escaped names and strings that are spelt with escapes, or hold characters that need them
     * @param oddNumbers rates in scientific notation or with surplus zeros
     */
    public record Shares(
            double inlineGroups,
            double decimalIds,
            double stringNpis,
            double scrambled,
            double escaped,
            double oddNumbers) {

        /** None of them. */
        public static final Shares NONE = new Shares(0, 0, 0, 0, 0, 0);

        /** Each of them in a third of the cases: the hardest file that is still legal in schema 1. */
        public static final Shares MIXED = new Shares(0.3, 0.3, 0.3, 0.3, 0.3, 0.3);

        /** Checks the ranges. */
        public Shares {
            for (double share : new double[] {inlineGroups, decimalIds, stringNpis, scrambled, escaped, oddNumbers}) {
                require(share >= 0 && share <= 1, "a share must lie between 0 and 1, was " + share);
            }
        }
    }

    /** Checks the ranges. */
    public MrfSpec {
        require((targetBytes > 0) != (items > 0), "give either targetBytes or items");
        require(providerReferences >= 0, "providerReferences must not be negative");
        require(codes > 0 && codes <= MAX_CODES, "codes must lie between 1 and " + MAX_CODES);
        require(ratesPerItem > 0, "ratesPerItem must be positive");
        require(plansPerStructure > 0 && filesPerStructure > 0, "a structure needs plans and files");
        if (providerReferences == 0) {
            long usual = targetBytes > 0 ? targetBytes / BYTES_PER_REFERENCE : items;
            providerReferences = (int) Math.max(4, Math.min(MAX_DEFAULT_REFERENCES, usual));
        }
    }

    /** A small in-network file of schema 2: 20 items on one line, references first. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this specification. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The codes, as {@code TYPE CODE}, that a filter on one hundredth of all codes asks for. */
    public List<String> selectedCodes() {
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < codes; i++) {
            if (isSelected(i)) {
                selected.add(BillingCode.at(i).key());
            }
        }
        return List.copyOf(selected);
    }

    boolean isSelected(int codeIndex) {
        return codeIndex % 100 == Math.min(50, codes - 1);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Sets one property after the other. */
    public static final class Builder {

        private Kind kind = Kind.IN_NETWORK;
        private Schema schema = Schema.V2;
        private long seed = 1;
        private long targetBytes;
        private long items = 20;
        private int providerReferences;
        private int codes = MAX_CODES;
        private int ratesPerItem = 117;
        private Sizes sizes = Sizes.SKEWED;
        private Prices prices = Prices.VARIED;
        private Layout layout = Layout.ONE_LINE;
        private Order order = Order.REFERENCES_FIRST;
        private Shares shares = Shares.NONE;
        private int plansPerStructure = 3;
        private int filesPerStructure = 5;
        private String locationBase = "https://mrf.example.org/files/";

        private Builder() {}

        private Builder(MrfSpec from) {
            kind = from.kind;
            schema = from.schema;
            seed = from.seed;
            targetBytes = from.targetBytes;
            items = from.items;
            providerReferences = from.providerReferences;
            codes = from.codes;
            ratesPerItem = from.ratesPerItem;
            sizes = from.sizes;
            prices = from.prices;
            layout = from.layout;
            order = from.order;
            shares = from.shares;
            plansPerStructure = from.plansPerStructure;
            filesPerStructure = from.filesPerStructure;
            locationBase = from.locationBase;
        }

        /** The kind of file. */
        public Builder kind(Kind value) {
            kind = value;
            return this;
        }

        /** The schema line. */
        public Builder schema(Schema value) {
            schema = value;
            return this;
        }

        /** The start of all random choices. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Ends the file at this size instead of a number of items. */
        public Builder targetBytes(long value) {
            targetBytes = value;
            items = 0;
            return this;
        }

        /** Ends the file after this number of items instead of at a size. */
        public Builder items(long value) {
            items = value;
            targetBytes = 0;
            return this;
        }

        /** The number of provider references. */
        public Builder providerReferences(int value) {
            providerReferences = value;
            return this;
        }

        /** The number of distinct codes. */
        public Builder codes(int value) {
            codes = value;
            return this;
        }

        /** The mean number of rates of an item. */
        public Builder ratesPerItem(int value) {
            ratesPerItem = value;
            return this;
        }

        /** How the rates are spread over the items. */
        public Builder sizes(Sizes value) {
            sizes = value;
            return this;
        }

        /** How much the prices of an item have in common. */
        public Builder prices(Prices value) {
            prices = value;
            return this;
        }

        /** Line breaks and indentation. */
        public Builder layout(Layout value) {
            layout = value;
            return this;
        }

        /** The order of the root keys. */
        public Builder order(Order value) {
            order = value;
            return this;
        }

        /** How often the rarer spellings occur. */
        public Builder shares(Shares value) {
            shares = value;
            return this;
        }

        /** Plans and files of each structure of a table of contents. */
        public Builder structure(int plans, int files) {
            plansPerStructure = plans;
            filesPerStructure = files;
            return this;
        }

        /** What the locations of a table of contents begin with. */
        public Builder locationBase(String value) {
            locationBase = value;
            return this;
        }

        /**
         * The specification.
         *
         * @throws IllegalArgumentException if a value is out of range
         */
        public MrfSpec build() {
            return new MrfSpec(
                    kind,
                    schema,
                    seed,
                    targetBytes,
                    items,
                    providerReferences,
                    codes,
                    ratesPerItem,
                    sizes,
                    prices,
                    layout,
                    order,
                    shares,
                    plansPerStructure,
                    filesPerStructure,
                    locationBase);
        }
    }
}
