package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.table.ArchiveLimits;
import io.github.tic4j.collaboratemd.table.LoadMode;
import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ReportType;
import io.github.tic4j.collaboratemd.table.ZipArchive;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.ThrowAwayPostgres;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Loads a million rows of a report with 19 columns into PostgreSQL and tells the rows per second: as a snapshot, as a
 * snapshot that replaces the first, as an appending load, and as one that finds all its rows there. The figures include
 * reading the archive twice, hashing, checking and the commit.
 */
final class MillionRows {

    private static final int ROWS = 1_000_000;

    private MillionRows() {}

    /** Runs the measurement; prints one line per load. */
    public static void main(String[] arguments) throws Exception {
        byte[] zip = FakeReport.zip(Map.of("Gross Billing.csv", csv()));
        System.out.printf(
                "archive: %,d bytes, heap: %,d MiB%n",
                zip.length, Runtime.getRuntime().maxMemory() >> 20);
        try (ThrowAwayPostgres postgres = ThrowAwayPostgres.start()) {
            ReportDatabase database = new ReportDatabase(postgres.dataSource(), "measured");
            database.createSchema();
            ReportType snapshot = ReportType.named("gross_billing");
            ReportType append =
                    new ReportType("gross_billing_events", LoadMode.APPEND, snapshot.columns(), snapshot.aliases());
            measure("snapshot into an empty table", database, snapshot, zip);
            measure("snapshot over the former rows", database, snapshot, zip);
            measure("append into an empty table", database, append, zip);
            measure("append of rows that are there", database, append, zip);
        }
    }

    private static void measure(String name, ReportDatabase database, ReportType type, byte[] zip) {
        long start = System.nanoTime();
        LoadResult result = database.load(new TableLoad(
                type,
                "north",
                Map.of("10000001", () -> ReportArchive.of(ZipArchive.of(zip, ArchiveLimits.defaults()))),
                Set.of()));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %,d read, %,d inserted, %,d removed, %.1f s, %,.0f rows/s%n",
                name, result.rowsRead(), result.rowsInserted(), result.rowsRemoved(), seconds, ROWS / seconds);
    }

    private static byte[] csv() {
        StringBuilder csv = new StringBuilder("Practice Name,Charge Primary Payer Name,Charge Primary Payer Name,"
                + "Charge Patient ID,Charge Claim ID,Charge ID,Patient Full Name,Primary Payer Member ID,"
                + "Charge From Date,Charge To Date,Charge Entered Date,Type of Bill,Claim First Billed Date,"
                + "Charge CPT Code,Charge Rev Code,Charge Units (Sum),Charge Amount,Charge Current Payer Name,"
                + "Claim Status\r\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("North Clinic,Acme Health,Acme Health,")
                    .append(40_000 + i % 9_973)
                    .append(',')
                    .append(700_000 + i)
                    .append(',')
                    .append(1_000_000 + i)
                    .append(",\"Doe, Pat ")
                    .append(i % 9_973)
                    .append("\",M")
                    .append(i % 9_973)
                    .append(",01/05/2025,01/06/2025,0")
                    .append(1 + i % 9)
                    .append("/1")
                    .append(i % 10)
                    .append("/2025,111,02/03/2025,H0015,0906,1,\"$1,")
                    .append(100 + i % 900)
                    .append(".50\",Acme Health,AT INSURANCE\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
