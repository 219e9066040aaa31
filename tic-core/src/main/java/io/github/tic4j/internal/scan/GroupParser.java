package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.scan.Keys.Key;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Tin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads provider references and provider groups. */
final class GroupParser {

    private final Scan scan;

    /** How many NPIs the list of groups that is being read may still hold. */
    private int npisLeft;

    GroupParser(Scan scan) {
        this.scan = scan;
    }

    /** Reads an element of {@code provider_references}; {@code null} if it is no object. */
    @Nullable
    ProviderReference reference(ByteScanner scanner) throws IOException {
        long offset = scanner.offset();
        if (scanner.peekInside() != '{') {
            reject(scanner, "reference-not-an-object");
            return null;
        }
        scanner.pos++;
        String id = null;
        String location = null;
        List<String> networks = List.of();
        List<ProviderGroup> groups = new ArrayList<>();
        for (boolean first = true; scanner.more('}', first); first = false) {
            Key key = scanner.key(scan.keys);
            switch (key.field) {
                case PROVIDER_GROUP_ID -> id = idText(scanner);
                case PROVIDER_GROUPS -> groups(scanner, groups);
                case LOCATION -> location = scan.values.text(scanner);
                case NETWORK_NAME -> {
                    scan.schema2 = true;
                    networks = scan.values.texts(scanner);
                }
                default -> scan.unknown(scanner, key);
            }
        }
        return new ProviderReference(id, networks, groups, location, offset);
    }

    /** The text of an id: of a number as it stands, of a string without its quotes. */
    private @Nullable String idText(ByteScanner scanner) throws IOException {
        int b = scanner.peekInside();
        long at = scanner.offset();
        if (b == '"' || b == '{' || b == '[') {
            String text = scan.values.text(scanner);
            if (b == '"') {
                scan.context.lenient(Leniency.STRING_FOR_NUMBER, at, text);
            }
            return text;
        }
        scanner.scalar();
        if (scanner.is("null")) {
            scan.context.lenient(Leniency.NULL_VALUE, at, null);
            return null;
        }
        String text = scanner.decoded(at);
        if (!Numbers.isJson(scanner.buf, scanner.from, scanner.to)) {
            Numbers.oddScalar(scanner, scan.context);
        }
        return text;
    }

    /** Reads an array of groups and adds them to a list. */
    void groups(ByteScanner scanner, List<ProviderGroup> into) throws IOException {
        int b = scanner.peekInside();
        if (b == '{') {
            scan.context.lenient(Leniency.VALUE_FOR_ARRAY, scanner.offset(), null);
            one(scanner, into);
            return;
        }
        if (b != '[') {
            noArray(scanner);
            return;
        }
        scanner.pos++;
        scan.context.enter("provider_groups");
        long index = 0;
        for (boolean first = true; scanner.more(']', first); first = false) {
            scan.context.at(index++);
            one(scanner, into);
        }
        scan.context.leave();
    }

    /** Steps over something that stands where an array belongs. */
    void noArray(ByteScanner scanner) throws IOException {
        long at = scanner.offset();
        boolean isNull = scanner.peekInside() == 'n';
        scanner.skip();
        scan.context.lenient(isNull ? Leniency.NULL_VALUE : Leniency.VALUE_FOR_ARRAY, at, null);
    }

    /** Reads one group and adds it to a list. */
    void one(ByteScanner scanner, List<ProviderGroup> into) throws IOException {
        if (scanner.peekInside() != '{') {
            reject(scanner, "group-not-an-object");
            return;
        }
        if (into.size() >= scan.plan.limits().maxListItems()) {
            throw scan.context.limit("maxListItems", scan.plan.limits().maxListItems(), scanner.offset());
        }
        if (into.isEmpty()) {
            npisLeft = scan.plan.limits().maxGroupNpis();
        }
        ProviderGroup group = group(scanner);
        scan.ledger.groupsSeen++;
        scan.counts.npis += group.npis().size();
        npisLeft -= group.npis().size();
        into.add(group);
    }

    private void reject(ByteScanner scanner, String reason) throws IOException {
        long offset = scanner.offset();
        scanner.skip();
        scan.context.lenient(Leniency.VALUE_FOR_OBJECT, offset, null);
        scan.ledger.groupsSeen++;
        scan.ledger.rejectGroup(reason);
        scan.context.reject(reason, offset, null);
    }

    private ProviderGroup group(ByteScanner scanner) throws IOException {
        scanner.pos++;
        NpiList npis = NpiList.EMPTY;
        Tin tin = Tin.NONE;
        for (boolean first = true; scanner.more('}', first); first = false) {
            Key key = scanner.key(scan.keys);
            switch (key.field) {
                case NPI -> npis = scan.values.npis(scanner, npisLeft);
                case TIN -> tin = tin(scanner);
                default -> scan.unknown(scanner, key);
            }
        }
        return new ProviderGroup(npis, tin);
    }

    Tin tin(ByteScanner scanner) throws IOException {
        long at = scanner.offset();
        if (scanner.peekInside() != '{') {
            String bare = scan.values.text(scanner);
            scan.context.lenient(Leniency.VALUE_FOR_OBJECT, at, bare);
            return new Tin(null, bare, null);
        }
        scanner.pos++;
        String type = null;
        String value = null;
        String businessName = null;
        for (boolean first = true; scanner.more('}', first); first = false) {
            Key key = scanner.key(scan.keys);
            switch (key.field) {
                case TYPE -> type = scan.values.text(scanner);
                case VALUE -> value = scan.values.text(scanner);
                case BUSINESS_NAME -> {
                    scan.schema2 = true;
                    businessName = scan.values.text(scanner);
                }
                default -> scan.unknown(scanner, key);
            }
        }
        return new Tin(type, value, businessName);
    }
}
