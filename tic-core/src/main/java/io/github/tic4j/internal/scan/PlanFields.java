package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.Plan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of a plan as they come in. */
final class PlanFields {

    private final Scan scan;
    private @Nullable String name;
    private @Nullable String idType;
    private @Nullable String id;
    private @Nullable String marketType;
    private @Nullable String issuer;
    private @Nullable String sponsor;

    PlanFields(Scan scan) {
        this.scan = scan;
    }

    /** Reads a plan that is an object of its own. */
    static Plan object(Scan scan, ByteScanner scanner) throws IOException {
        PlanFields plan = new PlanFields(scan);
        scanner.pos++;
        for (boolean first = true; scanner.more('}', first); first = false) {
            Key key = scanner.key(scan.keys);
            if (!plan.read(scanner, key)) {
                scan.unknown(scanner, key);
            }
        }
        return plan.plan();
    }

    /** Reads a field; false if it is none of a plan. */
    boolean read(ByteScanner scanner, Key key) throws IOException {
        switch (key.field) {
            case PLAN_NAME -> name = scan.values.text(scanner);
            case PLAN_ID_TYPE -> idType = scan.values.text(scanner);
            case PLAN_ID -> id = scan.values.text(scanner);
            case PLAN_MARKET_TYPE -> marketType = scan.values.text(scanner);
            case ISSUER_NAME -> {
                scan.schema2 = true;
                issuer = scan.values.text(scanner);
            }
            case PLAN_SPONSOR_NAME -> {
                scan.schema2 = true;
                sponsor = scan.values.text(scanner);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    Plan plan() {
        return new Plan(name, idType, id, marketType, issuer, sponsor);
    }
}
