package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.Header;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a document's header, in whatever order they come; the last one of a name counts. */
final class HeaderFields {

    private final Scan scan;
    private final PlanFields plan;
    private @Nullable String entityName;
    private @Nullable String entityType;
    private @Nullable String lastUpdatedOn;
    private @Nullable String version;
    private boolean any;

    HeaderFields(Scan scan) {
        this.scan = scan;
        this.plan = new PlanFields(scan);
    }

    /** Reads a field; false if it is none of a header. */
    boolean read(ByteScanner scanner, Key key) throws IOException {
        boolean known = true;
        switch (key.field) {
            case REPORTING_ENTITY_NAME -> entityName = scan.values.text(scanner);
            case REPORTING_ENTITY_TYPE -> entityType = scan.values.text(scanner);
            case LAST_UPDATED_ON -> lastUpdatedOn = scan.values.text(scanner);
            case VERSION -> version = scan.values.text(scanner);
            default -> known = plan.read(scanner, key);
        }
        any |= known;
        return known;
    }

    /** Whether there was any. */
    boolean any() {
        return any;
    }

    Header header() {
        return new Header(entityName, entityType, lastUpdatedOn, version, plan.plan());
    }
}
