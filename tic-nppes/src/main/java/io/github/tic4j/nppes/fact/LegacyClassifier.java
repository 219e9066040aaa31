package io.github.tic4j.nppes.fact;

import org.jspecify.annotations.Nullable;

/** The original pipeline's categories. */
final class LegacyClassifier {

    private LegacyClassifier() {}

    static String category(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return ServiceClassifier.UNKNOWN;
        }
        if (code.startsWith("992")) {
            return "Evaluation & Management";
        }
        return switch (code.charAt(0)) {
            case '7', '3' -> "Radiology";
            case '2' -> "Surgery";
            case '9', '4', '5', '6' -> "Medicine";
            case '0' -> "Anesthesia";
            case '1' -> "Pathology/Laboratory";
            default -> ServiceClassifier.OTHER;
        };
    }
}
