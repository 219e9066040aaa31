package io.github.tic4j.internal.schema;

import io.github.tic4j.mrf.MrfKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schema of one kind of file in one version.
 *
 * @param name its name, such as {@code in-network 2.2.0}
 * @param root what the root must be
 */
public record Schema(String name, ObjectShape root) {

    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    /** What beside the keywords of the schema is asked. */
    public enum Scope {
        /** Nothing. */
        KEYWORDS,
        /** What the prose of the specification asks. */
        README
    }

    /** The schema of a kind; empty where the version has none. */
    public static Optional<Schema> of(MrfKind kind, SchemaVersion version, Scope scope) {
        String table = switch (kind) {
            case IN_NETWORK -> "in-network";
            case ALLOWED_AMOUNTS -> "allowed-amounts";
            case TABLE_OF_CONTENTS -> "table-of-contents";
            case PROVIDER_REFERENCE -> "provider-reference";
            case PRESCRIPTION_DRUGS, UNKNOWN -> "";
        };
        boolean none =
                table.isEmpty() || kind == MrfKind.PROVIDER_REFERENCE && version.compareTo(SchemaVersion.V1_6_2) > 0;
        if (none) {
            return Optional.empty();
        }
        String name = table + " " + version.number();
        return Optional.of(READ.computeIfAbsent(
                name + " " + scope, key -> new Schema(name, SchemaTable.read(table + ".txt", version, scope))));
    }
}
