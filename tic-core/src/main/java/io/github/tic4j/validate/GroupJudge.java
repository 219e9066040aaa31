package io.github.tic4j.validate;

import io.github.tic4j.internal.validate.Hash64;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.Tin;
import io.github.tic4j.spi.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Holds provider groups to the rules. */
final class GroupJudge {

    private static final long SMALLEST_NPI = 1_000_000_000L;
    private static final long FIRST_BEYOND = 3_000_000_000L;
    private static final Pattern EIN = Pattern.compile("[0-9]{2}-?[0-9]{7}");
    private static final Pattern NPI = Pattern.compile("[12][0-9]{9}");

    private final Findings findings;
    private final List<Rule> customRules;
    private final SampleValues samples = SampleValues.ALL;

    GroupJudge(Findings findings, List<Rule> customRules) {
        this.findings = findings;
        this.customRules = customRules;
    }

    void judge(ProviderGroup group) {
        judge(group.tin(), group.npis());
        for (Rule rule : customRules) {
            rule.group(group, (raw, message) -> findings.reportCustom(rule, raw, message));
        }
    }

    void judge(Tin tin, NpiList npis) {
        tin(tin);
        if (!npis.isTinLevel()) {
            for (int i = 0; i < npis.size(); i++) {
                npi(npis, i);
            }
            if (npis.size() > 1 && findings.isInForce(QualityRule.DUPLICATE_NPI)) {
                unique(npis.numbers());
            }
        }
    }

    private void npi(NpiList npis, int index) {
        long npi = npis.at(index);
        if (npi < SMALLEST_NPI || npi >= FIRST_BEYOND) {
            if (samples.isNpi(npi)) {
                sample(npis.text(index));
            } else {
                findings.report(
                        QualityRule.NPI_SHAPE,
                        npis.text(index),
                        "Expected ten digits that start with 1 or 2, or 0 alone, was " + npis.text(index));
            }
        } else if (samples.isNpi(npi)) {
            sample(npis.text(index));
        } else if (!hasCheckDigit(npi)) {
            findings.report(
                    QualityRule.NPI_CHECK_DIGIT, npis.text(index), "Expected the last digit to fit the nine before it");
        }
    }

    /** The Luhn sum over the digits behind the prefix 80840, which adds 24. */
    static boolean hasCheckDigit(long npi) {
        int sum = 24;
        long rest = npi;
        for (boolean doubled = false; rest > 0; doubled = !doubled) {
            int digit = (int) (rest % 10);
            int weighted = doubled ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
            rest /= 10;
        }
        return sum % 10 == 0;
    }

    private void unique(long[] sorted) {
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1] && (i == 1 || sorted[i] != sorted[i - 2])) {
                findings.report(
                        QualityRule.DUPLICATE_NPI, Long.toString(sorted[i]), "Expected an NPI once in its group");
            }
        }
    }

    private void tin(Tin tin) {
        String value = tin.value();
        if (value == null) {
            return;
        }
        if (samples.isTin(value)) {
            sample(value);
            return;
        }
        String type = tin.type() == null ? "" : tin.type().strip().toLowerCase(Locale.ROOT);
        boolean sound = switch (type) {
            case "ein" -> EIN.matcher(value).matches();
            case "npi" -> NPI.matcher(value).matches();
            default -> EIN.matcher(value).matches() || NPI.matcher(value).matches();
        };
        if (!sound) {
            findings.report(
                    QualityRule.TIN_SHAPE,
                    value,
                    "Expected " + (type.equals("npi") ? "an NPI of ten digits" : "an EIN of nine digits") + ", was \""
                            + value + "\"");
        }
    }

    private void sample(String value) {
        findings.report(
                QualityRule.SAMPLE_VALUE, value, "Expected a value of the publisher's, not one of the specification");
    }

    static long hash(List<String> references, List<ProviderGroup> groups) {
        long hash = (long) references.size() + groups.size();
        for (String reference : references) {
            hash += Hash64.of(Hash64.of(reference));
        }
        for (ProviderGroup group : groups) {
            long own = Hash64.then(
                    Hash64.of(group.tin().type()), Hash64.of(group.tin().value()));
            for (int i = 0; i < group.npis().size(); i++) {
                own += Hash64.of(group.npis().at(i));
            }
            hash += Hash64.of(own);
        }
        return hash;
    }
}
