package io.github.tic4j.mrf;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which prices are wanted. Conditions of one kind are alternatives, kinds add up. Codes, types, TINs and classes are
 * compared in their normal forms. Immutable.
 */
public final class PriceFilter {

    private static final PriceFilter ALL = builder().build();

    private final Set<String> typedCodes;
    private final Set<String> codes;
    private final long[] npis;
    private final Set<String> tins;
    private final Set<String> arrangements;
    private final Set<String> billingClasses;
    private final Set<Column> columns;

    private PriceFilter(Builder builder) {
        typedCodes = Set.copyOf(builder.typedCodes);
        codes = Set.copyOf(builder.codes);
        npis = builder.npis.stream().mapToLong(Long::longValue).sorted().toArray();
        tins = Set.copyOf(builder.tins);
        arrangements = Set.copyOf(builder.arrangements);
        billingClasses = Set.copyOf(builder.billingClasses);
        columns = Set.copyOf(builder.columns);
    }

    /** A filter that wants everything. */
    public static PriceFilter all() {
        return ALL;
    }

    /** A builder that starts with everything wanted. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether items are chosen by code or arrangement. */
    public boolean choosesItems() {
        return !typedCodes.isEmpty() || !codes.isEmpty() || !arrangements.isEmpty();
    }

    /** Whether items are chosen by arrangement. */
    public boolean choosesArrangements() {
        return !arrangements.isEmpty();
    }

    /** Whether rates are chosen by NPI or TIN, for which the groups must be known. */
    public boolean choosesProviders() {
        return npis.length > 0 || !tins.isEmpty();
    }

    /** Whether an item is wanted. */
    public boolean wantsItem(@Nullable String arrangement, @Nullable String type, @Nullable String code) {
        return wantsArrangement(arrangement) && (wantsAllCodes() || wantsCode(BillingCodeType.of(type), code));
    }

    /** Whether an item is wanted for its code alone, so that naming a type would have excluded some. */
    public boolean wantsByCodeAlone(@Nullable String type, @Nullable String code) {
        BillingCodeType codeType = BillingCodeType.of(type);
        return codes.contains(codeType.normal(code)) && !typedCodes.contains(key(codeType, codeType.normal(code)));
    }

    /** Whether a price with these terms is wanted. */
    public boolean wantsTerms(PriceTerms terms) {
        return billingClasses.isEmpty() || billingClasses.contains(folded(terms.billingClass()));
    }

    /** Whether a group is wanted. */
    public boolean wantsGroup(ProviderGroup group) {
        return wantsProviders(group.npis(), group.tin());
    }

    /** Whether any of these providers is wanted. */
    public boolean wantsProviders(NpiList list, Tin tin) {
        if (!tins.isEmpty() && tins.contains(tin.digits())) {
            return true;
        }
        for (int i = 0; npis.length > 0 && i < list.size(); i++) {
            if (Arrays.binarySearch(npis, list.at(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part of a price is wanted. */
    public boolean wants(Column column) {
        return columns.contains(column);
    }

    /** The conditions, each kind in order: equal for filters that want the same. */
    @Override
    public String toString() {
        TreeSet<String> typed = new TreeSet<>();
        typedCodes.forEach(code -> typed.add(code.replace('\u0000', ' ')));
        return "PriceFilter[codes=" + new TreeSet<>(codes) + ", typedCodes=" + typed + ", npis="
                + Arrays.toString(npis) + ", tins=" + new TreeSet<>(tins) + ", arrangements="
                + new TreeSet<>(arrangements) + ", billingClasses=" + new TreeSet<>(billingClasses) + ", columns="
                + new TreeSet<>(columns) + "]";
    }

    private boolean wantsAllCodes() {
        return typedCodes.isEmpty() && codes.isEmpty();
    }

    private boolean wantsCode(BillingCodeType type, @Nullable String code) {
        String normal = type.normal(code);
        return codes.contains(normal) || typedCodes.contains(key(type, normal));
    }

    private boolean wantsArrangement(@Nullable String arrangement) {
        return arrangements.isEmpty() || arrangements.contains(folded(arrangement));
    }

    private static String key(BillingCodeType type, String normalCode) {
        return type.text() + '\u0000' + normalCode;
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** Collects conditions. */
    public static final class Builder {
        private final Set<String> typedCodes = new HashSet<>();
        private final Set<String> codes = new HashSet<>();
        private final Set<Long> npis = new HashSet<>();
        private final Set<String> tins = new HashSet<>();
        private final Set<String> arrangements = new HashSet<>();
        private final Set<String> billingClasses = new HashSet<>();
        private Set<Column> columns = EnumSet.allOf(Column.class);

        private Builder() {}

        /** Wants a code of one system. */
        public Builder code(String type, String code) {
            BillingCodeType codeType = BillingCodeType.of(type);
            typedCodes.add(key(codeType, codeType.normal(code)));
            return this;
        }

        /** Wants a code, whatever its system. */
        public Builder code(String code) {
            for (String type : new String[] {"", "RC", "MS-DRG", "ICD"}) {
                codes.add(BillingCodeType.of(type).normal(code));
            }
            return this;
        }

        /** Wants the codes of a list. */
        public Builder codes(CodeList list) {
            for (CodeList.Entry entry : list.entries()) {
                if (entry.type() == null) {
                    code(entry.code());
                } else {
                    code(entry.type(), entry.code());
                }
            }
            return this;
        }

        /** Wants rates for a provider. */
        public Builder npi(long npi) {
            npis.add(npi);
            return this;
        }

        /** Wants rates for an organisation; anything but the digits of the TIN is ignored. */
        public Builder tin(String tin) {
            String digits = Tin.digitsOf(tin);
            if (digits.isEmpty()) {
                throw new IllegalArgumentException("A TIN has digits; this has none: \"" + tin + "\"");
            }
            tins.add(digits);
            return this;
        }

        /** Wants items of an arrangement: {@code ffs}, {@code bundle} or {@code capitation}. */
        public Builder negotiationArrangement(String arrangement) {
            arrangements.add(folded(arrangement));
            return this;
        }

        /** Wants prices of a class: {@code professional}, {@code institutional} or {@code both}. */
        public Builder billingClass(String billingClass) {
            billingClasses.add(folded(billingClass));
            return this;
        }

        /** Leaves out every part of a price that is not named. */
        public Builder columns(Collection<Column> wanted) {
            columns = wanted.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(wanted);
            return this;
        }

        /** The filter. */
        public PriceFilter build() {
            return new PriceFilter(this);
        }
    }
}
