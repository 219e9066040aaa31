package io.github.tic4j.mrf;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A code system. An unknown one keeps its text.
 *
 * @param text CMS's spelling where the system is known, else the published text in upper case
 */
public record BillingCodeType(String text) {

    private static final Set<String> KNOWN = Set.of(
            "CPT",
            "HCPCS",
            "ICD",
            "MS-DRG",
            "R-DRG",
            "S-DRG",
            "APS-DRG",
            "AP-DRG",
            "APR-DRG",
            "APC",
            "NDC",
            "HIPPS",
            "LOCAL",
            "EAPG",
            "CDT",
            "RC",
            "CSTM-ALL");
    private static final Map<String, String> ALIASES = Map.of(
            "DRG", "MS-DRG", "MSDRG", "MS-DRG", "MS DRG", "MS-DRG", "APRDRG", "APR-DRG", "REV", "RC", "REVENUE", "RC",
            "HCPC", "HCPCS", "CPT4", "CPT", "CPT-4", "CPT");

    /** The system that a published text means; case, blanks and the usual misspellings do not matter. */
    public static BillingCodeType of(@Nullable String published) {
        String upper = published == null ? "" : published.strip().toUpperCase(Locale.ROOT);
        return new BillingCodeType(ALIASES.getOrDefault(upper, upper));
    }

    /** Whether CMS's list has it. */
    public boolean isKnown() {
        return KNOWN.contains(text);
    }

    /**
     * The normal form of a code of this system: no blanks around it, upper case, revenue codes with four digits, MS-DRG
     * with three, ICD without the dot. The published code stays beside it wherever it is stored.
     */
    public String normal(@Nullable String code) {
        String trimmed = code == null ? "" : code.strip().replace("\u00a0", "").toUpperCase(Locale.ROOT);
        return switch (text) {
            case "RC" -> padded(trimmed, 4);
            case "MS-DRG" -> padded(trimmed, 3);
            case "ICD" -> trimmed.replace(".", "");
            default -> trimmed;
        };
    }

    private static String padded(String code, int width) {
        if (code.isEmpty() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return code;
        }
        int start = 0;
        while (code.length() - start > width && code.charAt(start) == '0') {
            start++;
        }
        return "0".repeat(Math.max(0, width - (code.length() - start))) + code.substring(start);
    }
}
