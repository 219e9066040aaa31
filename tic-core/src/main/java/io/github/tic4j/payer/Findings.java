package io.github.tic4j.payer;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with an index: all of it counted, the first of each rule kept. */
final class Findings {

    private static final int MOST_KEPT = 100;
    private static final int LONGEST_RAW_TEXT = 200;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Finding> first = new ArrayList<>();

    void add(String rule, Severity severity, long byteOffset, @Nullable String location, String message) {
        add(new Finding(rule, severity, "$", byteOffset, location == null ? null : withoutQuery(location), message));
    }

    void add(Finding finding) {
        if (counts.merge(finding.rule(), 1L, Long::sum) <= MOST_KEPT) {
            first.add(finding);
        }
    }

    List<Finding> first() {
        return List.copyOf(first);
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** A location as it may be shown: signatures stand in the query, passwords before the host. */
    private static String withoutQuery(String location) {
        String shown = location.replaceAll("(?s)[?#].*", "").replaceAll("//[^/]*@", "//");
        return shown.length() <= LONGEST_RAW_TEXT ? shown : shown.substring(0, LONGEST_RAW_TEXT);
    }
}
