package io.github.tic4j.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.internal.schema.Schema;
import io.github.tic4j.internal.schema.SchemaVersion;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the tables of the schemas to CMS's own schemas, run by an independent engine on the same documents. */
class SchemaWalkTest {

    private static final List<MrfKind> KINDS =
            List.of(MrfKind.IN_NETWORK, MrfKind.ALLOWED_AMOUNTS, MrfKind.TABLE_OF_CONTENTS, MrfKind.PROVIDER_REFERENCE);
    private static final List<String> FOLDERS =
            List.of("in-network-rates", "allowed-amounts", "table-of-contents", "provider-reference");

    /** The schema of a kind and a version, and the samples of that kind of all versions. */
    record Case(MrfKind kind, SchemaVersion version, Path schema, List<Path> samples) {
        @Override
        public String toString() {
            return kind + " " + version.number();
        }
    }

    static Stream<Case> schemas() throws IOException {
        Path cms = SharedData.require("tic/cms");
        List<Case> cases = new ArrayList<>();
        for (MrfKind kind : KINDS) {
            String folder = FOLDERS.get(KINDS.indexOf(kind));
            List<Path> samples = new ArrayList<>();
            for (SchemaVersion version : SchemaVersion.values()) {
                Path examples = cms.resolve("v" + version.number() + "/examples/" + folder);
                if (Files.exists(examples)) {
                    try (Stream<Path> files = Files.list(examples)) {
                        samples.addAll(files.sorted().toList());
                    }
                }
            }
            for (SchemaVersion version : SchemaVersion.values()) {
                Path schema = cms.resolve("v" + version.number() + "/schemas/" + folder + "/" + folder + ".json");
                if (Files.exists(schema)) {
                    cases.add(new Case(kind, version, schema, samples));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void verdictOnEverySampleIsThatOfTheSchema(Case of) throws IOException {
        SchemaOracle oracle = new SchemaOracle(of.schema);
        Schema schema = Schema.of(of.kind, of.version, Schema.Scope.KEYWORDS).orElseThrow();
        for (Path sample : of.samples) {
            byte[] document = Files.readAllBytes(sample);
            List<String> found = walk(schema, document);
            assertThat(found.isEmpty())
                    .as("%s held to %s: %s", sample, of, found)
                    .isEqualTo(oracle.accepts(document));
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void verdictOnEveryMutationIsThatOfTheSchema(Case of) throws IOException {
        SchemaOracle oracle = new SchemaOracle(of.schema);
        Schema schema = Schema.of(of.kind, of.version, Schema.Scope.KEYWORDS).orElseThrow();
        int accepted = 0;
        int refused = 0;
        int all = 0;
        for (Path sample : of.samples) {
            for (byte[] document :
                    Mutations.of(Files.readAllBytes(sample), 25, of.toString().hashCode() + all++)) {
                List<String> found = walk(schema, document);
                boolean accepts = oracle.accepts(document);
                assertThat(found.isEmpty())
                        .as(
                                "mutation of %s held to %s: %s%n%s",
                                sample.getFileName(), of, found, new String(document, StandardCharsets.UTF_8))
                        .isEqualTo(accepts);
                accepted += accepts ? 1 : 0;
                refused += accepts ? 0 : 1;
            }
        }
        assertThat(accepted).isPositive();
        assertThat(refused).isPositive();
    }

    /** The rules and messages of what is found; a document that cannot be read on counts as one. */
    static List<String> walk(Schema schema, byte[] document) throws IOException {
        List<String> found = new ArrayList<>();
        SchemaFindings findings = new SchemaFindings() {
            @Override
            public boolean count(String rule, Severity severity) {
                return true;
            }

            @Override
            public void keep(Finding sample) {
                found.add(String.format(
                        Locale.ROOT,
                        "%s %s @%d %s",
                        sample.rule(),
                        sample.path(),
                        sample.byteOffset(),
                        sample.message()));
            }
        };
        try {
            new SchemaWalk(new ByteArrayInputStream(document), "test", schema, findings).walk();
        } catch (ContentException broken) {
            found.add(broken.getMessage());
        }
        return found;
    }
}
