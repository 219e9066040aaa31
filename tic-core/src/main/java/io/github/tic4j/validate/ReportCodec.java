package io.github.tic4j.validate;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Header;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.validate.RuleFindings.Sample;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A report as bytes, with all that is needed to add it to others. Equal reports give equal bytes. */
final class ReportCodec {

    private static final int MAGIC = 0x71635232; // "qcR2"

    private ReportCodec() {}

    static void write(QualityReport report, OutputStream to) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(to);
        DataOutputStream out = new DataOutputStream(packed);
        out.writeInt(MAGIC);
        writeAll(out, report.files(), ReportCodec::file);
        writeAll(out, report.findings(), ReportCodec::findings);
        report.sketches().write(out);
        writeAll(out, report.notes(), ReportCodec::text);
        out.flush();
        packed.finish();
    }

    /** @throws IOException if these are not the bytes of a report */
    static QualityReport read(InputStream from, QualityRules rules) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(from))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("Not a saved quality report of this version");
            }
            QualityReport report = new QualityReport(
                    rules,
                    readAll(in, ReportCodec::file),
                    readAll(in, ReportCodec::findings),
                    PriceSketches.read(in),
                    readAll(in, ReportCodec::text));
            // Only at its end does a stream tell whether its checksum fits.
            if (in.read() >= 0) {
                throw new IOException("A saved quality report is damaged: there is more behind its end");
            }
            return report;
        } catch (IllegalArgumentException | DateTimeException | EOFException damaged) {
            throw new IOException("A saved quality report is damaged: " + damaged.getMessage(), damaged);
        }
    }

    // ---- files

    private static void file(DataOutputStream out, FileSummary file) throws IOException {
        text(out, file.source());
        text(out, file.kind().name());
        textOrNull(out, file.profile());
        header(out, file.header());
        out.writeLong(file.bytes());
        out.writeLong(file.prices().seen());
        out.writeLong(file.prices().complete());
        out.writeLong(file.prices().accurate());
        out.writeLong(file.asOf().toEpochDay());
        text(out, file.verdict().name());
        textOrNull(out, file.broken());
    }

    private static FileSummary file(DataInputStream in) throws IOException {
        return new FileSummary(
                text(in),
                MrfKind.valueOf(text(in)),
                textOrNull(in),
                header(in),
                in.readLong(),
                new PriceCounts(in.readLong(), in.readLong(), in.readLong()),
                LocalDate.ofEpochDay(in.readLong()),
                Verdict.valueOf(text(in)),
                textOrNull(in));
    }

    private static void header(DataOutputStream out, Header header) throws IOException {
        textOrNull(out, header.reportingEntityName());
        textOrNull(out, header.reportingEntityType());
        textOrNull(out, header.lastUpdatedOn());
        textOrNull(out, header.version());
        Plan plan = header.plan();
        textOrNull(out, plan.planName());
        textOrNull(out, plan.planIdType());
        textOrNull(out, plan.planId());
        textOrNull(out, plan.planMarketType());
        textOrNull(out, plan.issuerName());
        textOrNull(out, plan.planSponsorName());
    }

    private static Header header(DataInputStream in) throws IOException {
        return new Header(
                textOrNull(in),
                textOrNull(in),
                textOrNull(in),
                textOrNull(in),
                new Plan(
                        textOrNull(in),
                        textOrNull(in),
                        textOrNull(in),
                        textOrNull(in),
                        textOrNull(in),
                        textOrNull(in)));
    }

    // ---- findings

    private static void findings(DataOutputStream out, RuleFindings found) throws IOException {
        text(out, found.rule());
        text(out, found.severity().name());
        out.writeLong(found.count());
        writeAll(out, found.samples(), ReportCodec::sample);
    }

    private static RuleFindings findings(DataInputStream in) throws IOException {
        return new RuleFindings(text(in), Severity.valueOf(text(in)), in.readLong(), readAll(in, ReportCodec::sample));
    }

    private static void sample(DataOutputStream out, Sample sample) throws IOException {
        Finding finding = sample.finding();
        text(out, sample.source());
        text(out, finding.rule());
        text(out, finding.severity().name());
        text(out, finding.path());
        out.writeLong(finding.byteOffset());
        textOrNull(out, finding.rawText());
        text(out, finding.message());
    }

    private static Sample sample(DataInputStream in) throws IOException {
        return new Sample(
                text(in),
                new Finding(text(in), Severity.valueOf(text(in)), text(in), in.readLong(), textOrNull(in), text(in)));
    }

    // ---- lists and texts

    static <T> void writeAll(DataOutputStream out, List<T> values, Writing<T> writing) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writing.write(out, value);
        }
    }

    static <T> List<T> readAll(DataInputStream in, Reading<T> reading) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(reading.read(in));
        }
        return values;
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a text ends before its end");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void textOrNull(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(out, text);
        }
    }

    private static @Nullable String textOrNull(DataInputStream in) throws IOException {
        return in.readBoolean() ? text(in) : null;
    }

    interface Writing<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }
}
