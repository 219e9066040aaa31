package io.github.tic4j.payer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Listings of random indexes against what a map in memory makes of them. */
class FileListingModelTest {

    private static final String HOST = "https://mrf.example.org/";

    /**
     * A structure.
     *
     * @param plans the names of its plans
     * @param links its files by number, each with the end of its signature
     * @param plansLast whether the plans stand behind the files
     */
    record Structure(List<Integer> plans, List<Link> links, boolean plansLast) {

        String json() {
            String named = plans.stream()
                    .map(plan -> "{\"plan_name\": \"P" + plan + "\"}")
                    .collect(Collectors.joining(",", "\"reporting_plans\": [", "]"));
            String linked = links.stream()
                    .map(link -> "{\"location\": \"" + link.url() + "\"}")
                    .collect(Collectors.joining(",", "\"in_network_files\": [", "]"));
            return "{" + (plansLast ? linked + "," + named : named + "," + linked) + "}";
        }
    }

    /**
     * A link.
     *
     * @param file the number of the file
     * @param expires when the signature runs out
     */
    record Link(int file, int expires) {

        String path() {
            return HOST + file + ".json.gz";
        }

        String url() {
            return path() + "?Expires=" + (1_700_000_000L + expires) + "&Signature=s" + expires;
        }
    }

    @Provide
    Arbitrary<List<Structure>> indexes() {
        Arbitrary<Link> links = Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 5))
                .as(Link::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9).list().ofMaxSize(4),
                        links.list().ofMaxSize(12),
                        Arbitraries.of(true, false))
                .as(Structure::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 150)
    void everyFileIsListedOnceInOrderWithAllItsPlansAndItsFreshestLink(@ForAll("indexes") List<Structure> index)
            throws IOException {
        Map<String, Set<String>> plans = new LinkedHashMap<>();
        Map<String, Integer> expires = new LinkedHashMap<>();
        for (Structure structure : index) {
            for (Link link : structure.links()) {
                Set<String> ofFile = plans.computeIfAbsent(link.path(), path -> new LinkedHashSet<>());
                structure.plans().forEach(plan -> ofFile.add("P" + plan));
                expires.merge(link.path(), link.expires(), Math::max);
            }
        }
        String json = index.stream()
                .map(Structure::json)
                .collect(Collectors.joining(",", "{\"reporting_structure\": [", "]}"));
        ServedTexts served = new ServedTexts().with(HOST + "index.json", json);

        List<ListedFile> listed = new ArrayList<>();
        try (FileListing files = PayerHandlers.defaults().payer("acme").list(HOST + "index.json", served.resolver())) {
            files.forEachRemaining(listed::add);
        }

        assertThat(listed).extracting(ListedFile::identity).containsExactlyElementsOf(plans.keySet());
        for (ListedFile file : listed) {
            assertThat(file.plans()).extracting(Plan::planName).containsExactlyElementsOf(plans.get(file.identity()));
            assertThat(file.url().uri().getQuery()).endsWith("=s" + expires.get(file.identity()));
        }
    }
}
