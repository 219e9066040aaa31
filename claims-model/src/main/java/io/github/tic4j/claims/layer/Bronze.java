package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Stream;

/** The first layer: every row of every file as it came, with file, line, hash and run. */
public final class Bronze {

    private Bronze() {}

    private record Row(RawRecord record, Run run) {}

    private static final RowMapping<Row> ROWS = new RowMapping<Row>("bronze_rows")
            .text("source_file", row -> row.record().lineage().source())
            .integer("source_line", row -> row.record().lineage().line())
            .text("sha256", row -> sha256(row.record().text()))
            .text("run_id", row -> row.run().id())
            .text("run_time", row -> row.run().time().toString())
            .text("raw", row -> row.record().text());

    /**
     * Writes the table {@code bronze_rows}.
     *
     * @return the number of rows
     */
    public static long write(ClaimSource source, TableSink sink, Run run) throws IOException {
        long count = 0;
        try (OpenTables tables = new OpenTables(sink);
                Stream<RawRecord> rows = source.raw()) {
            tables.open(ROWS);
            for (Iterator<RawRecord> iterator = rows.iterator(); iterator.hasNext(); count++) {
                tables.write(ROWS, new Row(iterator.next(), run));
            }
            tables.commit();
        }
        return count;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
