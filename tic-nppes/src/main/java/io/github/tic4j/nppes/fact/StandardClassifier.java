package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.internal.ResourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads its rules from {@code service-categories.csv}. */
final class StandardClassifier implements ServiceClassifier {

    static final StandardClassifier INSTANCE = new StandardClassifier();

    private static final String DEFAULT_TYPE = "CPT";

    private final Map<String, List<Rule>> rulesByType = new HashMap<>();

    private StandardClassifier() {
        for (List<String> row : ResourceTable.read(StandardClassifier.class, "service-categories.csv")) {
            CodeRanges codes = row.get(1).isEmpty() ? null : CodeRanges.parse(row.get(1) + "-" + row.get(2));
            for (String type : row.get(0).split("/")) {
                rulesByType.computeIfAbsent(type, key -> new ArrayList<>()).add(new Rule(codes, row.get(3)));
            }
        }
    }

    @Override
    public String category(@Nullable String codeType, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return UNKNOWN;
        }
        String type = codeType == null || codeType.isBlank()
                ? DEFAULT_TYPE
                : codeType.strip().toUpperCase(Locale.ROOT);
        String normal = CodeRanges.normal(code);
        for (Rule rule : rulesByType.getOrDefault(type, List.of())) {
            if (rule.codes == null || (normal != null && rule.codes.contains(normal))) {
                return rule.category;
            }
        }
        return OTHER;
    }

    private record Rule(@Nullable CodeRanges codes, String category) {}
}
