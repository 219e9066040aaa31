package io.github.tic4j.normalize;

import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.Tin;
import io.github.tic4j.normalize.ContentHash.Id;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider group in its normal form.
 *
 * @param id a hash of all that follows
 * @param tin the TIN
 * @param npis sorted, each once
 * @param unreadableNpis how many entries of the NPI list are no numbers
 * @param networks sorted, each once
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and a list of objects would take five times the room
record NormalGroup(Id id, NormalTin tin, long[] npis, int unreadableNpis, List<String> networks) {

    static NormalGroup of(ProviderGroup group, List<String> networkNames) {
        NormalTin tin = NormalTin.of(group.tin());
        long[] npis = sorted(group.npis());
        List<String> networks = networkNames.stream().sorted().distinct().toList();
        Id id = new ContentHash("provider_group")
                .text(tin.type())
                .text(tin.digits())
                .text(tin.text())
                .text(tin.businessName())
                .numbers(npis)
                .texts(networks)
                .id();
        int unreadable = group.npis().size() - group.npis().numbers().length;
        return new NormalGroup(id, tin, npis, unreadable, networks);
    }

    /** How many NPIs are known; a single 0 says that none is. */
    int npiCount() {
        return npis.length > 0 && npis[0] == 0 ? npis.length - 1 : npis.length;
    }

    private static long[] sorted(NpiList list) {
        long[] numbers = list.numbers();
        Arrays.sort(numbers);
        int distinct = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[distinct++] = numbers[i];
            }
        }
        return distinct == numbers.length ? numbers : Arrays.copyOf(numbers, distinct);
    }

    /**
     * A TIN in its normal form.
     *
     * @param type in lower case
     * @param digits the digits of the number, or null if it has none
     * @param text the number as published, where it is not its digits
     * @param businessName the name
     */
    record NormalTin(
            @Nullable String type,
            @Nullable String digits,
            @Nullable String text,
            @Nullable String businessName) {

        static NormalTin of(Tin tin) {
            String digits = Texts.orNull(tin.digits());
            return new NormalTin(
                    Texts.lowerCase(tin.type()), digits, Texts.unlessNormal(tin.value(), digits), tin.businessName());
        }

        /** Whether it tells one organisation from another: not so without digits, or with zeros only. */
        boolean isIdentity() {
            return digits != null && digits.chars().anyMatch(digit -> digit != '0');
        }
    }
}
