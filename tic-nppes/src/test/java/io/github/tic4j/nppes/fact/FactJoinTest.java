package io.github.tic4j.nppes.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactJoinTest {

    private static final Npi KNOWN = Npi.parse("1234567893");
    private static final Npi GONE = Npi.parse("1679576722");
    private static final Npi UNKNOWN = Npi.parse("1558598797");
    private static final Provenance FROM =
            new Provenance(Provenance.Origin.SNAPSHOT, "nppes.zip", Instant.parse("2026-08-09T00:00:00Z"));
    private static final FactRate RATE = new FactRate("rate-1", "org-1", "CPT", "27447", new BigDecimal("150.00"));

    private final List<Npi> asked = new ArrayList<>();

    @Test
    void aLeftJoinKeepsEveryNpiOnceAndSaysHowItFared() {
        List<FactRow> rows = join(
                FactJoin.Mode.LEFT,
                List.of(KNOWN.toString(), "0", UNKNOWN.toString(), GONE.toString(), KNOWN.toString()));

        assertThat(rows)
                .extracting(FactRow::match)
                .containsExactly(
                        NppesMatch.FOUND, NppesMatch.INVALID_NPI, NppesMatch.NOT_FOUND, NppesMatch.DEACTIVATED);
        assertThat(rows)
                .extracting(FactRow::factKey)
                .containsExactly("rate-1_1234567893", "rate-1_0", "rate-1_1558598797", "rate-1_1679576722");
        assertThat(rows.get(1).nppes()).isNull();
        assertThat(rows.get(2).nppes()).isNull();
        assertThat(rows.get(3).nppes().status()).isEqualTo("DEACTIVATED");
        assertThat(asked).containsExactly(KNOWN, UNKNOWN, GONE);
    }

    @Test
    void anInnerJoinKeepsOnlyThoseInUse() {
        assertThat(join(FactJoin.Mode.INNER, List.of(UNKNOWN.toString(), GONE.toString(), KNOWN.toString(), "x")))
                .extracting(FactRow::npi)
                .containsExactly(KNOWN.toString());
        assertThat(join(FactJoin.Mode.INNER, List.of())).isEmpty();
    }

    @Test
    void aPriceWithoutNpiStaysInALeftJoin() {
        FactRow row = join(FactJoin.Mode.LEFT, List.of()).get(0);

        assertThat(row.match()).isEqualTo(NppesMatch.NO_NPI);
        assertThat(row.npi()).isNull();
        assertThat(row.factKey()).isEqualTo("rate-1_None");
        assertThat(row.implausible()).isNull();
    }

    @Test
    void aRowCarriesCategoriesAndNppesColumns() {
        FactRow row = join(FactJoin.Mode.LEFT, List.of(KNOWN.toString())).get(0);

        assertThat(row.rate()).isEqualTo(RATE);
        assertThat(row.rateCategory()).isEqualTo(RateCategory.UP_TO_500);
        assertThat(row.serviceCategory()).isEqualTo("Surgery");
        assertThat(row.implausible().rule()).isEqualTo("behavioral-health");
        NppesColumns nppes = row.nppes();
        assertThat(nppes.providerType()).isEqualTo("Individual");
        assertThat(nppes.name()).isEqualTo("JANE DOE");
        assertThat(nppes.credential()).isEqualTo("PHD");
        assertThat(nppes.gender()).isEqualTo("F");
        assertThat(nppes.primaryTaxonomyCode()).isEqualTo("103T00000X");
        assertThat(nppes.primarySpecialty()).isEqualTo("Psychology");
        assertThat(nppes.grouping()).isEqualTo("Behavioral health");
        assertThat(nppes.secondarySpecialties()).containsExactly("Counselling, as the registry words it");
        assertThat(nppes.location().city()).isEqualTo("CHICAGO");
        assertThat(nppes.zip5()).isEqualTo("60601");
        assertThat(nppes.enumerationDate()).isEqualTo(LocalDate.of(2006, 1, 2));
        assertThat(nppes.source()).isEqualTo("nppes.zip");
        assertThat(nppes.asOf()).isEqualTo(FROM.asOf());
    }

    @Test
    void aGroupIsResolvedOnceForAllItsPrices() {
        FactJoin join =
                new FactJoin(directory(), TaxonomyTable.empty(), FactJoin.Mode.LEFT, ServiceClassifier.legacy());
        FactJoin.Group group = join.resolve(List.of(KNOWN.toString(), UNKNOWN.toString()));
        List<FactRow> rows = new ArrayList<>();

        join.rows(RATE, group, rows::add);
        join.rows(new FactRate("rate-2", null, "CPT", "99385", null), group, rows::add);

        assertThat(group.size()).isEqualTo(2);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(2).rateCategory()).isNull();
        assertThat(rows.get(2).serviceCategory()).isEqualTo("Medicine");
        assertThat(asked).hasSize(2);
    }

    private List<FactRow> join(FactJoin.Mode mode, List<String> npis) {
        FactJoin join = new FactJoin(directory(), TaxonomyTable.empty(), mode);
        List<FactRow> rows = new ArrayList<>();
        join.rows(RATE, join.resolve(npis), rows::add);
        return rows;
    }

    private ProviderDirectory directory() {
        Provider known = new Provider(
                KNOWN,
                ProviderStatus.ACTIVE,
                new Entity.Individual(new PersonName(null, "JANE", null, "DOE", null, "PHD"), "F", null),
                List.of(
                        new Address(Address.Purpose.MAILING, null, null, "MADISON", "WI", null, null, null, null, null),
                        new Address(
                                Address.Purpose.LOCATION,
                                null,
                                null,
                                "CHICAGO",
                                "IL",
                                "606011234",
                                null,
                                null,
                                null,
                                null)),
                List.of(
                        new Taxonomy(
                                "101Y00000X",
                                "Counselling, as the registry words it",
                                Taxonomy.Primary.NO,
                                null,
                                null,
                                null),
                        new Taxonomy("103T00000X", null, Taxonomy.Primary.YES, null, null, null)),
                List.of(),
                List.of(),
                List.of(),
                new Lifecycle(LocalDate.of(2006, 1, 2), null, null, null, null, null, null),
                FROM);
        return npi -> {
            asked.add(npi);
            if (npi.equals(KNOWN)) {
                return Optional.of(known);
            }
            return npi.equals(GONE)
                    ? Optional.of(Provider.deactivated(GONE, Lifecycle.UNKNOWN, FROM))
                    : Optional.empty();
        };
    }
}
