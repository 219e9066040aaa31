package io.github.tic4j.nppes.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** The streaming join beside a naive one over maps. */
class FactOracleTest {

    private static final Provenance FROM = new Provenance(Provenance.Origin.SNAPSHOT, "z", Instant.EPOCH);

    private MemoryTables tables;
    private Map<String, Map<String, Set<Long>>> organizationsOf;
    private Map<String, Map.Entry<String, Long[]>> groups;

    @BeforeTry
    void forget() {
        tables = new MemoryTables();
        organizationsOf = new TreeMap<>();
        groups = new TreeMap<>();
    }

    @Property(tries = 40)
    void isWhatANaiveJoinSays(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        groups(random);
        sets(random);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String set = "s" + random.nextInt(24);
            tables.rate(MemoryTables.price(set, "code" + i, "1"));
            expect("code" + i, organizationsOf.getOrDefault(set, Map.of()), expected);
        }
        MemoryTables.Collector written = new MemoryTables.Collector();
        FactOptions options = FactOptions.defaults()
                .withScratch(Path.of(System.getProperty("java.io.tmpdir")))
                .withColumns(List.of("service_code", "organization_uuid", "npi", "nppes_match"));

        new FactTable(tables, FactOracleTest::find, TaxonomyTable.empty(), options).write(written);

        assertThat(written.rows).map(row -> row.toString()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void groups(Random random) {
        for (int g = 0; g < 40; g++) {
            String organization = new UUID(7, random.nextInt(12)).toString();
            Long[] npis = random.ints(random.nextInt(6), 0, 50)
                    .distinct()
                    .mapToObj(i -> i % 7 == 0 ? Long.valueOf(i) : (Long) npi(i))
                    .toArray(Long[]::new);
            groups.put("g" + g, Map.entry(organization, npis));
            tables.group("g" + g, organization, npis);
        }
    }

    private void sets(Random random) {
        for (int s = 0; s < 20; s++) {
            String[] ids = random.ints(random.nextInt(5), 0, 45)
                    .distinct()
                    .mapToObj(g -> "g" + g)
                    .toArray(String[]::new);
            tables.set("s" + s, ids);
            Map<String, Set<Long>> organizations = new TreeMap<>();
            for (String id : ids) {
                if (groups.containsKey(id)) {
                    organizations
                            .computeIfAbsent(groups.get(id).getKey(), uuid -> new TreeSet<>())
                            .addAll(List.of(groups.get(id).getValue()));
                }
            }
            organizationsOf.put("s" + s, organizations);
        }
    }

    private static void expect(String code, Map<String, Set<Long>> organizations, List<String> expected) {
        if (organizations.isEmpty()) {
            expected.add("fact_table[" + code + ", null, null, NO_NPI]");
        }
        organizations.forEach((uuid, npis) -> {
            if (npis.isEmpty()) {
                expected.add("fact_table[" + code + ", " + uuid + ", null, NO_NPI]");
            }
            npis.forEach(
                    npi -> expected.add("fact_table[" + code + ", " + uuid + ", " + npi + ", " + match(npi) + "]"));
        });
    }

    private static NppesMatch match(long npi) {
        if (!Npi.isValid(npi)) {
            return NppesMatch.INVALID_NPI;
        }
        return find(new Npi(npi))
                .map(provider -> provider.status().isUsable() ? NppesMatch.FOUND : NppesMatch.DEACTIVATED)
                .orElse(NppesMatch.NOT_FOUND);
    }

    private static Optional<Provider> find(Npi npi) {
        int kind = (int) (npi.value() / 10 % 3);
        ProviderStatus status = kind == 0 ? ProviderStatus.ACTIVE : ProviderStatus.DEACTIVATED;
        return kind == 2
                ? Optional.empty()
                : Optional.of(new Provider(
                        npi,
                        status,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Lifecycle.UNKNOWN,
                        FROM));
    }

    private static long npi(int number) {
        return Npi.ofNineDigits(100_000_000 + number).value();
    }
}
