package io.github.tic4j.validate;

import io.github.tic4j.mrf.BillingCodeType;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds billing codes to the form of their type, and to the list of codes that were withdrawn. */
final class CodeJudge {

    private static final String WILDCARD = "CSTM-00";
    private static final Map<String, Pattern> SHAPES = DataTable.rows("code-shapes.txt").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Pattern.compile(row[1])));
    private static final Map<String, Integer> WITHDRAWN = DataTable.rows("withdrawn-codes.txt").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0] + " " + row[1], row -> Integer.valueOf(row[2])));

    private final Findings findings;
    private final Map<String, Uses> withdrawn = new TreeMap<>();

    /** How often a withdrawn code stands in the document, and where first. */
    private static final class Uses {
        private final String path;
        private final long byteOffset;
        private long count;

        Uses(Place place) {
            path = place.path();
            byteOffset = place.byteOffset();
        }
    }

    CodeJudge(Findings findings) {
        this.findings = findings;
    }

    /** Judges a code at the current place. */
    void judge(@Nullable String publishedType, @Nullable String published) {
        BillingCodeType type = BillingCodeType.of(publishedType);
        String code = type.normal(published);
        Pattern shape = SHAPES.get(type.text());
        if (code.isEmpty() || code.equals(WILDCARD)) {
            return;
        }
        if (shape != null && !shape.matcher(code).matches()) {
            findings.report(
                    QualityRule.CODE_SHAPE, published, "Expected a code of the form of " + type.text() + " codes");
        }
        String name = type.text() + " " + code;
        if (WITHDRAWN.containsKey(name)) {
            withdrawn.computeIfAbsent(name, key -> new Uses(findings.place)).count++;
        }
    }

    /** Reports the codes that were withdrawn before the year of a day, now that the age of the document is known. */
    void reportWithdrawn(LocalDate updated, Severity severity, FindingTally tally) {
        withdrawn.forEach((name, uses) -> {
            int since = WITHDRAWN.getOrDefault(name, updated.getYear());
            if (since < updated.getYear()) {
                String rule = QualityRule.CODE_DELETED.id();
                tally.addCount(rule, severity, uses.count);
                tally.keep(new Finding(
                        rule,
                        severity,
                        uses.path,
                        uses.byteOffset,
                        name.substring(name.indexOf(' ') + 1),
                        "Expected a code in force; " + name + " was withdrawn for " + since + " and the file is of "
                                + updated.getYear()));
            }
        });
    }
}
