package io.github.tic4j.parquet;

import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the report shows, out of the tables of a run. Tables that are absent leave their part empty. */
final class ReportData {

    private static final int PANELS = 12;
    private static final int SPREADS = 15;
    private static final int CHANGES = 15;
    private static final int SPREAD_DECIMALS = 6;
    private static final long FEWEST_PRICES = 10;
    private static final String DOLLARS = "dollars";

    final Map<String, PayerFiles> payers = new TreeMap<>();
    final Map<String, Long> rejects = new TreeMap<>();
    final Set<String> runs = new TreeSet<>();
    final Map<Code, List<Row>> payersOf = new HashMap<>();
    List<Row> largest = List.of();
    List<Row> spreads = List.of();
    List<Row> changes = List.of();
    long codes;
    long prices;
    long excluded;
    long estimated;
    long added;
    long removed;
    long raised;
    long lowered;

    private final Map<String, Set<String>> payerNames;
    private final Map<String, Set<String>> organizationNames;

    private ReportData(Path root) throws IOException {
        payerNames = TableFiles.map(root, Tables.PAYERS, "payer_uuid", "payer_name");
        organizationNames = TableFiles.map(root, Tables.ORGANIZATIONS, "organization_uuid", "organization_name");
    }

    static ReportData read(Path root) throws IOException {
        ReportData data = new ReportData(root);
        TableFiles.forEach(root, Tables.FILES, data::addFile);
        TableFiles.forEach(
                root,
                Tables.REJECTS.select("rule"),
                reject -> data.rejects.merge(String.valueOf(reject.text(0)), 1L, Long::sum));
        data.readAnalytics(root);
        data.readChanges(root);
        return data;
    }

    String payerName(@Nullable Object uuid) {
        return nameOf(payerNames, uuid);
    }

    String organizationName(@Nullable Object uuid) {
        return nameOf(organizationNames, uuid);
    }

    private static String nameOf(Map<String, Set<String>> names, @Nullable Object uuid) {
        Set<String> known = uuid == null ? null : names.get(uuid);
        return known == null ? String.valueOf(uuid) : known.iterator().next();
    }

    private void addFile(Row file) {
        payers.computeIfAbsent(payerName(file.value("payer_uuid")), name -> new PayerFiles())
                .add(file);
        runs.add(String.valueOf(file.value("run_id")));
    }

    private void readAnalytics(Path root) throws IOException {
        Top top = new Top(PANELS, Comparator.comparingLong(ReportData::count));
        Top wide = new Top(SPREADS, Comparator.comparing(ReportData::spread));
        Set<Code> seen = new HashSet<>();
        TableFiles.forEach(root, DerivedTables.ANALYTICS, row -> {
            if ("none".equals(row.value("grouping"))) {
                seen.add(Code.of(row));
                prices += count(row);
                excluded += whole(row, "excluded_count");
                estimated += "sketch".equals(row.value("method")) ? 1 : 0;
                if (DOLLARS.equals(row.value("unit")) && count(row) > 0) {
                    top.add(row);
                    if (count(row) >= FEWEST_PRICES) {
                        wide.add(row);
                    }
                }
            }
        });
        codes = seen.size();
        largest = top.descending();
        spreads = wide.descending();
        largest.forEach(row -> payersOf.put(Code.of(row), new ArrayList<>()));
        TableFiles.forEach(root, DerivedTables.ANALYTICS, row -> {
            List<Row> panel = payersOf.get(Code.of(row));
            if (panel != null
                    && "payer".equals(row.value("grouping"))
                    && DOLLARS.equals(row.value("unit"))
                    && count(row) > 0) {
                panel.add(row);
            }
        });
    }

    private void readChanges(Path root) throws IOException {
        Top top = new Top(CHANGES, Comparator.comparing(ReportData::relativeChange));
        TableFiles.forEach(root, DerivedTables.RATE_CHANGES, row -> {
            switch (String.valueOf(row.value("change"))) {
                case "added" -> added++;
                case "removed" -> removed++;
                default -> addChange(row, top);
            }
        });
        changes = top.descending();
    }

    private void addChange(Row row, Top top) {
        if (row.value("difference") instanceof BigDecimal difference) {
            raised += difference.signum() > 0 ? 1 : 0;
            lowered += difference.signum() < 0 ? 1 : 0;
        }
        if (row.value("relative_difference") != null) {
            top.add(row);
        }
    }

    static long count(Row row) {
        return whole(row, "rate_count");
    }

    private static long whole(Row row, String column) {
        return (Long) Objects.requireNonNull(row.value(column));
    }

    private static BigDecimal figure(Row row, String column) {
        return (BigDecimal) Objects.requireNonNull(row.value(column));
    }

    /** How many times the 10th percentile the 90th is. */
    static BigDecimal spread(Row row) {
        return figure(row, "p90_rate").divide(figure(row, "p10_rate"), SPREAD_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal relativeChange(Row row) {
        return figure(row, "relative_difference").abs();
    }

    /** A billing code of a kind. */
    record Code(@Nullable Object type, @Nullable Object code) {

        static Code of(Row row) {
            return new Code(row.value("billing_code_type"), row.value("procedure_code"));
        }
    }

    /** The files of one payer, summed up. */
    static final class PayerFiles {

        long files;
        long seen;
        long written;
        long filtered;
        long rejected;

        private void add(Row file) {
            files++;
            seen += whole(file, "prices_seen");
            written += whole(file, "prices_written");
            filtered += whole(file, "prices_filtered");
            rejected += whole(file, "prices_rejected");
        }
    }

    /** The rows that are highest in an order; of equal ones those that came first. */
    private static final class Top {

        private final int size;
        private final Comparator<Row> order;
        private final PriorityQueue<Row> rows;

        Top(int size, Comparator<Row> order) {
            this.size = size;
            this.order = order;
            this.rows = new PriorityQueue<>(order);
        }

        void add(Row row) {
            if (rows.size() < size) {
                rows.add(row);
            } else if (order.compare(row, rows.element()) > 0) {
                rows.remove();
                rows.add(row);
            }
        }

        List<Row> descending() {
            return rows.stream()
                    .sorted(order.reversed().thenComparing(Row::toString))
                    .toList();
        }
    }
}
