package io.github.tic4j.normalize;

import static io.github.tic4j.normalize.SmallFile.GROUP;
import static io.github.tic4j.normalize.SmallFile.file;
import static io.github.tic4j.normalize.SmallFile.price;
import static io.github.tic4j.normalize.SmallFile.quoted;
import static io.github.tic4j.normalize.SmallFile.rate;
import static io.github.tic4j.normalize.SmallFile.rates;
import static io.github.tic4j.normalize.SmallFile.reference;
import static io.github.tic4j.normalize.SmallFile.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.normalize.NormalizeOptions.RateIds;
import io.github.tic4j.normalize.NormalizedFile.Ending;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.TruncatedContentException;
import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.table.Tables;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of single oddities, each in a file of its own. */
class NormalizerRulesTest {

    private final MemoryTables tables = new MemoryTables();

    // ---- prices

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "cpt, ' 99213 ', CPT, cpt, 99213, ' 99213 '",
                "DRG, 39, MS-DRG, DRG, 039, 39",
                "RC, 0300, RC, -, 0300, -",
                "REV, 300, RC, REV, 0300, 300",
                "HCPCS, j1100, HCPCS, -, J1100, j1100",
                "odd, 1, ODD, odd, 1, -"
            })
    void codesHaveANormalFormBesideTheirText(
            String type, String code, String normalType, String typeText, String normalCode, String codeText)
            throws IOException {
        String json = new String(file(rates("'x':1")), StandardCharsets.UTF_8)
                .replace("\"CPT\"", "\"" + type + "\"")
                .replace("\"99213\"", "\"" + code + "\"");
        normalize(json.getBytes(StandardCharsets.UTF_8));

        Row row = only(Tables.RATES);
        assertThat(row.value("billing_code_type")).isEqualTo(normalType);
        assertThat(row.value("billing_code_type_text")).isEqualTo(typeText);
        assertThat(row.value("billing_code")).isEqualTo(normalCode);
        assertThat(row.value("billing_code_text")).isEqualTo(codeText);
    }

    @Test
    void termsHaveNormalForms() throws IOException {
        normalize(file(rate(
                "'x':1",
                "{'negotiated_type':' Fee Schedule ','negotiated_rate':10.00,'expiration_date':'12/31/9999',"
                        + "'billing_class':'Professional','setting':'Outpatient','service_code':['1',' 11 ',''],"
                        + "'billing_code_modifier':['tc, 26',''],'additional_information':'As agreed'}")));

        Row row = only(Tables.RATES);
        assertThat(row.value("negotiated_type")).isEqualTo("fee schedule");
        assertThat((BigDecimal) row.value("negotiated_rate")).isEqualByComparingTo("10");
        assertThat(row.value("expiration_date")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(row.value("expiration_date_text")).isEqualTo("12/31/9999");
        assertThat(row.value("billing_class")).isEqualTo("professional");
        assertThat(row.value("setting")).isEqualTo("outpatient");
        assertThat(row.value("service_codes")).isEqualTo(List.of("01", "11"));
        assertThat(row.value("billing_code_modifier")).isEqualTo(List.of("TC", "26"));
        assertThat(row.value("additional_information")).isEqualTo("As agreed");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "81.50, 81.5, -",
                "-0.01, -0.01, -",
                "8.15e1, 81.5, -",
                "1E+3, 1000, -",
                "0.38999999999999996, 0.38999999999999996, -",
                "12345678901234567890.123456789012345678, 12345678901234567890.123456789012345678, -",
                "1.0000000000000000001, -, 1.0000000000000000001",
                "10e-31, -, 10e-31"
            })
    void pricesAreExactOrText(String published, BigDecimal decimal, String text) throws IOException {
        normalize(file(rate("'x':1", price("81.50"), price(published), price("2"))));

        Row row = tables.rows(Tables.RATES).get(1);
        if (decimal == null) {
            assertThat(row.value("negotiated_rate")).isNull();
        } else {
            assertThat((BigDecimal) row.value("negotiated_rate")).isEqualByComparingTo(decimal);
        }
        assertThat(row.value("negotiated_rate_text")).isEqualTo(text);
        assertThat((BigDecimal) tables.rows(Tables.RATES).get(2).value("negotiated_rate"))
                .isEqualByComparingTo("2");
    }

    @Test
    void percentageStaysAPercentage() throws IOException {
        normalize(file(rate("'x':1", price("0.8").replace("negotiated'", "percentage'"))));

        assertThat(only(Tables.RATES).value("negotiated_type")).isEqualTo("percentage");
        assertThat((BigDecimal) only(Tables.RATES).value("negotiated_rate")).isEqualByComparingTo("0.8");
    }

    @Test
    void priceThatIsNoNumberIsRejectedWithItsPlace() throws IOException {
        NormalizedFile result = normalize(file(rate("'x':1", price("'N/A'"), price("5"))));

        Row reject = only(Tables.REJECTS);
        assertThat(reject.value("rule")).isEqualTo("negotiated_rate-not-a-number");
        assertThat(reject.value("severity")).isEqualTo("error");
        assertThat((String) reject.value("path"))
                .startsWith("$.in_network[0].negotiated_rates[0].negotiated_prices[0]");
        assertThat((Long) reject.value("byte_offset")).isPositive();
        assertThat(reject.value("raw_text")).isEqualTo("N/A");
        assertThat(reject.value("message")).isEqualTo("The price is not a number: N/A");
        assertThat(result.ledger().prices().rejected()).containsEntry("negotiated_rate-not-a-number", 1L);
        assertThat(only(Tables.FILES).value("prices_rejected")).isEqualTo(1L);
    }

    @Test
    void bundleRefersToItsCodesWhereverTheyStand() throws IOException {
        String codes = "'bundled_codes':[{'billing_code_type':'cpt','billing_code':'1','description':'one'},"
                + "{'billing_code_type':'CPT','billing_code':'2'}],";
        String json = new String(file(rates("'x':1")), StandardCharsets.UTF_8).replace("\"ffs\"", "\"bundle\"");
        byte[] before = json.replace("\"negotiated_rates\"", quoted(codes) + "\"negotiated_rates\"")
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = json.replace("]}]}]", "]}]," + quoted(codes.substring(0, codes.length() - 1)) + "}]")
                .getBytes(StandardCharsets.UTF_8);
        MemoryTables late = new MemoryTables();

        normalize(before);
        NormalizerTest.normalize(after, late);

        assertThat(late.texts(Tables.CODE_SETS)).hasSize(2).isEqualTo(tables.texts(Tables.CODE_SETS));
        assertThat(late.texts(Tables.RATES)).isEqualTo(tables.texts(Tables.RATES));
        assertThat(values(Tables.RATES, "code_set_id")).isEqualTo(values(Tables.CODE_SETS, "code_set_id"));
        assertThat(values(Tables.CODE_SETS, "position")).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void idsAreGivenWhereTheyAreAskedFor() throws IOException {
        byte[] json = file(
                rate("'provider_references':[1]", price("81.50"), price("81.5"), price("81.501"))
                        .replace("'11'", "'9'"),
                reference("1", GROUP.replace("12-3456789", "720467503")));
        normalize(
                json,
                NormalizeOptions.builder()
                        .rateIds(RateIds.LOSSLESS_AND_ORIGINAL)
                        .build());
        List<Row> rows = tables.rows(Tables.RATES);

        assertThat(rows.get(0).value("rate_id")).isEqualTo(rows.get(1).value("rate_id"));
        assertThat(rows.get(0).value("rate_id")).isNotEqualTo(rows.get(2).value("rate_id"));
        UUID organization = OriginalIds.organization("720467503", null);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.value("rate_uuid"))
                        .isEqualTo(OriginalIds.rate(row, organization)
                                .orElseThrow()
                                .toString()));
        assertThat(values(Tables.RATES, "rate_uuid")).hasSize(1);
    }

    // ---- review, filter, limit

    @Test
    void reviewRepairsFlagsRejectsAndDrops() throws IOException {
        Review handler = new Review() {
            @Override
            public Verdict<Price> price(Price price) {
                return switch (price.negotiatedRate().intValue()) {
                    case 1 -> new Verdict.Drop<>();
                    case 2 -> new Verdict.Reject<>("too-low", Severity.WARNING, "A price is above 2");
                    case 3 ->
                        new Verdict.Keep<>(
                                new Price(price.rate(), new BigDecimal("33"), null, price.terms(), price.byteOffset()),
                                List.of("repaired"));
                    default -> Verdict.keep(price);
                };
            }
        };
        Review rules = new Review() {
            @Override
            public Verdict<Price> price(Price price) {
                return new Verdict.Keep<>(price, price.negotiatedRate().intValue() > 30 ? List.of("high") : List.of());
            }
        };
        NormalizedFile result = normalize(
                file(rate("'provider_references':[9]", price("1"), price("2"), price("3"), price("4"))),
                NormalizeOptions.builder().review(handler.andThen(rules)).build());

        assertThat(tables.rows(Tables.RATES))
                .extracting(
                        row -> ((BigDecimal) row.value("negotiated_rate")).intValue(),
                        row -> row.value("quality_flags"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(33, List.of("repaired", "high", "dangling-reference")),
                        org.assertj.core.groups.Tuple.tuple(4, List.of("dangling-reference")));
        assertThat(result.ledger().prices().toString())
                .isEqualTo("Tally[seen=4, delivered=2, filtered=1, rejected={too-low=1}]");
        Row reject = only(Tables.REJECTS);
        assertThat(reject.value("path")).isEqualTo("$.in_network[0].negotiated_rates[0]");
        assertThat(reject.value("message")).isEqualTo("A price is above 2");
        assertThat(reject.value("severity")).isEqualTo("warning");
    }

    @Test
    void reviewMaySayWhomARateIsFor() throws IOException {
        Review handler = new Review() {
            @Override
            public Verdict<Price> price(Price price) {
                Rate other = new Rate(price.item(), price.rate().index(), List.of("2"), List.of());
                return price.negotiatedRate().intValue() == 1
                        ? new Verdict.Keep<>(
                                new Price(other, price.negotiatedRate(), null, price.terms(), price.byteOffset()),
                                List.of())
                        : Verdict.keep(price);
            }
        };
        normalize(
                file(
                        rate("'provider_references':[1]", price("1"), price("5")),
                        reference("1", GROUP),
                        reference("2", GROUP.replace("12-3", "22-3"))),
                NormalizeOptions.builder().review(handler).build());

        Map<Object, Row> sets = tables.by(Tables.PROVIDER_SETS, "provider_set_id");
        assertThat(tables.rows(Tables.RATES))
                .extracting(row -> sets.get(row.value("provider_set_id")).value("provider_references"))
                .containsExactly(List.of("2"), List.of("1"));
    }

    @Test
    void reviewThatKeepsEverythingChangesNothing() throws IOException {
        byte[] json = MrfGenerator.generate(MrfSpec.builder().items(40).build()).bytes();
        MemoryTables reviewed = new MemoryTables();
        normalize(json);
        NormalizerTest.normalize(
                json,
                reviewed,
                NormalizeOptions.builder().review(new Review() {}).build());

        for (TableSchema table : Tables.all()) {
            assertThat(reviewed.texts(table)).isEqualTo(tables.texts(table));
        }
    }

    @Test
    void filteredPricesAreCounted() throws IOException {
        MrfSpec spec = MrfSpec.builder().items(120).ratesPerItem(3).build();
        PriceFilter.Builder filter = PriceFilter.builder();
        spec.selectedCodes().forEach(code -> filter.code(code.split(" ")[0], code.split(" ")[1]));
        ReadOptions reading = ReadOptions.builder()
                .filter(filter.build())
                .skipping(Skipping.COUNTED)
                .build();
        var file = MrfGenerator.generate(spec);
        NormalizedFile result = normalize(
                file.bytes(), NormalizeOptions.builder().reading(reading).build());

        assertThat(result.ledger().prices().delivered())
                .isEqualTo(file.truth().selected().prices());
        assertThat(result.ledger().prices().seen()).isEqualTo(file.truth().all().prices());
        assertThat(tables.rows(Tables.RATES))
                .hasSize((int) file.truth().selected().prices());
    }

    @Test
    void limitEndsTheFileAndBalances() throws IOException {
        byte[] json = MrfGenerator.generate(MrfSpec.builder().items(50).build()).bytes();
        NormalizedFile result =
                normalize(json, NormalizeOptions.builder().maxPrices(10).build());

        assertThat(result.ending()).isEqualTo(Ending.LIMITED);
        assertThat(tables.rows(Tables.RATES)).hasSize(10);
        assertThat(result.ledger().prices().delivered()).isEqualTo(10);
        assertThat(result.ledger().prices().isBalanced()).isTrue();
    }

    // ---- files

    @Test
    void brokenFileKeepsWhatIsCompleteAndSaysWhereItBreaks() throws IOException {
        String whole = new String(file(rates("'x':1", "'x':1")), StandardCharsets.UTF_8);
        String cut = whole.substring(0, whole.lastIndexOf("expiration_date"));
        NormalizedFile result = normalize(cut.getBytes(StandardCharsets.UTF_8));

        assertThat(result.ending()).isEqualTo(Ending.BROKEN);
        assertThat(result.failure()).isInstanceOf(TruncatedContentException.class);
        assertThat(tables.rows(Tables.RATES)).hasSize(1);
        assertThat(result.ledger().isBalanced()).isTrue();
        Row reject = only(Tables.REJECTS);
        assertThat(reject.value("rule")).isEqualTo("file-broken");
        assertThat(reject.value("message")).isEqualTo(result.failure().getMessage());
        assertThat(only(Tables.FILES).value("prices_written")).isEqualTo(1L);
    }

    @Test
    void fileRowTellsWhereItIsFromAndWhichPlansItServes() throws IOException {
        String signed = "https://user@Payer.example.com/a/rates.json?sig=secret&se=2026-12-01";
        Plan plan = new Plan("Gold", "EIN", "12-3", "Group", null, null);
        SourceFile of = source("cache-17", file(rates("'x':1")))
                .url(FileUrl.parse(signed))
                .plans(List.of(plan))
                .description("in-network file")
                .run("run-1", Instant.parse("2026-11-20T10:00:00Z"))
                .content(() -> Optional.of(new FileContent("ab".repeat(32), 123)))
                .build();
        try (TableSet set = tables.set()) {
            assertThat(Normalizer.withDefaults().normalize(of, set).fileId()).isEqualTo(of.fileId());
        }

        Row row = only(Tables.FILES);
        assertThat(row.value("file_id"))
                .isEqualTo(source("elsewhere", new byte[0])
                        .url(FileUrl.parse("https://payer.example.com/a/rates.json?sig=other"))
                        .build()
                        .fileId());
        assertThat(row.value("source_url")).isEqualTo("https://Payer.example.com/a/rates.json");
        assertThat(row.value("content_bytes")).isEqualTo(123L);
        assertThat(row.value("kind")).isEqualTo("in-network-rates");
        assertThat(row.value("last_updated_on")).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(row.value("run_id")).isEqualTo("run-1");
        assertThat(values(Tables.FILE_PLANS, "origin")).containsExactlyInAnyOrder("index", "header");
        assertThat(values(Tables.PLANS, "plan_id_type")).containsExactlyInAnyOrder("ein", "hios");
        assertThat(values(Tables.FILE_PLANS, "plan_key")).isEqualTo(values(Tables.PLANS, "plan_key"));
        assertThat(only(Tables.PAYERS).value("payer_uuid"))
                .isEqualTo(OriginalIds.payer("test").toString());
        assertThat(values(Tables.RATES, "file_id")).containsExactly(of.fileId());
    }

    @Test
    void everyDocumentOfAnArchiveIsAFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String tin : List.of("11", "22")) {
                zip.putNextEntry(new ZipEntry(tin + ".json"));
                // The same id stands for other groups in each document.
                zip.write(file(rates("'provider_references':[1]"), reference("1", GROUP.replace("12-", tin))));
            }
        }
        NormalizedFile result = normalize(bytes.toByteArray());

        assertThat(tables.rows(Tables.FILES)).hasSize(2);
        assertThat(values(Tables.FILES, "file_id"))
                .contains(result.fileId())
                .isEqualTo(values(Tables.RATES, "file_id"));
        assertThat(values(Tables.RATES, "provider_set_id")).hasSize(2);
        assertThat(values(Tables.PROVIDER_GROUPS, "tin")).containsExactlyInAnyOrder("113456789", "223456789");
        assertThat(result.ledger().prices().delivered()).isEqualTo(2);
    }

    @Test
    void allowedAmountsNameOrganisationsAndProviders() throws IOException {
        var file = MrfGenerator.generate(
                MrfSpec.builder().kind(MrfSpec.Kind.ALLOWED_AMOUNTS).items(30).build());
        NormalizedFile result = normalize(file.bytes());

        List<Row> rows = tables.rows(Tables.ALLOWED_AMOUNTS);
        assertThat(result.ledger().prices().delivered()).isEqualTo(rows.size());
        assertThat(rows.stream()
                        .map(row -> (BigDecimal) row.value("billed_charge"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(file.truth().all().billed());
        assertThat(values(Tables.ORGANIZATIONS, "organization_uuid"))
                .isEqualTo(values(Tables.ALLOWED_AMOUNTS, "organization_uuid"));
        assertThat(tables.rows(Tables.PROVIDERS)).isNotEmpty();
        assertThat(only(Tables.FILES).value("kind")).isEqualTo("allowed-amounts");
    }

    @Test
    void paymentsAreReviewedAndLimitedToo() throws IOException {
        var file = MrfGenerator.generate(
                MrfSpec.builder().kind(MrfSpec.Kind.ALLOWED_AMOUNTS).items(10).build());
        Review review = new Review() {
            @Override
            public Verdict<AllowedAmount> allowedAmount(AllowedAmount amount) {
                return amount.item().index() == 0 ? new Verdict.Drop<>() : Verdict.keep(amount);
            }
        };
        NormalizedFile result = normalize(
                file.bytes(),
                NormalizeOptions.builder().review(review).maxPrices(5).build());

        assertThat(result.ending()).isEqualTo(Ending.LIMITED);
        assertThat(tables.rows(Tables.ALLOWED_AMOUNTS)).hasSize(5);
        assertThat(result.ledger().prices().filtered()).isPositive();
        assertThat(result.ledger().prices().isBalanced()).isTrue();
    }

    @Test
    void groupsOfAProviderReferenceFileAreWritten() throws IOException {
        var file = MrfGenerator.generate(MrfSpec.builder()
                .kind(MrfSpec.Kind.PROVIDER_REFERENCE)
                .items(10)
                .schema(MrfSpec.Schema.V1)
                .build());
        normalize(file.bytes());

        assertThat(tables.rows(Tables.PROVIDER_GROUPS))
                .hasSize((int) file.truth().providers().groups());
        assertThat(only(Tables.FILES).value("kind")).isEqualTo("provider-reference");
    }

    @Test
    void failureOfATableIsThrownAsItIs() {
        IOException full = new IOException("No space left");
        TableSet failing = new TableSet(schema -> {
            throw full;
        });

        assertThatThrownBy(() -> Normalizer.withDefaults()
                        .normalize(
                                source("a", file(rates("'provider_references':[1]"), reference("1", GROUP)))
                                        .build(),
                                failing))
                .isSameAs(full)
                .hasMessage("No space left");
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> NormalizeOptions.builder().maxPrices(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxPrices must be at least 1, was 0");
        assertThatThrownBy(() -> NormalizeOptions.builder().maxDistinctMemory(1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxDistinctMemory must be at least 262144, was 1");
        assertThatThrownBy(() -> Payer.named(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A payer needs a name");
    }

    // ---- the tables

    private NormalizedFile normalize(byte[] json) throws IOException {
        return NormalizerTest.normalize(json, tables);
    }

    private NormalizedFile normalize(byte[] json, NormalizeOptions options) throws IOException {
        return NormalizerTest.normalize(json, tables, options);
    }

    private Row only(TableSchema schema) {
        assertThat(tables.rows(schema)).hasSize(1);
        return tables.rows(schema).get(0);
    }

    private Set<Object> values(TableSchema schema, String column) {
        Set<Object> values = new HashSet<>();
        tables.rows(schema).forEach(row -> values.add(row.value(column)));
        return values;
    }
}
