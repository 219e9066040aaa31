package io.github.tic4j.benchmarks;

import com.fasterxml.jackson.core.JsonParser;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.PriceCursor;
import io.github.tic4j.source.Sources;
import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ways from a file of prices to a Parquet file of nine columns. */
final class ParquetWriting {

    static final TableSchema PRICES = Tables.RATES.select(
            "billing_code_type",
            "billing_code",
            "negotiated_type",
            "negotiated_rate",
            "expiration_date",
            "billing_class",
            "setting",
            "service_codes",
            "billing_code_modifier");
    private static final int BATCH = 8192;

    private ParquetWriting() {}

    /** From the cursor to columns, with decompression on a thread of its own. */
    static void columns(Path file, Path parquet, Tally tally) throws IOException {
        try (MrfReader reader = MrfReader.open(Sources.of(file), TicReading.all(2));
                TableWriter writer = ParquetFormat.defaults().open(PRICES, parquet)) {
            PriceCursor cursor = reader.cursor();
            Columns columns = new Columns();
            while (cursor.next()) {
                columns.add(cursor);
                PriceTerms terms = cursor.terms();
                tally.price(cursor.unscaled(), cursor.scale(), terms.negotiatedType(), null, terms.billingClass());
                if (columns.count == BATCH) {
                    columns.write(writer);
                }
            }
            columns.write(writer);
            writer.commit();
        }
    }

    /** The columns of a batch: a number for the item and one for the terms of each price, and what these stand for. */
    private static final class Columns {
        private final int[] items = new int[BATCH];
        private final int[] terms = new int[BATCH];
        private final long[] unscaled = new long[BATCH];
        private final byte[] scales = new byte[BATCH];
        private final IdentityHashMap<PriceTerms, Integer> known = new IdentityHashMap<>();
        private final List<@Nullable String> codeTypes = new ArrayList<>();
        private final List<@Nullable String> codes = new ArrayList<>();
        private final List<@Nullable String> types = new ArrayList<>();
        private final List<@Nullable LocalDate> dates = new ArrayList<>();
        private final List<@Nullable String> classes = new ArrayList<>();
        private final List<@Nullable String> settings = new ArrayList<>();
        private final List<List<String>> places = new ArrayList<>();
        private final List<List<String>> modifiers = new ArrayList<>();
        private final ColumnBatch batch = new ColumnBatch(PRICES)
                .coded("billing_code_type", items, codeTypes)
                .coded("billing_code", items, codes)
                .coded("negotiated_type", terms, types)
                .scaled("negotiated_rate", unscaled, scales)
                .coded("expiration_date", terms, dates)
                .coded("billing_class", terms, classes)
                .coded("setting", terms, settings)
                .coded("service_codes", terms, places)
                .coded("billing_code_modifier", terms, modifiers);
        private long item = -1;
        private int count;

        void add(PriceCursor cursor) {
            Item current = cursor.item();
            if (current.index() != item) {
                item = current.index();
                codeTypes.add(current.billingCodeType());
                codes.add(current.billingCode());
            }
            items[count] = codes.size() - 1;
            terms[count] = number(cursor.terms());
            unscaled[count] = cursor.unscaled();
            scales[count] = (byte) cursor.scale();
            count++;
        }

        private int number(PriceTerms of) {
            Integer number = known.get(of);
            if (number == null) {
                number = known.size();
                known.put(of, number);
                types.add(of.negotiatedType());
                dates.add(of.expiration().orElse(null));
                classes.add(of.billingClass());
                settings.add(of.setting());
                places.add(of.serviceCodes());
                modifiers.add(of.billingCodeModifiers());
            }
            return number;
        }

        void write(TableWriter writer) throws IOException {
            writer.write(batch.rows(count));
            count = 0;
        }
    }

    /** From Jackson's tokens to rows, which parquet-avro writes. */
    static void rows(InputStream in, Path parquet, Tally tally) throws IOException {
        try (AvroRows writer = new AvroRows(PRICES, parquet)) {
            new RowWalk(writer, tally).read(in);
        }
    }

    private static final class RowWalk extends JacksonWalk {
        private final AvroRows writer;
        private final Tally tally;
        private final Row row = new Row(PRICES);

        RowWalk(AvroRows writer, Tally tally) {
            super(Set.of());
            this.writer = writer;
            this.tally = tally;
        }

        @Override
        void item(Item item) {
            row.set(0, item.billingCodeType());
            row.set(1, item.billingCode());
        }

        @Override
        void rate(long index) {}

        @Override
        void reference(JsonParser parser) {}

        @Override
        void price(PriceFields price) {
            row.set(2, price.type);
            row.set(3, price.rate);
            row.set(4, LocalDate.parse(Objects.requireNonNull(price.date)));
            row.set(5, price.billingClass);
            row.set(6, price.setting);
            row.set(7, price.serviceCodes);
            row.set(8, price.modifiers);
            tally.price(price.rate, price.type, null, price.billingClass);
            try {
                writer.write(row);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Counts what a Parquet file holds. */
    static void readBack(Path parquet, Tally tally) throws IOException {
        try (ParquetRows rows = ParquetRows.open(parquet, PRICES)) {
            for (Row row : rows) {
                tally.item(row.text(0), row.text(1));
                tally.price(
                        Objects.requireNonNull(row.decimal(3)).setScale(4, RoundingMode.UNNECESSARY),
                        row.text(2),
                        String.valueOf(row.date(4)),
                        row.text(5));
            }
        }
    }
}
