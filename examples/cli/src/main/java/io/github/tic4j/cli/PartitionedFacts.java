package io.github.tic4j.cli;

import io.github.tic4j.table.Partition;
import io.github.tic4j.table.PartitionedWriter;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Sends each row of a fact table to the partition of its payer and of the day that its file was last updated on. */
final class PartitionedFacts implements TableWriter {

    private static final TableSchema PAYERS = Tables.PAYERS.select("payer_uuid", "payer_name");
    private static final TableSchema FILES = Tables.FILES.select("file_id", "last_updated_on", "processed_at");

    private final PartitionedWriter writer;
    private final int payerColumn;
    private final int fileColumn;
    private final Map<String, String> payers = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<String, Partition> partitions = new HashMap<>();

    private PartitionedFacts(PartitionedWriter writer, TableSchema schema) {
        this.writer = writer;
        payerColumn = schema.indexOf("payer_uuid");
        fileColumn = schema.indexOf("file_id");
    }

    /**
     * A writer into a folder.
     *
     * @throws IllegalArgumentException if the table has no column payer_uuid or file_id
     */
    static PartitionedFacts open(TableFolder folder, TableSchema schema, TableSource tables) throws IOException {
        folder.recover();
        PartitionedFacts facts = new PartitionedFacts(folder.partitions(schema), schema);
        tables.forEach(PAYERS, payer -> facts.payers.put(key(payer), String.valueOf(payer.text(1))));
        tables.forEach(FILES, file -> facts.dates.put(key(file), date(file)));
        return facts;
    }

    @Override
    public void write(Row row) throws IOException {
        String payer = String.valueOf(row.text(payerColumn));
        String file = String.valueOf(row.text(fileColumn));
        Partition partition = partitions.get(file + payer);
        if (partition == null) {
            partition = new Partition(payers.getOrDefault(payer, payer), dates.getOrDefault(file, LocalDate.EPOCH));
            partitions.put(file + payer, partition);
        }
        writer.write(partition, row);
    }

    @Override
    public void describe(String key, String value) {
        writer.describe(key, value);
    }

    @Override
    public void commit() throws IOException {
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static String key(Row row) {
        return String.valueOf(row.text(0));
    }

    private static LocalDate date(Row file) {
        LocalDate updated = file.date(1);
        Object processed = file.value(2);
        if (updated != null || !(processed instanceof Instant moment)) {
            return updated == null ? LocalDate.EPOCH : updated;
        }
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
