package io.github.tic4j.benchmarks;

import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.PriceCursor;
import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.testing.MrfTruth;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many rows of {@code rates} are written to Parquet a second, on one core? {@code benchmarks/run RatesWriter} */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RatesWriterBenchmark {

    private static final int BATCH = 8_192;

    /** Who writes. */
    public enum Contender {
        TIC4J,
        PARQUET_AVRO
    }

    /** Who writes. */
    @Param
    public Contender contender = Contender.TIC4J;

    private final List<@Nullable String> codes = new ArrayList<>();
    private final List<Row> terms = new ArrayList<>();
    private int rowCount;
    private int[] codeOf = {};
    private int[] termsOf = {};
    private long[] unscaled = {};
    private byte[] scales = {};
    private @Nullable Path file;

    /** How much was done. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Speed {
        /** Rows that were written. */
        public double rows;
    }

    /** Reads the prices of a sample, and has the contender prove that it writes them all. */
    @Setup
    public void prove() throws IOException {
        file = Files.createTempFile("tic4j-rates", ".parquet");
        MrfTruth.Totals truth = Sample.ONE_LINE.truth().all();
        rowCount = (int) truth.prices();
        codeOf = new int[rowCount];
        termsOf = new int[rowCount];
        unscaled = new long[rowCount];
        scales = new byte[rowCount];
        readPrices();
        write();
        BigDecimal found = BigDecimal.ZERO;
        try (ParquetRows rows = ParquetRows.open(current(), ParquetWriting.PRICES)) {
            for (Row row : rows) {
                found = found.add(Objects.requireNonNull(row.decimal(3)));
            }
        }
        if (found.compareTo(truth.sum()) != 0) {
            throw new IllegalStateException("The prices sum up to " + truth.sum() + ", found " + found);
        }
    }

    private void readPrices() throws IOException {
        Map<PriceTerms, Integer> known = new HashMap<>();
        try (MrfReader reader = MrfReader.open(Sample.ONE_LINE.plain())) {
            PriceCursor cursor = reader.cursor();
            long item = -1;
            for (int i = 0; cursor.next(); i++) {
                if (cursor.item().index() != item) {
                    item = cursor.item().index();
                    codes.add(cursor.item().billingCode());
                }
                codeOf[i] = codes.size() - 1;
                Integer number = known.putIfAbsent(cursor.terms(), known.size());
                if (number == null) {
                    number = known.size() - 1;
                    terms.add(row(cursor.terms()));
                }
                termsOf[i] = number;
                unscaled[i] = cursor.unscaled();
                scales[i] = (byte) cursor.scale();
            }
        }
    }

    /** Removes the file. */
    @TearDown
    public void remove() throws IOException {
        Files.deleteIfExists(current());
    }

    private static Row row(PriceTerms of) {
        return new Row(ParquetWriting.PRICES)
                .set("negotiated_type", of.negotiatedType())
                .set("expiration_date", of.expiration().orElse(null))
                .set("billing_class", of.billingClass())
                .set("setting", of.setting())
                .set("service_codes", of.serviceCodes())
                .set("billing_code_modifier", of.billingCodeModifiers());
    }

    private Path current() {
        return Objects.requireNonNull(file);
    }

    /** Writes all rows. */
    @Benchmark
    public long write(Speed speed) throws IOException {
        write();
        speed.rows += rowCount;
        return Files.size(current());
    }

    private void write() throws IOException {
        if (contender == Contender.TIC4J) {
            writeColumns();
        } else {
            writeRows();
        }
    }

    private void writeRows() throws IOException {
        try (AvroRows writer = new AvroRows(ParquetWriting.PRICES, current())) {
            Row row = new Row(ParquetWriting.PRICES);
            for (int i = 0; i < rowCount; i++) {
                Row shared = terms.get(termsOf[i]);
                for (int column = 0; column < ParquetWriting.PRICES.columns().size(); column++) {
                    row.set(column, shared.value(column));
                }
                row.set("billing_code", codes.get(codeOf[i]));
                row.set("negotiated_rate", BigDecimal.valueOf(unscaled[i], scales[i]));
                writer.write(row);
            }
        }
    }

    private void writeColumns() throws IOException {
        Files.deleteIfExists(current());
        int[] code = new int[BATCH];
        int[] ids = new int[BATCH];
        long[] digits = new long[BATCH];
        byte[] points = new byte[BATCH];
        ColumnBatch batch = new ColumnBatch(ParquetWriting.PRICES)
                .coded("billing_code", code, codes)
                .scaled("negotiated_rate", digits, points);
        for (String column : List.of(
                "negotiated_type",
                "expiration_date",
                "billing_class",
                "setting",
                "service_codes",
                "billing_code_modifier")) {
            batch.coded(
                    column, ids, terms.stream().map(row -> row.value(column)).toList());
        }
        try (TableWriter writer = ParquetFormat.defaults().open(ParquetWriting.PRICES, current())) {
            for (int from = 0; from < rowCount; from += BATCH) {
                int count = Math.min(BATCH, rowCount - from);
                System.arraycopy(codeOf, from, code, 0, count);
                System.arraycopy(termsOf, from, ids, 0, count);
                System.arraycopy(unscaled, from, digits, 0, count);
                System.arraycopy(scales, from, points, 0, count);
                writer.write(batch.rows(count));
            }
            writer.commit();
        }
    }
}
