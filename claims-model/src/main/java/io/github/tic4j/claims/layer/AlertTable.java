package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.alert.Alert;
import io.github.tic4j.claims.alert.Evidence;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes alerts as the table {@code alerts}, one row each, with the claims and lines that show them. */
public final class AlertTable {

    static final RowMapping<Alert> ROWS = new RowMapping<Alert>("alerts")
            .text("alert_id", Alert::id)
            .text("rule_id", Alert::ruleId)
            .integer("rule_version", Alert::ruleVersion)
            .word("severity", alert -> alert.observation().severity())
            .word("subject_type", alert -> alert.observation().subject().kind())
            .text("subject_id", alert -> alert.observation().subject().id())
            .date("window_start", alert -> alert.observation().start())
            .date("window_end", alert -> alert.observation().end())
            .text("observed", alert -> alert.observation().observed())
            .text("expected", alert -> alert.observation().expected())
            .text("threshold", alert -> alert.observation().threshold())
            .text("reason", alert -> alert.observation().text())
            .text("evidence", AlertTable::evidence);

    private AlertTable() {}

    /** Writes the table; it exists even without an alert. */
    public static void write(Collection<Alert> alerts, TableSink sink) throws IOException {
        try (OpenTables tables = new OpenTables(sink)) {
            tables.writeAll(ROWS, alerts);
            tables.commit();
        }
    }

    /** Claims by id, lines as {@code id#line}. */
    private static String evidence(Alert alert) {
        return alert.observation().evidence().stream().map(AlertTable::place).collect(Collectors.joining(" "));
    }

    private static String place(Evidence evidence) {
        return evidence.line() == 0 ? evidence.claimId() : evidence.claimId() + "#" + evidence.line();
    }
}
