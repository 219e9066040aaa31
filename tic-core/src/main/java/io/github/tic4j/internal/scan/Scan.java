package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Finding.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sections of one document share. */
final class Scan {

    final ScanPlan plan;
    final ScanEvents events;
    final ScanContext context;
    final Counts counts = new Counts();
    final LedgerCounts ledger = counts.ledger;
    private final Spool.Budget spoolBudget;
    final Keys keys;
    final Values values;
    final GroupParser groups;

    /** Whether a field was seen that only schema 2 has. */
    boolean schema2;

    Scan(ScanPlan plan, ScanEvents events, String source) {
        this.plan = plan;
        this.events = events;
        this.context = new ScanContext(source, plan, events, counts);
        this.spoolBudget = new Spool.Budget(plan.limits().maxItemMemory());
        this.keys = new Keys(aliases(plan.keyAliases()), plan.limits().maxUnknownKeys());
        this.values = new Values(context, plan.limits());
        this.groups = new GroupParser(this);
    }

    private static Map<String, Field> aliases(Map<String, String> spelt) {
        Map<String, Field> aliases = new HashMap<>();
        spelt.forEach((alias, key) -> {
            Field field = Field.known().get(key);
            if (field == null) {
                throw new IllegalArgumentException("Key alias " + alias + " names an unknown key: " + key);
            }
            aliases.put(alias.toLowerCase(Locale.ROOT), field);
        });
        return aliases;
    }

    /** A further amount of a row: one that is no number is left out with a finding, since the row stands without it. */
    @Nullable
    BigDecimal amount(ByteScanner scanner) throws IOException {
        long at = scanner.offset();
        BigDecimal amount = values.decimal(scanner);
        if (amount == null && values.oddText != null) {
            context.finding("not-a-number", Severity.ERROR, at, values.oddText, "An amount is a number");
        }
        return amount;
    }

    void unknown(ByteScanner scanner, Keys.Key key) throws IOException {
        context.unknownKey(key);
        scanner.skip();
    }

    /** Accounts for an item that is delivered. */
    void itemDelivered(ItemHead head) {
        ledger.itemsDelivered++;
        if (plan.filter().choosesItems() && head.isWantedByCodeAlone()) {
            counts.byCodeAlone.merge(String.valueOf(head.type()), 1L, Long::sum);
        }
    }

    Spool newSpool() {
        return new Spool(spoolBudget, plan.spoolFolder());
    }

    /** A second scanner for bytes that waited. */
    ByteScanner replayScanner() {
        return new ByteScanner(
                java.io.InputStream.nullInputStream(), 0, context, plan.isStrict(), plan.limits(), 64 << 10);
    }
}
