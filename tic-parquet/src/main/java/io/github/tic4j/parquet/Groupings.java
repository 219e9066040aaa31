package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The groupings that come with the library. */
public final class Groupings {

    private static final List<String> NAMES = List.of(
            "none", "payer", "billing_class", "setting", "arrangement", "plan", "organization", "state", "specialty");
    private static final Collection<@Nullable String> UNKNOWN = Collections.singletonList(null);

    private Groupings() {}

    /** The names that {@link #named} knows. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A grouping by its name: {@code none} (all prices of a code together), {@code payer}, {@code billing_class}, {@code
     * setting}, {@code arrangement}, {@code plan} (by its name), {@code organization}, {@code state} or {@code specialty}.
     *
     * <p>Payers, plans, organisations, states and specialties are read from the other tables of the folder into memory; where
     * those say nothing, the group of a price is unknown.
     *
     * @throws IllegalArgumentException if there is no such name; the message lists those there are
     */
    public static Grouping named(String name, Path root) throws IOException {
        return switch (name) {
            case "none" -> new Simple(name, List.of(), rate -> UNKNOWN);
            case "payer" -> byLookup(name, "payer_uuid", payerNames(root));
            case "billing_class", "setting" -> byColumn(name, name);
            case "arrangement" -> byColumn(name, "negotiation_arrangement");
            case "plan" -> byLookup(name, "file_id", planNames(root));
            case "organization", "state", "specialty" -> byOrganization(name, root);
            default -> throw new IllegalArgumentException("No grouping " + name + "; there are " + NAMES);
        };
    }

    private static Grouping byColumn(String name, String column) {
        return new Simple(name, List.of(column), rate -> Collections.singletonList((String) rate.value(column)));
    }

    private static Grouping byLookup(String name, String column, Map<String, Set<String>> valuesOf) {
        return new Simple(name, List.of(column), rate -> {
            Object key = rate.value(column);
            return orUnknown(key == null ? Set.of() : valuesOf.getOrDefault(key, Set.of()));
        });
    }

    private static Grouping byOrganization(String name, Path root) throws IOException {
        ProviderIndex providers = ProviderIndex.read(root);
        Map<String, Set<String>> valuesOf = switch (name) {
            case "state" -> TableFiles.map(root, Tables.ORGANIZATIONS, "organization_uuid", "state");
            case "specialty" -> TableFiles.map(root, Tables.PROVIDERS, "organization_uuid", "specialty");
            default -> Map.of();
        };
        Function<String, Set<String>> values =
                name.equals("organization") ? Set::of : uuid -> valuesOf.getOrDefault(uuid, Set.of());
        return new Simple(name, List.of("provider_set_id"), rate -> {
            Set<String> groups = new TreeSet<>();
            for (int organization : providers.organizationsOf((String) rate.value("provider_set_id"))) {
                groups.addAll(values.apply(providers.uuidOf(organization)));
            }
            return orUnknown(groups);
        });
    }

    private static Map<String, Set<String>> payerNames(Path root) throws IOException {
        return TableFiles.map(root, Tables.PAYERS, "payer_uuid", "payer_name");
    }

    private static Map<String, Set<String>> planNames(Path root) throws IOException {
        Map<String, Set<String>> names = TableFiles.map(root, Tables.PLANS, "plan_key", "plan_name");
        Map<String, Set<String>> plans = TableFiles.map(root, Tables.FILE_PLANS, "file_id", "plan_key");
        plans.replaceAll((file, keys) -> {
            Set<String> all = new TreeSet<>();
            keys.forEach(key -> all.addAll(names.getOrDefault(key, Set.of())));
            return all;
        });
        return plans;
    }

    private static Collection<? extends @Nullable String> orUnknown(Set<String> groups) {
        return groups.isEmpty() ? UNKNOWN : groups;
    }

    private record Simple(
            String name, List<String> columns, Function<Row, Collection<? extends @Nullable String>> groups)
            implements Grouping {

        @Override
        public Collection<? extends @Nullable String> groupsOf(Row rate) {
            return groups.apply(rate);
        }
    }
}
