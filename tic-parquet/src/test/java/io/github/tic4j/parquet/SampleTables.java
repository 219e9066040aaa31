package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small world of two payers, three organisations, their sets, plans and prices. */
final class SampleTables {

    private static final List<String> TYPES = List.of("negotiated", "fee schedule", "percentage", "per diem", "odd");

    private SampleTables() {}

    /** Writes all tables; the rates are as random as the seed says. */
    static void write(Path root, int rates, long seed) throws IOException {
        write(root, rates(rates, seed));
        writeDirectory(root);
    }

    static List<Row> rates(int count, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int code = random.nextInt(4);
            BigDecimal price = BigDecimal.valueOf(Math.round(Math.exp(random.nextGaussian() * 2 + 5) * 100), 2);
            rows.add(rate("F" + random.nextInt(2), "p" + random.nextInt(2))
                    .set("billing_code_type", code == 3 ? "MS-DRG" : "CPT")
                    .set("billing_code", random.nextInt(50) == 0 ? null : "9921" + code)
                    .set("name", "Visit " + random.nextInt(2))
                    .set("provider_set_id", random.nextInt(10) == 0 ? null : "s" + random.nextInt(3))
                    .set("negotiated_type", TYPES.get(random.nextInt(random.nextInt(TYPES.size()) + 1)))
                    .set("billing_class", random.nextBoolean() ? "professional" : "institutional")
                    .set("setting", random.nextInt(3) == 0 ? null : "outpatient")
                    .set("negotiated_rate", random.nextInt(30) == 0 ? BigDecimal.ZERO : price));
        }
        return rows;
    }

    static Row rate(String file, String payer) {
        return new Row(Tables.RATES).set("file_id", file).set("payer_uuid", payer);
    }

    static void write(Path root, List<Row> rows) throws IOException {
        try (TableWriter writer = new TableFolder(root, ParquetFormat.defaults())
                .batches(rows.get(0).schema())) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
    }

    private static void writeDirectory(Path root) throws IOException {
        write(
                root,
                List.of(
                        row(Tables.PAYERS, "payer_uuid", "p0", "payer_name", "alpha"),
                        row(Tables.PAYERS, "payer_uuid", "p1", "payer_name", "beta")));
        write(root, List.of(set("s0", List.of("g0")), set("s1", List.of("g0", "g1", "g2")), set("s2", List.of("g3"))));
        write(root, List.of(group("g0", "o0"), group("g1", "o1"), group("g2", "o1"), group("g3", "o2")));
        write(root, List.of(organization("o0", "GA"), organization("o1", "FL"), organization("o2", null)));
        write(
                root,
                List.of(
                        row(
                                Tables.PROVIDERS,
                                "provider_uuid",
                                "n1",
                                "npi",
                                "1234567893",
                                "organization_uuid",
                                "o0",
                                "specialty",
                                "Radiology"),
                        row(
                                Tables.PROVIDERS,
                                "provider_uuid",
                                "n2",
                                "npi",
                                "1003000126",
                                "organization_uuid",
                                "o0",
                                "specialty",
                                "Surgery")));
        write(
                root,
                List.of(
                        row(Tables.PLANS, "plan_key", "k0", "payer_uuid", "p0", "plan_name", "Gold"),
                        row(Tables.PLANS, "plan_key", "k1", "payer_uuid", "p0", "plan_name", "Silver")));
        write(
                root,
                List.of(
                        row(Tables.FILE_PLANS, "file_id", "F0", "plan_key", "k0", "origin", "index"),
                        row(Tables.FILE_PLANS, "file_id", "F0", "plan_key", "k1", "origin", "index")));
    }

    private static Row set(String id, List<String> groups) {
        return row(Tables.PROVIDER_SETS, "provider_set_id", id, "group_ids", groups, "npi_count", 1L);
    }

    private static Row group(String id, String organization) {
        return row(
                Tables.PROVIDER_GROUPS,
                "group_id",
                id,
                "organization_uuid",
                organization,
                "npi",
                List.of(0L),
                "npi_count",
                1L);
    }

    private static Row organization(String uuid, String state) {
        return row(
                Tables.ORGANIZATIONS,
                "organization_uuid",
                uuid,
                "tin",
                "12345678" + uuid.charAt(1),
                "organization_name",
                "Clinic " + uuid,
                "npi_count",
                1L,
                "state",
                state);
    }

    private static Row row(TableSchema table, Object... namesAndValues) {
        Row row = new Row(table);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.set((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
