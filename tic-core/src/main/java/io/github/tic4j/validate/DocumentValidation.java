package io.github.tic4j.validate;

import io.github.tic4j.internal.scan.Features;
import io.github.tic4j.internal.scan.SchemaWalk;
import io.github.tic4j.internal.schema.Schema;
import io.github.tic4j.internal.schema.SchemaVersion;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.source.ContentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds one document to its schema and to the rules, in one pass. */
final class DocumentValidation {

    private static final int HEAD = 1 << 20;

    private final String name;
    private final QualityRules rules;
    private final FindingTally tally;
    private final SplitStream in;
    private @Nullable String profile;
    private @Nullable String broken;
    private @Nullable String note;
    private MrfKind kind = MrfKind.UNKNOWN;
    private long bytes;

    DocumentValidation(String name, InputStream in, QualityRules rules) {
        this.name = name;
        this.rules = rules;
        this.tally = new FindingTally(name, rules.maxSamples());
        this.in = new SplitStream(in);
    }

    /** The report on a document of which nothing can be read. */
    static QualityReport unreadable(String name, QualityRules rules, ContentException broken) {
        FileSummary file = FileSummary.unread(name, rules.asOf(), String.valueOf(broken.getMessage()));
        return new QualityReport(rules, List.of(file), List.of(), new PriceSketches(), List.of());
    }

    QualityReport run() throws IOException {
        ContentReading reading = rules.lookAtContent() ? ContentReading.start(name, in.second(), rules) : null;
        if (reading == null) {
            in.second().close();
        }
        try (in) {
            walk();
        }
        QualityReport content = reading == null ? QualityReport.empty(rules) : reading.await();
        return merged(content);
    }

    /** Walks through the document; what is behind a fault that ends the walk is still handed to the reader. */
    private void walk() throws IOException {
        byte[] head = head();
        InputStream rest = broken == null ? in : InputStream.nullInputStream();
        try {
            Schema schema = schema(Features.of(head, head.length));
            if (schema != null) {
                walk(schema, new SequenceInputStream(new ByteArrayInputStream(head), rest));
            }
        } catch (ContentException fault) {
            broken = broken == null ? fault.getMessage() : broken;
        }
        try {
            in.drain();
        } catch (ContentException damaged) {
            broken = broken == null ? damaged.getMessage() : broken;
        }
    }

    private void walk(Schema schema, InputStream whole) throws IOException {
        SchemaWalk walk = new SchemaWalk(whole, name, schema, tally);
        bytes = walk.walk();
        if (walk.isForgetful()) {
            note = name + ": an array has so many elements that one that stands twice may have gone unnoticed";
        }
    }

    /** The first part of the document; what comes before damage to its container is still worth a walk. */
    private byte[] head() throws IOException {
        byte[] head = new byte[HEAD];
        int length = 0;
        try {
            for (int count = 0; count >= 0 && length < HEAD; count = in.read(head, length, HEAD - length)) {
                length += count;
            }
        } catch (ContentException damaged) {
            broken = damaged.getMessage();
        }
        return Arrays.copyOf(head, length);
    }

    private @Nullable Schema schema(Features features) {
        kind = features.kind() == MrfKind.UNKNOWN ? kindOfName() : features.kind();
        SchemaVersion version = version(features);
        Schema.Scope scope = rules.schemaScope() == SchemaScope.README ? Schema.Scope.README : Schema.Scope.KEYWORDS;
        Optional<Schema> schema = Schema.of(kind, version, scope);
        if (schema.isPresent()) {
            profile = schema.get().name();
        } else if (kind == MrfKind.PRESCRIPTION_DRUGS) {
            note = name + ": no schema is in force for drug files, so it was held to none";
        } else {
            tally.add(new Finding(
                    "schema-kind",
                    Severity.ERROR,
                    "$",
                    0,
                    null,
                    "Expected a kind of file that schema " + version.number() + " has; it has no "
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " file"));
        }
        return schema.orElse(null);
    }

    private SchemaVersion version(Features features) {
        if (rules.profile() != SchemaProfile.AUTO) {
            return SchemaVersion.valueOf(rules.profile().name());
        }
        boolean schema2 = features.schema2() && kind != MrfKind.PROVIDER_REFERENCE;
        return schema2 ? SchemaVersion.V2_2_0 : SchemaVersion.V1_6_2;
    }

    /** What a document is about that has none of the keys that tell: out of network these may be missing. */
    private MrfKind kindOfName() {
        String file = name.toLowerCase(Locale.ROOT);
        return file.contains("allowed") ? MrfKind.ALLOWED_AMOUNTS : MrfKind.IN_NETWORK;
    }

    private QualityReport merged(QualityReport content) {
        boolean violated = tally.findings().stream().anyMatch(found -> found.severity() == Severity.ERROR);
        FileSummary file = content.files().isEmpty()
                ? FileSummary.unread(name, rules.asOf(), null)
                : content.files().get(0);
        Verdict verdict = violated ? Verdict.FAIL : Verdict.PASS;
        FileSummary whole = file.with(profile, broken, verdict, kind, bytes);
        List<String> notes = note == null ? List.of() : List.of(note);
        QualityReport schema = new QualityReport(rules, List.of(), tally.findings(), new PriceSketches(), notes);
        QualityReport findings =
                new QualityReport(rules, List.of(whole), content.findings(), content.sketches(), content.notes());
        return findings.plus(schema);
    }
}
