package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Leniency;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The fields of an item as they come in, and what of them is known so far. */
final class ItemHead {

    private static final long CODE = Field.BILLING_CODE.bit() | Field.BILLING_CODE_TYPE.bit();
    private static final long ALLOWED_AMOUNT_FIELDS =
            CODE | Field.NAME.bit() | Field.BILLING_CODE_TYPE_VERSION.bit() | Field.DESCRIPTION.bit();
    private static final long IN_NETWORK_FIELDS = ALLOWED_AMOUNT_FIELDS | Field.NEGOTIATION_ARRANGEMENT.bit();

    private final Scan scan;
    private final long complete;
    private long seen;
    private @Nullable String arrangement;
    private @Nullable String name;
    private @Nullable String type;
    private @Nullable String typeVersion;
    private @Nullable String code;
    private @Nullable String description;
    private @Nullable String severity;

    private ItemHead(Scan scan, long complete) {
        this.scan = scan;
        this.complete = complete;
    }

    static ItemHead inNetwork(Scan scan) {
        return new ItemHead(scan, IN_NETWORK_FIELDS);
    }

    static ItemHead allowedAmounts(Scan scan) {
        return new ItemHead(scan, ALLOWED_AMOUNT_FIELDS);
    }

    void clear() {
        seen = 0;
        arrangement = null;
        name = null;
        type = null;
        typeVersion = null;
        code = null;
        description = null;
        severity = null;
    }

    /** Reads a field of the item; false if the key is none of its plain fields. */
    boolean read(ByteScanner scanner, Key key, boolean ratesDelivered) throws IOException {
        long at = scanner.offset();
        switch (key.field) {
            case NEGOTIATION_ARRANGEMENT -> arrangement = scan.values.text(scanner);
            case NAME -> name = scan.values.text(scanner);
            case BILLING_CODE_TYPE -> type = scan.values.text(scanner);
            case BILLING_CODE_TYPE_VERSION -> typeVersion = scan.values.text(scanner);
            case BILLING_CODE -> code = scan.values.text(scanner);
            case DESCRIPTION -> description = scan.values.text(scanner);
            case SEVERITY_OF_ILLNESS -> {
                scan.schema2 = true;
                severity = scan.values.text(scanner);
            }
            default -> {
                return false;
            }
        }
        if ((seen & key.field.bit()) != 0) {
            scan.context.lenient(Leniency.DUPLICATE_KEY, at, key.name);
        } else if (ratesDelivered) {
            scan.context.lenient(Leniency.LATE_FIELD, at, key.name);
        }
        seen |= key.field.bit();
        return true;
    }

    /** Whether the filter can judge the item by what is known so far. */
    boolean isJudgeable() {
        return (seen & CODE) == CODE
                && (complete == ALLOWED_AMOUNT_FIELDS
                        || (seen & Field.NEGOTIATION_ARRANGEMENT.bit()) != 0
                        || !scan.plan.filter().choosesArrangements());
    }

    boolean isWanted() {
        return scan.plan.filter().wantsItem(arrangement, type, code);
    }

    boolean isWantedByCodeAlone() {
        return scan.plan.filter().wantsByCodeAlone(type, code);
    }

    /** The code system, as published. */
    @Nullable
    String type() {
        return type;
    }

    /** The code, as published. */
    @Nullable
    String code() {
        return code;
    }

    /**
     * Whether no further field is to be expected. A severity may stand behind the rates of a DRG, where it makes a
     * difference to the price; elsewhere one that comes late is counted as a leniency.
     */
    boolean isComplete() {
        if ((seen & complete) != complete) {
            return false;
        }
        boolean mayHaveSeverity = complete == IN_NETWORK_FIELDS && type != null && type.contains("DRG");
        return !mayHaveSeverity || (seen & Field.SEVERITY_OF_ILLNESS.bit()) != 0;
    }

    Item item(long index) {
        return new Item(scan.context.source, index, arrangement, name, type, typeVersion, code, description, severity);
    }
}
