package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.NpiReading;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins prices with providers. Prices share groups of NPIs, so a group is resolved once and then joined with each of its
 * prices.
 *
 * <pre>{@code
 * FactJoin join = new FactJoin(snapshot, TaxonomyTable.empty(), FactJoin.Mode.LEFT);
 * FactJoin.Group group = join.resolve(npis);
 * join.rows(rate, group, row -> ...);
 * }</pre>
 *
 * <p>As safe for several threads as the directory.
 */
public final class FactJoin {

    /** What becomes of NPIs that NPPES does not know. */
    public enum Mode {
        /** They stay, without NPPES columns; so does a price without any NPI. The default. */
        LEFT,
        /** Only those that are known and in use stay. */
        INNER
    }

    private final ProviderDirectory directory;
    private final TaxonomyTable taxonomies;
    private final Mode mode;
    private final ServiceClassifier services;
    private final ImplausiblePairs pairs = ImplausiblePairs.builtIn();

    /** A join with the standard service categories. */
    public FactJoin(ProviderDirectory directory, TaxonomyTable taxonomies, Mode mode) {
        this(directory, taxonomies, mode, ServiceClassifier.standard());
    }

    /** A join with other service categories. */
    public FactJoin(ProviderDirectory directory, TaxonomyTable taxonomies, Mode mode, ServiceClassifier services) {
        this.directory = directory;
        this.taxonomies = taxonomies;
        this.mode = mode;
        this.services = services;
    }

    /** Looks the NPIs of a group up, in one batch and each once however often it is named. */
    public Group resolve(Collection<String> npis) {
        Map<String, NpiReading> readings = new LinkedHashMap<>();
        npis.forEach(text -> readings.put(text, Npi.read(text)));
        Map<Npi, Provider> found = directory.findAll(readings.values().stream()
                .map(NpiReading::npi)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<Member> members = new ArrayList<>();
        readings.forEach((text, reading) -> members.add(member(text, reading.npi(), found)));
        if (members.isEmpty()) {
            members.add(new Member(null, NppesMatch.NO_NPI, null, List.of()));
        }
        return new Group(
                mode == Mode.LEFT
                        ? members
                        : members.stream().filter(Member::isFound).toList());
    }

    /** Hands on the rows of one price, in the order of its NPIs. */
    public void rows(FactRate rate, Group group, Consumer<FactRow> sink) {
        RateCategory rateCategory = RateCategory.of(rate.negotiatedRate());
        String serviceCategory = services.category(rate.codeType(), rate.serviceCode());
        ImplausiblePairs.OfCode ofCode = pairs.ofCode(rate.codeType(), rate.serviceCode());
        for (Member member : group.members) {
            sink.accept(new FactRow(
                    rate,
                    member.npi,
                    member.match,
                    member.columns,
                    rateCategory,
                    serviceCategory,
                    ofCode.of(member.taxonomies)));
        }
    }

    private Member member(String text, @Nullable Npi npi, Map<Npi, Provider> found) {
        Provider provider = npi == null ? null : found.get(npi);
        if (provider == null) {
            NppesMatch match = npi == null ? NppesMatch.INVALID_NPI : NppesMatch.NOT_FOUND;
            return new Member(text, match, null, List.of());
        }
        return new Member(
                text,
                provider.status().isUsable() ? NppesMatch.FOUND : NppesMatch.DEACTIVATED,
                NppesColumns.of(provider, taxonomies),
                provider.taxonomies().stream().map(Taxonomy::code).toList());
    }

    /** The NPIs of a group with what NPPES knows of them. */
    public static final class Group {

        private final List<Member> members;

        private Group(List<Member> members) {
            this.members = List.copyOf(members);
        }

        /** How many rows each price will have. */
        public int size() {
            return members.size();
        }
    }

    private record Member(
            @Nullable String npi,
            NppesMatch match,
            @Nullable NppesColumns columns,
            List<String> taxonomies) {

        boolean isFound() {
            return match == NppesMatch.FOUND;
        }
    }
}
