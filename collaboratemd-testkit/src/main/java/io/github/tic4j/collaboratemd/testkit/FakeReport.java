package io.github.tic4j.collaboratemd.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** What the fake server does when a report is run for a customer. Immutable. */
public final class FakeReport {

    final Map<String, byte[]> files;
    final byte @Nullable [] archive;
    final String runStatus;
    final String runMessage;
    final String resultStatus;
    final String resultMessage;
    final int runningPolls;
    final int emptyPolls;

    private FakeReport(
            Map<String, byte[]> files,
            byte @Nullable [] archive,
            String[] run,
            String[] result,
            int runningPolls,
            int emptyPolls) {
        this.files = files;
        this.archive = archive;
        this.runStatus = run[0];
        this.runMessage = run[1];
        this.resultStatus = result[0];
        this.resultMessage = result[1];
        this.runningPolls = runningPolls;
        this.emptyPolls = emptyPolls;
    }

    /** Succeeds with one CSV file in UTF-8. */
    public static FakeReport csv(String csv) {
        return files(Map.of("Report.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** Succeeds with an archive of these files. */
    public static FakeReport files(Map<String, byte[]> files) {
        return succeeding(new LinkedHashMap<>(files), null);
    }

    /** Succeeds with data that are sent as they are, whether or not they are an archive. */
    public static FakeReport archive(byte[] data) {
        return succeeding(Map.of(), data);
    }

    /** Succeeds and says that there are no records. */
    public static FakeReport withoutRecords() {
        return resulting(
                "SUCCESS", "The report completed successfully, but no records were found matching the criteria used.");
    }

    /** Succeeds without data and without a word, for ever. */
    public static FakeReport silentlyEmpty() {
        return resulting("SUCCESS", "");
    }

    /** Starts, and is given up by the server. */
    public static FakeReport timesOut() {
        return resulting("REPORT TIMED OUT", "The report took too long.");
    }

    /** Starts, and ends with this status and message. */
    public static FakeReport resulting(String status, String message) {
        return new FakeReport(Map.of(), null, new String[] {"SUCCESS", ""}, new String[] {status, message}, 0, 0);
    }

    /** Is not even started: the run is answered with this status and message. */
    public static FakeReport declined(String status, String message) {
        return new FakeReport(Map.of(), null, new String[] {status, message}, new String[] {status, message}, 0, 0);
    }

    /** Belongs to a customer that has left. */
    public static FakeReport inactiveCustomer(String customer) {
        return declined("ERROR", "The customer number " + customer + " is no longer active.");
    }

    /** The same, but running while it is looked at this often: by polls of its result or by attempts to run another. */
    public FakeReport runningFor(int polls) {
        return new FakeReport(files, archive, run(), result(), polls, emptyPolls);
    }

    /** The same, but with success and no data this often before the data come. */
    public FakeReport emptyFor(int polls) {
        return new FakeReport(files, archive, run(), result(), runningPolls, polls);
    }

    boolean isDeclined() {
        return !runStatus.equals("SUCCESS");
    }

    /** A ZIP archive of these files. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] data() {
        if (archive != null) {
            return archive;
        }
        return files.isEmpty() ? new byte[0] : zip(files);
    }

    private static FakeReport succeeding(Map<String, byte[]> files, byte @Nullable [] archive) {
        String[] success = {"SUCCESS", ""};
        return new FakeReport(files, archive, success, success, 0, 0);
    }

    private String[] run() {
        return new String[] {runStatus, runMessage};
    }

    private String[] result() {
        return new String[] {resultStatus, resultMessage};
    }
}
